import type { Engine } from '#generate/warehouse/engine.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { rawCell } from '../read/load-raw.ts';
import { trimmedCell } from './cell-text.ts';
import { NULL_TOKENS, sqlTexts } from './null-tokens.ts';
import { TURNED_DAYS } from './time-cells.ts';

/** Days from 1954 to 2064, counted as spreadsheet programs do, with the time of day as a fraction. */
const SERIAL = String.raw`([2-5]\d{4}|60000)([.,]\d{1,15})?`;
/** Day 0 of that count; its 29 February 1900, which never was, is in it. */
const EPOCH = `TIMESTAMP '1899-12-30'`;

/**
 * Writes the days of "raw" anew as "2026-03-14" or "2026-03-14 09:30:00" where they are the numbers by which a spreadsheet
 * program counts days: a sheet or CSV that was saved without their format. In a CSV with other days among them they are
 * left, since a number can have slipped into the column; in a sheet, people type texts among the days of the program.
 *
 * @returns columns of a sheet in which the program may have taken the month for the day (TURNED_DAYS)
 */
export async function writeSerialDays(engine: Engine, plan: FilePlan): Promise<string[]> {
  if (plan.fixedWidth !== null) return [];
  const isSheet = plan.origin?.kind === 'sheet';
  const turned: string[] = [];
  for (const [name, { type }] of Object.entries(plan.adapter.columns)) {
    const binding = plan.bindings.get(name);
    if ((type !== 'date' && type !== 'timestamp') || binding?.from !== 'header') continue;
    const column = rawCell(plan, binding.index);
    const cell = trimmedCell(column);
    const isSerial = `regexp_full_match(${cell}, '${SERIAL}')`;
    const isFilled = `${cell} IS NOT NULL AND ${cell} NOT IN (${sqlTexts(NULL_TOKENS)})`;
    const [found] = await engine.rows<{ all: boolean | null; any: boolean | null }>(
      `SELECT bool_and(${isSerial}) AS "all", bool_or(${isSerial}) AS "any" FROM raw WHERE ${isFilled}`,
    );
    if (found?.all === true || (isSheet && found?.any === true)) {
      const seconds = `CAST(round(TRY_CAST(replace(${cell}, ',', '.') AS DECIMAL(20,14)) * 86400) AS BIGINT)`;
      const time = `${EPOCH} + to_seconds(${seconds})`;
      await engine.run(
        `UPDATE raw SET ${column} = CASE WHEN ${seconds} % 86400 = 0 THEN strftime(${time}, '%Y-%m-%d')
          ELSE strftime(${time}, '%Y-%m-%d %H:%M:%S') END WHERE ${isSerial}`,
      );
    }
    if (isSheet && (await mayBeTurned(engine, cell))) turned.push(name);
  }
  return turned;
}

async function mayBeTurned(engine: Engine, cell: string): Promise<boolean> {
  const { texts, earlyTexts, lateDays } = TURNED_DAYS;
  const [found] = await engine.rows<{ turned: boolean | null }>(
    `SELECT bool_or(${texts(cell)}) AND NOT bool_or(${earlyTexts(cell)}) AND NOT bool_or(${lateDays(cell)}) AS turned
    FROM raw WHERE ${cell} IS NOT NULL`,
  );
  return found?.turned === true;
}
