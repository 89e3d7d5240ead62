import type { Engine } from '#generate/warehouse/engine.ts';
import type { AccountReason, RowAccount } from './row-account.ts';

/** What a return says that its order does not, told by a condition on `judged`. */
const DOUBTS: { condition: string; reason: AccountReason }[] = [
  {
    condition: 'is_foreign',
    reason: {
      code: 'note/foreign-sku',
      reason:
        'Returns of a sku that is not in their order: they count, without a value of their own with the average of its things',
    },
  },
  {
    condition: 'is_too_much',
    reason: {
      code: 'note/more-returned-than-bought',
      reason:
        'Returns of more pieces than were bought: no more counts than was paid for their order',
    },
  },
];

/**
 * Says of each file how many returns cannot be as they stand: a sku that the order does not hold, more pieces than it
 * holds. They count, since the return itself is real; orders of which no export names the things are not judged.
 *
 * @param returns a table with the columns file, "row", order_key, sku and pieces (null: not counted)
 */
export async function noteDoubtfulReturns(
  engine: Engine,
  account: RowAccount,
  returns: string,
): Promise<void> {
  for (const { condition, reason } of DOUBTS) {
    const counts = await engine.rows<{ file: number; rows: string }>(
      `${JUDGED(returns)} SELECT file, count(DISTINCT "row") AS "rows" FROM judged WHERE ${condition} GROUP BY file ORDER BY file`,
    );
    for (const { file, rows } of counts) account.note(file, reason, Number(rows));
  }
}

/** SQL of `judged`: each return beside what its order holds of its sku, and in all. */
const JUDGED = (returns: string): string => `
  WITH bought AS (
    SELECT order_key, sku, sum(quantity) AS pieces, bool_or(whole_order) AS whole_order
    FROM order_lines WHERE quantity > 0 AND order_key IN (SELECT order_key FROM ${returns})
    GROUP BY order_key, sku
  ), orders_bought AS (
    SELECT order_key, sum(pieces) AS pieces, bool_and(sku IS NOT NULL) AS has_skus
    FROM bought GROUP BY order_key HAVING NOT bool_or(whole_order)
  ), back AS (
    SELECT *, sum(pieces) OVER (PARTITION BY order_key, sku) AS sku_back, sum(pieces) OVER (PARTITION BY order_key) AS all_back
    FROM ${returns} WHERE order_key IS NOT NULL
  ), judged AS (
    SELECT r.file, r."row", o.has_skus AND r.sku IS NOT NULL AND b.sku IS NULL AS is_foreign,
      coalesce(r.sku_back > b.pieces, false) OR coalesce(r.all_back > o.pieces, false) AS is_too_much
    FROM back r JOIN orders_bought o ON o.order_key = r.order_key
      LEFT JOIN bought b ON b.order_key = r.order_key AND b.sku = r.sku
  )`;
