import type { Engine } from '../engine.ts';
import { createBuyerTotals } from './buyer-totals.ts';

/** Customers whose orders are dealt into halves at most; ordered by digest, as for the fit. */
const MOST_HALVED = 5_000;
/** Customers among whom orders are dealt anew at most; ordered by digest. */
export const MOST_DEALT = 10_000;

const WAYS = ['first', 'second', 'dealt'] as const;
/** One half of each customer's orders, the other half, or everybody's orders dealt anew among the customers. */
export type OrdersOtherwise = (typeof WAYS)[number];

/**
 * Does the same work with `purchase_orders` and `buyer_totals` of other orders of the customers; afterwards the tables are
 * of all their own orders again.
 *
 * - Halves: of customers who have orders in both. Which half an order is in depends on the digest of its key: a coin, so
 *   that how many orders somebody has in one half says nothing of the other.
 * - Dealt: whole orders change hands by chance, as many to each customer as before. What an order holds stays together, and
 *   how many orders somebody has; what else one customer's orders have in common is gone.
 *
 * @param ways which other orders
 */
export async function withOrdersOtherwise(
  engine: Engine,
  asOf: string,
  work: (orders: OrdersOtherwise) => Promise<void>,
  ways: readonly OrdersOtherwise[] = WAYS,
): Promise<void> {
  await engine.run('ALTER TABLE purchase_orders RENAME TO all_purchase_orders');
  try {
    for (const orders of ways) {
      if (orders === 'dealt') await engine.run(DEALT_ORDERS);
      else await engine.run(ORDERS_OF_HALF, [orders === 'first']);
      await createBuyerTotals(engine, asOf);
      await work(orders);
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
  ORDER BY buyer LIMIT ${MOST_HALVED}
)`;

/** Two orders by two digests of the same keys: the order at a place of the one goes to whoever is there in the other. */
const DEALT_ORDERS = `
CREATE OR REPLACE TEMP TABLE purchase_orders AS
WITH placed AS (
  SELECT p.*, row_number() OVER (ORDER BY md5(o.order_key), p.order_id) AS place,
         row_number() OVER (ORDER BY md5('dealt ' || o.order_key), p.order_id) AS dealt
  FROM all_purchase_orders p JOIN orders o USING (order_id)
  WHERE p.buyer <= ${MOST_DEALT}
)
SELECT taker.buyer, given.* EXCLUDE (buyer, place, dealt)
FROM placed given JOIN placed taker ON given.place = taker.dealt`;
