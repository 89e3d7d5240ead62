import { sqlTexts } from '#generate/exports/cells/null-tokens.ts';
import type { Engine, Row } from '../engine.ts';
import { BUYER_ROWS, filledCell, tableCell, type TableHeading } from './table-columns.ts';
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

/** Words for yes in the languages of the shops' exports, and the marks of ticked boxes. */
export const YES_WORDS = 'yes,y,true,t,1,on,x,✓,✔,ja,j,wahr,oui,o,vrai,sí,si,s,sì,verdadero,vero,sim,tak,ano,igen,kyllä,evet,da,checked,selected'.split(','); // prettier-ignore
/** Words for no in the same languages. */
export const NO_WORDS = 'no,n,false,f,0,off,nein,falsch,non,faux,falso,não,nao,nie,ne,nem,ei,hayır,nu,nee,nej,unchecked'.split(','); // prettier-ignore

const EMAIL = String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`;
/** With a plus, a zero in front or separators: a plain number of as many digits is an amount. */
const PHONE = String.raw`\(?(\+|0)[0-9 ()./-]{6,24}|[0-9]{2,5}[ /-][0-9][0-9 /-]{5,20}`;
const DAY = String.raw`(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]+(\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{4}|\d{2})|[A-Za-z]{3,9} \d{1,2},? \d{4})([T ,]+\d{1,2}:\d{2}.*)?`;

/** Columns of one statement; each reads its own cells only, so that the batches together read the table once. */
const NUMBER_BATCH = 10;
const LEVEL_BATCH = 50;

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
  for (const batch of batches(texts, LEVEL_BATCH)) {
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
  const profiles: NumberProfile[] = [];
  for (const batch of batches(positions, NUMBER_BATCH)) {
    const counts = batch.flatMap((position) => {
      const cell = `nullif(${tableCell('c', position)}, '')`;
      const number = `TRY_CAST(${cell} AS DOUBLE)`;
      return [
        `count(${cell}) AS present${position}`,
        `count(${number}) AS plain${position}`,
        // NaN and infinity are beyond every number, so one of the two shows them.
        `min(${number}) AS least${position}`,
        `max(${number}) AS greatest${position}`,
        `count(*) FILTER (WHERE NOT contains(${cell}, '.')) AS whole${position}`,
        `count(*) FILTER (WHERE ${hasZeroInFront(cell)}) AS zeroed${position}`,
        `min(length(${cell})) AS shortest${position}`,
        `max(length(${cell})) AS longest${position}`,
      ];
    });
    const [row] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${BUYER_ROWS} c`);
    const found = batch.flatMap((position) => {
      const one = (name: string): number => Number(row?.[`${name}${position}`] ?? NaN);
      const [present, least, greatest] = [one('present'), one('least'), one('greatest')];
      const isNumbers = one('plain') === present && one('zeroed') === 0;
      if (!isNumbers || !Number.isFinite(least) || !Number.isFinite(greatest)) return [];
      const isWhole = one('whole') === present;
      const lengths = { shortest: one('shortest'), longest: one('longest') };
      return [{ position, present, least, greatest, isWhole, ...lengths }];
    });
    const whole = found.filter(({ isWhole }) => isWhole).map(({ position }) => position);
    const different = await countDifferent(engine, whole);
    profiles.push(
      ...found.map(({ isWhole: _, ...profile }) => ({
        kind: 'numbers' as const,
        ...profile,
        wholeLevels: different.get(profile.position) ?? null,
      })),
    );
  }
  return profiles;
}

async function countDifferent(
  engine: Engine,
  positions: readonly number[],
): Promise<Map<number, number>> {
  const different = new Map<number, number>();
  for (const batch of batches(positions, LEVEL_BATCH)) {
    const counts = batch.map(
      (position) => `count(DISTINCT ${tableCell('c', position)}) AS n${position}`,
    );
    const [row] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${BUYER_ROWS} c`);
    for (const position of batch) different.set(position, Number(row?.[`n${position}`] ?? 0));
  }
  return different;
}

/** Table "table_levels": the different cells of these columns, and how many customers have each. */
async function createLevels(engine: Engine, positions: readonly number[]): Promise<void> {
  const cells = positions.map((position) => tableCell('c', position));
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE table_levels AS
     SELECT position, level, sum(customers) AS customers
     FROM (
       SELECT position, ${filledCell('cell')} AS level, count(*) AS customers
       FROM (SELECT unnest([${positions.join(', ')}]) AS position, unnest([${cells.join(', ')}]) AS cell
         FROM ${BUYER_ROWS} c)
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
  ${counted('plain')} AS plain, ${counted('point')} AS point, ${counted('comma')} AS comma, ${counted('zeroed')} AS zeroed,
  ${counted(`word IN (${sqlTexts(YES_WORDS)})`)} AS yes, ${counted(`word IN (${sqlTexts(NO_WORDS)})`)} AS no,
  ${counted('email')} AS emails, ${counted('phone')} AS phones, ${counted('"day"')} AS days,
  sum(customers * length(level)) AS letters, min(length(level)) AS shortest, max(length(level)) AS longest
FROM (
  SELECT *, lower(level) AS word,
    plain AND ${hasZeroInFront('level')} AS zeroed,
    NOT plain AND ${isTableNumber('level', 'point')} AS point,
    NOT plain AND ${isTableNumber('level', 'comma')} AS comma,
    contains(level, '@') AND regexp_matches(level, '${EMAIL}') AS email,
    (NOT plain OR starts_with(level, '0') OR starts_with(level, '+')) AND regexp_full_match(level, '${PHONE}') AS phone,
    NOT plain AND regexp_full_match(level, '${DAY}') AS "day"
  FROM (SELECT *, ${isTableNumber('level', 'plain')} AS plain FROM table_levels)
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
