import type { Engine } from '#generate/warehouse/engine.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { rawCell } from '../read/load-raw.ts';
import { trimmedCell } from './cell-text.ts';
import { NULL_TOKENS, sqlTexts } from './null-tokens.ts';

/** Days from 1954 to 2064, counted as spreadsheet programs do, with the time of day as a fraction. */
const SERIAL = String.raw`([2-5]\d{4}|60000)([.,]\d{1,15})?`;
/** Day 0 of that count; its 29 February 1900, which never was, is in it. */
const EPOCH = `TIMESTAMP '1899-12-30'`;

/**
 * Writes the days of "raw" anew as "2026-03-14" or "2026-03-14 09:30:00" in columns of days that hold nothing but the
 * numbers by which a spreadsheet program counts days: a sheet or CSV that was saved without their format. Of a column with
 * other days among them nothing is changed: there the program may have taken the month for the day.
 */
export async function writeSerialDays(engine: Engine, plan: FilePlan): Promise<void> {
  if (plan.fixedWidth !== null) return;
  for (const [name, { type }] of Object.entries(plan.adapter.columns)) {
    const binding = plan.bindings.get(name);
    if ((type !== 'date' && type !== 'timestamp') || binding?.from !== 'header') continue;
    const column = rawCell(plan, binding.index);
    const cell = trimmedCell(column);
    const isFilled = `${cell} IS NOT NULL AND ${cell} NOT IN (${sqlTexts(NULL_TOKENS)})`;
    const [found] = await engine.rows<{ serial: boolean | null }>(
      `SELECT bool_and(regexp_full_match(${cell}, '${SERIAL}')) AS serial FROM raw WHERE ${isFilled}`,
    );
    if (found?.serial !== true) continue;
    const seconds = `CAST(round(CAST(replace(${cell}, ',', '.') AS DECIMAL(20,14)) * 86400) AS BIGINT)`;
    const time = `${EPOCH} + to_seconds(${seconds})`;
    await engine.run(
      `UPDATE raw SET ${column} = CASE WHEN ${seconds} % 86400 = 0 THEN strftime(${time}, '%Y-%m-%d')
        ELSE strftime(${time}, '%Y-%m-%d %H:%M:%S') END WHERE ${isFilled}`,
    );
  }
}
