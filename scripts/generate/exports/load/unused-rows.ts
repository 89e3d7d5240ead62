import type { Engine } from '#generate/warehouse/engine.ts';
import type { ExportTable } from '../interchange.ts';
import type { RowAccount } from './row-account.ts';

/** Rows that are kept and in no figure, told by a condition on a row r of them, and what is said of them. */
const UNUSED: Partial<
  Record<ExportTable, { condition: (rows: string) => string; reason: string }>
> = {
  campaign_results: {
    // The others are in warehouse/campaigns/campaign-arms.ts or in platform-totals.ts.
    condition: (rows) => `(r.detail IS NOT NULL OR r.campaign NOT IN (
      SELECT campaign FROM ${rows} WHERE detail IS NULL AND (variant IS NOT NULL OR collapsed) AND campaign IS NOT NULL
    )) AND (coalesce(r."endsOn", r."sentOn") IS NULL OR coalesce(r.spend, r.recipients, r.delivered) IS NULL)`,
    reason:
      'Rows without variants to compare that lack their days, or both spend and recipients: kept, and in no figure yet',
  },
  shipments: {
    condition: () => 'r."promisedOn" IS NULL OR r."deliveredOn" IS NULL',
    reason:
      'Parcels without a promised day or without a day of delivery: kept, and in no figure yet',
  },
  survey_responses: {
    condition: () =>
      'r.customer IS NULL OR r.customer NOT IN (SELECT customer FROM orders WHERE customer IS NOT NULL)',
    reason: 'Answers of people without an order in the exports: kept, and in no figure yet',
  },
  customer_traits: {
    condition: () => 'r.text IS NULL',
    reason: 'Traits that are numbers: kept, and in no figure yet',
  },
};

/**
 * Says of each file how many of its rows nothing is worked out from yet: they are read and kept, and counted as used, so
 * that nobody looks for them in a figure.
 *
 * @param rows a table with the table's interchange columns besides file and "row"
 */
export async function noteUnusedRows(
  engine: Engine,
  account: RowAccount,
  table: ExportTable,
  rows: string,
): Promise<void> {
  const unused = UNUSED[table];
  if (unused === undefined) return;
  const counts = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, count(*) AS "rows" FROM (
      SELECT file, "row", bool_and(${unused.condition(rows)}) AS is_unused FROM ${rows} r GROUP BY file, "row"
    ) WHERE is_unused GROUP BY file ORDER BY file`,
  );
  for (const { file, rows: n } of counts)
    account.note(file, { code: 'note/no-figure', reason: unused.reason }, Number(n));
}
