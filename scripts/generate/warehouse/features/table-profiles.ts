import { NO_WORDS, YES_WORDS } from '#generate/exports/cells/yes-no.ts';
import type { Engine, Row } from '../engine.ts';
import { BUYER_ROWS, filledCell, tableCell, textList, type TableHeading } from './table-columns.ts';
import { isTableNumber } from './table-numbers.ts';

/** A column in which every filled cell is a plain number. */
export interface NumberProfile {
  kind: 'numbers';
  position: number;
  /** Customers with a value. */
  present: number;
  least: number;
  greatest: number;
  /** Different values of a column of whole numbers; null for others, in which every customer may have another. */
  wholeLevels: number | null;
  /** Characters of the shortest and the longest cell. */
  shortest: number;
  longest: number;
}

/** Any other column; all counts are of customers. */
export interface TextProfile {
  kind: 'texts';
  position: number;
  present: number;
  /** Different cells, and how many customers have the most frequent one. */
  levels: number;
  top: number;
  /** Plain numbers, and others that could be one of that form. */
  plain: number;
  point: number;
  comma: number;
  /** Of all these, numbers with decimals, thousands or a unit: amounts, which no id is. */
  amounts: number;
  /** Whole numbers with zeros in front. */
  zeroed: number;
  yes: number;
  no: number;
  emails: number;
  phones: number;
  days: number;
  /** Characters of all cells together, of the shortest and of the longest. */
  letters: number;
  shortest: number;
  longest: number;
}

export type TableProfile = NumberProfile | TextProfile;

/** A level of a column that so many customers have. */
export interface TableLevel {
  position: number;
  level: string;
  customers: number;
}

const EMAIL = String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`;
/** With a plus, a zero in front or separators: a plain number of as many digits is an amount. */
const PHONE = String.raw`\(?(\+|0)[0-9 ()./-]{6,24}|[0-9]{2,5}[ /-][0-9][0-9 /-]{5,20}`;
const DAY = String.raw`(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]+(\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{4}|\d{2})|[A-Za-z]{3,9} \d{1,2},? \d{4})([T ,]+\d{1,2}:\d{2}.*)?`;

/** Columns of one statement; each reads its own cells only, so that the batches together read the table once. */
const BATCH = 50;

/**
 * What is in each column of the customer table, over the customers who count, and the levels of texts that at least so
 * many of them have. The table is read once; columns that are not all plain numbers once more, by their different cells.
 * Needs "buyers".
 */
export async function readTableProfiles(
  engine: Engine,
  headings: readonly TableHeading[],
  fewest: number,
): Promise<{ profiles: TableProfile[]; levels: TableLevel[] }> {
  const positions = headings.filter(({ leftOut }) => leftOut === null).map((one) => one.position);
  const numbers = await numberProfiles(engine, positions);
  const known = new Set(numbers.map(({ position }) => position));
  const texts = positions.filter((position) => !known.has(position));
  const profiles: TableProfile[] = [...numbers];
  const levels: TableLevel[] = [];
  for (const batch of batches(texts, BATCH)) {
    await createLevels(engine, batch);
    profiles.push(...(await engine.rows(TEXT_PROFILES)).map(textProfile));
    const found = await engine.rows<{ position: number; level: string; customers: string }>(
      `SELECT position, level, customers FROM table_levels WHERE customers >= $1
       ORDER BY position, customers DESC, level`,
      [fewest],
    );
    levels.push(...found.map((row) => ({ ...row, customers: Number(row.customers) })));
  }
  await engine.run('DROP TABLE IF EXISTS table_levels');
  return { profiles, levels };
}

/** The columns in which every cell is a plain number or empty: most of a wide table, and told quickly. */
async function numberProfiles(
  engine: Engine,
  positions: readonly number[],
): Promise<NumberProfile[]> {
  const found: (Omit<NumberProfile, 'wholeLevels'> & { isWhole: boolean })[] = [];
  for (const batch of batches(positions, BATCH)) {
    for (const row of await engine.rows(numberCounts(batch))) {
      const one = (name: string): number => Number(row[name] ?? NaN);
      const [present, least, greatest] = [one('present'), one('least'), one('greatest')];
      const isNumbers = one('plain') === present && one('zeroed') === 0;
      if (!isNumbers || !Number.isFinite(least) || !Number.isFinite(greatest)) continue;
      found.push({
        kind: 'numbers',
        position: one('position'),
        present,
        least,
        greatest,
        shortest: one('shortest'),
        longest: one('longest'),
        isWhole: one('whole') === present,
      });
    }
  }
  const whole = found.filter(({ isWhole }) => isWhole).map(({ position }) => position);
  const different = await countDifferent(engine, whole);
  return found.map(({ isWhole: _, ...profile }) => ({
    ...profile,
    wholeLevels: different.get(profile.position) ?? null,
  }));
}

function numberCounts(positions: readonly number[]): string {
  return `SELECT position, count(cell) AS present, count(number) AS plain,
    -- NaN and infinity are beyond every number, so one of the two shows them.
    min(number) AS least, max(number) AS greatest,
    count(*) FILTER (WHERE NOT contains(cell, '.')) AS whole,
    count(*) FILTER (WHERE ${hasZeroInFront('cell')}) AS zeroed,
    min(length(cell)) AS shortest, max(length(cell)) AS longest
  FROM (SELECT *, TRY_CAST(cell AS DOUBLE) AS number
    FROM (SELECT position, nullif(cell, '') AS cell FROM ${cellsByColumn(positions)}))
  GROUP BY position ORDER BY position`;
}

/** SQL: each cell of these columns with the position of its column. One plan for all is quicker than one for each. */
function cellsByColumn(positions: readonly number[]): string {
  const cells = positions.map((position) => tableCell('c', position));
  return `(SELECT unnest([${positions.join(', ')}]) AS position, unnest([${cells.join(', ')}]) AS cell FROM ${BUYER_ROWS} c)`;
}

async function countDifferent(
  engine: Engine,
  positions: readonly number[],
): Promise<Map<number, number>> {
  const different = new Map<number, number>();
  for (const batch of batches(positions, BATCH)) {
    const rows = await engine.rows<{ position: number; n: string }>(
      `SELECT position, count(DISTINCT cell) AS n FROM ${cellsByColumn(batch)} GROUP BY position`,
    );
    for (const { position, n } of rows) different.set(position, Number(n));
  }
  return different;
}

/** Table "table_levels": the different cells of these columns, and how many customers have each. */
async function createLevels(engine: Engine, positions: readonly number[]): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE table_levels AS
     SELECT position, level, sum(customers) AS customers
     FROM (
       SELECT position, ${filledCell('cell')} AS level, count(*) AS customers
       FROM ${cellsByColumn(positions)}
       GROUP BY position, cell
     ) WHERE level IS NOT NULL GROUP BY position, level`,
  );
}

function hasZeroInFront(cell: string): string {
  return `starts_with(${cell}, '0') AND length(${cell}) > 1 AND NOT contains(${cell}, '.')`;
}

const counted = (condition: string): string =>
  `coalesce(sum(customers) FILTER (WHERE ${condition}), 0)`;

/** Plain numbers are told first: the patterns are asked of the other cells only. */
const TEXT_PROFILES = `
SELECT position, sum(customers) AS present, count(*) AS levels, max(customers) AS top,
  ${counted('plain')} AS plain, ${counted('point')} AS point, ${counted('comma')} AS comma, ${counted('amount')} AS amounts, ${counted('zeroed')} AS zeroed,
  ${counted(`list_contains(${textList(YES_WORDS)}, word)`)} AS yes, ${counted(`list_contains(${textList(NO_WORDS)}, word)`)} AS no,
  ${counted('email')} AS emails, ${counted('phone')} AS phones, ${counted('"day"')} AS days,
  sum(customers * length(level)) AS letters, min(length(level)) AS shortest, max(length(level)) AS longest
FROM (
  SELECT *, (plain OR point OR comma) AND regexp_matches(level, '[.,%€$£¥]') AS amount FROM (
  SELECT *, lower(level) AS word,
    plain AND ${hasZeroInFront('level')} AS zeroed,
    NOT plain AND ${isTableNumber('level', 'point')} AS point,
    NOT plain AND ${isTableNumber('level', 'comma')} AS comma,
    contains(level, '@') AND regexp_matches(level, '${EMAIL}') AS email,
    (NOT plain OR starts_with(level, '0') OR starts_with(level, '+')) AND regexp_full_match(level, '${PHONE}') AS phone,
    NOT plain AND regexp_full_match(level, '${DAY}') AS "day"
  FROM (SELECT *, ${isTableNumber('level', 'plain')} AS plain FROM table_levels)
  )
)
GROUP BY position ORDER BY position`;

function textProfile(row: Row): TextProfile {
  const number = (name: keyof TextProfile): number => Number(row[name] ?? 0);
  return {
    kind: 'texts',
    position: number('position'),
    present: number('present'),
    levels: number('levels'),
    top: number('top'),
    plain: number('plain'),
    point: number('point'),
    comma: number('comma'),
    amounts: number('amounts'),
    zeroed: number('zeroed'),
    yes: number('yes'),
    no: number('no'),
    emails: number('emails'),
    phones: number('phones'),
    days: number('days'),
    letters: number('letters'),
    shortest: number('shortest'),
    longest: number('longest'),
  };
}

function batches(positions: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(positions.length / size) }, (_, index) =>
    positions.slice(index * size, (index + 1) * size),
  );
}
