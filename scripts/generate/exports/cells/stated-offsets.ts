import type { Engine } from '#generate/warehouse/engine.ts';
import type { CellForm } from './cell-form.ts';
import { statedOffset, statesOffset } from './cell-sql.ts';
import { sqlTexts } from './null-tokens.ts';
import { ISO_SECONDS } from './time-cells.ts';

/** How the times of one column state their offset from UTC. */
export interface StatedOffsets {
  /** Some rows state an offset of their own. */
  stated: boolean;
  /** Every row that has a time states one. */
  always: boolean;
  /** Nothing but an offset stands behind the seconds of any row. */
  endsKnown: boolean;
  /** SQL: whether a row that nobody has looked at ends otherwise than those; null where all were looked at. */
  endsOtherwise: string | null;
  /** SQL of the offset in seconds over the column "name"; null where a row states none. */
  offset: string;
}

const NONE: StatedOffsets = {
  stated: false,
  always: false,
  endsKnown: false,
  endsOtherwise: null,
  offset: 'CAST(NULL AS INTEGER)',
};

/** What stands behind the seconds of ISO times is one of few texts; more than these are fractions of seconds. */
const FEW = 40;

/**
 * Finds the offsets that the times of a column ("raw") state.
 *
 * @param isSample "raw" holds only the first rows
 */
export async function findOffsets(
  engine: Engine,
  cell: string | null,
  name: string,
  form: CellForm,
  isSample = false,
): Promise<StatedOffsets> {
  if (cell === null) return NONE;
  const column = `"${name}"`;
  const askEach = async (): Promise<StatedOffsets> => {
    const stated = isSample || (await anyStates(engine, cell, form));
    return stated ? { ...NONE, stated, offset: statedOffset(column, form) } : NONE;
  };
  if (form.dates === 'local' || form.dateFormat !== null) return askEach();
  const ends = await engine.rows<{ text: string }>(
    `SELECT DISTINCT trim(substr(${cell}, ${ISO_SECONDS + 1})) AS text FROM raw WHERE ${cell} IS NOT NULL LIMIT ${FEW + 1}`,
  );
  const seen = ends.map(({ text }) => text);
  const texts = isSample ? withOtherHalves(seen) : seen;
  const areOdd = texts.some((text) => !/^(Z|UTC|[+-][01]\d:?[0-5]\d)?$/.test(text));
  if (texts.length > FEW || areOdd || (isSample && texts.length === 0)) return askEach();
  const zones = texts.filter((text) => text !== '');
  const end = `ltrim(substr(${column}, ${ISO_SECONDS + 1}))`;
  const endsOtherwise = isSample ? `${end} NOT IN (${sqlTexts(texts)})` : null;
  if (zones.length === 0) return { ...NONE, endsKnown: true, endsOtherwise };
  const cases = zones.map((text) => `WHEN '${text}' THEN ${offsetSeconds(text)}`);
  return {
    stated: true,
    always: zones.length === texts.length,
    endsKnown: true,
    endsOtherwise,
    offset: `CASE ${end} ${cases.join(' ')} END`,
  };
}

/** Also the offsets of the other half of the year, which the first rows need not show: a zone's clock is moved by an hour. */
function withOtherHalves(texts: readonly string[]): string[] {
  const moved = texts.flatMap((text) => {
    const [, , , colon] = OFFSET.exec(text) ?? [];
    if (colon === undefined) return [];
    return [-3600, 3600].map((seconds) => {
      const minutes = (offsetSeconds(text) + seconds) / 60;
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
      return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${colon}${String(rest).padStart(2, '0')}`;
    });
  });
  return [...new Set([...texts, ...moved])];
}

const OFFSET = /^([+-])(\d\d)(:?)(\d\d)$/;

/** @example offsetSeconds('-0530') // => -19800 */
function offsetSeconds(text: string): number {
  const [, sign, hours, , minutes] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

async function anyStates(engine: Engine, cell: string, form: CellForm): Promise<boolean> {
  const [row] = await engine.rows<{ any: boolean | null }>(
    `SELECT bool_or(${statesOffset(`trim(${cell})`, form)}) AS "any" FROM raw`,
  );
  return row?.any === true;
}
