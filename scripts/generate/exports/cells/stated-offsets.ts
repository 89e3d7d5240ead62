import type { Engine } from '#generate/warehouse/engine.ts';
import type { CellForm } from './cell-form.ts';
import { statedOffset, statesOffset } from './cell-sql.ts';
import { ISO_SECONDS } from './time-cells.ts';

/** How the times of one column state their offset from UTC. */
export interface StatedOffsets {
  /** Some rows state an offset of their own. */
  stated: boolean;
  /** Every row that has a time states one. */
  always: boolean;
  /** Nothing but an offset stands behind the seconds of any row. */
  endsKnown: boolean;
  /** SQL of the offset in seconds over the column "name"; null where a row states none. */
  offset: string;
}

const NONE: StatedOffsets = {
  stated: false,
  always: false,
  endsKnown: false,
  offset: 'CAST(NULL AS INTEGER)',
};

/** What stands behind the seconds of ISO times is one of few texts; more than these are fractions of seconds. */
const FEW = 40;

/** Finds the offsets that the times of a column ("raw") state. */
export async function findOffsets(
  engine: Engine,
  cell: string | null,
  name: string,
  form: CellForm,
): Promise<StatedOffsets> {
  if (cell === null) return NONE;
  const column = `"${name}"`;
  if (form.dates === 'local' || form.dateFormat !== null) {
    const stated = await anyStates(engine, cell, form);
    return stated ? { ...NONE, stated, offset: statedOffset(column, form) } : NONE;
  }
  const ends = await engine.rows<{ text: string }>(
    `SELECT DISTINCT trim(substr(${cell}, ${ISO_SECONDS + 1})) AS text FROM raw WHERE ${cell} IS NOT NULL LIMIT ${FEW + 1}`,
  );
  const texts = ends.map(({ text }) => text);
  if (texts.length > FEW || texts.some((text) => !/^(Z|UTC|[+-][01]\d:?[0-5]\d)?$/.test(text))) {
    const stated = await anyStates(engine, cell, form);
    return stated ? { ...NONE, stated, offset: statedOffset(column, form) } : NONE;
  }
  const zones = texts.filter((text) => text !== '');
  if (zones.length === 0) return { ...NONE, endsKnown: true };
  const cases = zones.map((text) => `WHEN '${text}' THEN ${offsetSeconds(text)}`);
  return {
    stated: true,
    always: zones.length === texts.length,
    endsKnown: true,
    offset: `CASE ltrim(substr(${column}, ${ISO_SECONDS + 1})) ${cases.join(' ')} END`,
  };
}

/** @example offsetSeconds('-0530') // => -19800 */
function offsetSeconds(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

async function anyStates(engine: Engine, cell: string, form: CellForm): Promise<boolean> {
  const [row] = await engine.rows<{ any: boolean | null }>(
    `SELECT bool_or(${statesOffset(`trim(${cell})`, form)}) AS "any" FROM raw`,
  );
  return row?.any === true;
}
