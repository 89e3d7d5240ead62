import type { Engine } from '#generate/warehouse/engine.ts';
import type { ExportTable } from '../interchange.ts';
import type { RowAccount } from './row-account.ts';

/** What rows are called that name an order, and what becomes of them without it. */
const WITHOUT_ORDER: Partial<Record<ExportTable, string>> = {
  returns: 'Returns whose order number no order has, or several have: they count in no figure',
  shipments:
    'Parcels whose order number no order has, or several have: they count in figures about parcels, and for no customer',
  fulfilment_checks:
    'Checks whose order number no order has, or several have: they count in figures about checks, and for no customer',
  survey_responses:
    'Answers whose order number no order has, or several have: they count as answers, and for no order',
  tickets:
    'Tickets whose order number no order has, or several have: they count as tickets, and for no order',
};

/**
 * Says of each file how many rows name an order that is found nowhere. The rows stay, since an older order may simply not
 * be exported; but a number in another form finds nothing at all, and that must be seen.
 *
 * @param rows a table with the columns file, "row", "order" and order_key
 */
export async function noteUnknownOrders(
  engine: Engine,
  account: RowAccount,
  table: ExportTable,
  rows: string,
): Promise<void> {
  const counts = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, count(DISTINCT "row") AS "rows" FROM ${rows}
    WHERE "order" IS NOT NULL AND order_key IS NULL GROUP BY file ORDER BY file`,
  );
  const reason = WITHOUT_ORDER[table] ?? 'Rows whose order number no order has, or several have';
  for (const { file, rows: unknown } of counts)
    account.note(file, { code: 'note/unknown-order', reason }, Number(unknown));
}
