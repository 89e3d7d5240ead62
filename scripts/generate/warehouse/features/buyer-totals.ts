import type { Engine } from '../engine.ts';
import { createBuyerSplits } from './buyer-splits.ts';
import { sumOf } from './purchase-orders.ts';

/**
 * Table `buyer_totals`: one row a buyer with exact sums of what they did; table `first_orders`: the purchases of each
 * buyer's first day; and the tables of `createBuyerSplits`.
 */
export async function createBuyerTotals(engine: Engine, asOf: string): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE buyer_totals AS ${buyerSums('CAST($1 AS DATE)')}`,
    [asOf],
  );
  await engine.run(FIRST_ORDERS);
  await createBuyerSplits(engine, asOf);
}

/**
 * SQL: whoever bought once, or a few times in a week, is counted as active for a year: not fifty orders a year. Exports that
 * go back less far could have shown nobody for a year: who came back counts from their first day on.
 */
const shortestActiveDays = (asOf: string): string =>
  `CASE WHEN purchase_days > 1 THEN least(365, ${asOf} - (SELECT min(placed_on) FROM purchase_orders)) ELSE 365 END`;

/** Days with a share of their own; Saturday and Sunday are the weekend. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** SQL of the rows of `buyer_totals`, as they are at the end of a day. */
export const buyerSums = (asOf: string): string => `
WITH days AS (
  SELECT *, placed_on - lag(placed_on) OVER (PARTITION BY buyer ORDER BY placed_on) AS gap
  FROM purchase_orders
), sums AS (
  SELECT buyer, count(*) AS orders, ${sumOf('items')} AS items, ${sumOf('paid')} AS paid,
         -- what figures about items are of: orders whose things the exports name
         count(items) AS itemised_orders, ${sumOf('paid', 'items IS NOT NULL')} AS itemised_paid,
         -- and what those about returns are of
         ${sumOf('items', 'returned_items IS NOT NULL')} AS returnable_items,
         ${sumOf('returned_items')} AS returned_items, ${sumOf('exchanged_items')} AS exchanged_items,
         ${sumOf('discount')} AS discount,
         count(*) FILTER (WHERE discounted) AS discounted_orders,
         count(*) FILTER (WHERE gift) AS gift_orders,
         count(*) FILTER (WHERE month(placed_on) >= 11) AS holiday_orders,
         count(*) FILTER (WHERE month(placed_on) BETWEEN 3 AND 5) AS spring_orders,
         count(*) FILTER (WHERE month(placed_on) BETWEEN 6 AND 8) AS summer_orders,
         count(*) FILTER (WHERE month(placed_on) BETWEEN 9 AND 10) AS autumn_orders,
         count(*) FILTER (WHERE isodow(placed_on) >= 6) AS weekend_orders,
         ${WEEKDAYS.map((day, index) => `count(*) FILTER (WHERE isodow(placed_on) = ${index + 1}) AS ${day}_orders`).join(', ')},
         count(*) FILTER (WHERE isodow(placed_on) = 6) AS saturday_orders,
         min(placed_on) AS first_on, max(placed_on) AS last_on,
         -- orders of one day are one purchase: between them lie no days
         count(*) FILTER (WHERE gap IS NULL OR gap > 0) AS purchase_days,
         sum(gap * gap) AS gap_squares, min(placed_on) FILTER (WHERE gap > 0) AS second_on
  FROM days GROUP BY buyer
)
SELECT * EXCLUDE (second_on), last_on - first_on AS gap_sum, second_on - first_on AS second_gap,
       ${asOf} - last_on AS recency_days, ${asOf} - first_on AS tenure_days,
       -- from the first to the last order and one usual gap more: two Christmases in a row are one order a year
       greatest(last_on - first_on + CASE WHEN purchase_days > 1 THEN (last_on - first_on) // (purchase_days - 1) ELSE 0 END,
                ${shortestActiveDays(asOf)}) AS active_days
FROM sums`;

const FIRST_ORDERS = `
CREATE OR REPLACE TEMP TABLE first_orders AS
SELECT o.buyer, o.order_id, o.channel, o.discounted, o.gift
FROM purchase_orders o JOIN buyer_totals t ON t.buyer = o.buyer AND t.first_on = o.placed_on`;
