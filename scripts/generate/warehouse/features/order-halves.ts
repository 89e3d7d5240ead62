import type { Engine } from '../engine.ts';
import { createBuyerTotals } from './buyer-totals.ts';

/** Customers whose orders are dealt into halves at most; ordered by digest, as for the fit. */
const MOST_CUSTOMERS = 5_000;

/**
 * Does the same work twice, with `purchase_orders` and `buyer_totals` of one half of the orders and then of the other,
 * of customers who have orders in both; afterwards the tables are of all orders again. Which half an order is in
 * depends on the digest of its key: a coin, so that how many orders somebody has in one half says nothing of the other.
 */
export async function withOrderHalves(
  engine: Engine,
  asOf: string,
  work: (half: 'first' | 'second') => Promise<void>,
): Promise<void> {
  await engine.run('ALTER TABLE purchase_orders RENAME TO all_purchase_orders');
  try {
    for (const half of ['first', 'second'] as const) {
      await engine.run(ORDERS_OF_HALF, [half === 'first']);
      await createBuyerTotals(engine, asOf);
      await work(half);
    }
  } finally {
    await engine.run('DROP TABLE IF EXISTS purchase_orders');
    await engine.run('ALTER TABLE all_purchase_orders RENAME TO purchase_orders');
    await createBuyerTotals(engine, asOf);
  }
}

const ORDERS_OF_HALF = `
CREATE OR REPLACE TEMP TABLE purchase_orders AS
WITH dealt AS (
  SELECT p.*, md5(o.order_key) < '8' AS is_first FROM all_purchase_orders p JOIN orders o USING (order_id)
)
SELECT * EXCLUDE (is_first) FROM dealt
WHERE is_first = $1 AND buyer IN (
  SELECT buyer FROM dealt
  GROUP BY buyer HAVING bool_or(is_first) AND bool_or(NOT is_first)
  ORDER BY buyer LIMIT ${MOST_CUSTOMERS}
)`;
