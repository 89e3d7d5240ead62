import type { Engine } from '../engine.ts';
import { createBuyerSplits } from './buyer-splits.ts';
import { sumOf } from './purchase-orders.ts';

/**
 * Table `buyer_totals`: one row a buyer with exact sums of what they did; table `first_orders`: the purchases of each
 * buyer's first day; and the tables of `createBuyerSplits`.
 */
export async function createBuyerTotals(engine: Engine, asOf: string): Promise<void> {
  await createBuyerSums(engine, asOf);
  await engine.run(FIRST_ORDERS);
  await createBuyerSplits(engine, asOf);
}

/** Table `buyer_totals` alone. */
export async function createBuyerSums(engine: Engine, asOf: string): Promise<void> {
  await engine.run(SUMS, [asOf]);
}

/**
 * SQL: whoever bought once, or a few times in a week, is counted as active for a year: not fifty orders a year. Exports that
 * go back less far could have shown nobody for a year: who came back counts from their first day on.
 */
const SHORTEST_ACTIVE_DAYS =
  'CASE WHEN r.purchase_days > 1 THEN least(365, CAST($1 AS DATE) - (SELECT min(placed_on) FROM purchase_orders)) ELSE 365 END';

/** Days with a share of their own; Saturday and Sunday are the weekend. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

const SUMS = `
CREATE OR REPLACE TEMP TABLE buyer_totals AS
WITH days AS (
  SELECT buyer, placed_on, placed_on - lag(placed_on) OVER (PARTITION BY buyer ORDER BY placed_on) AS gap
  FROM purchase_orders
), rhythm AS (
  -- orders of one day are one purchase: between them lie no days
  SELECT buyer, count(*) FILTER (WHERE gap IS NULL OR gap > 0) AS purchase_days,
         sum(gap * gap) AS gap_squares,
         min(placed_on) FILTER (WHERE gap > 0) AS second_on
  FROM days GROUP BY buyer
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
         min(placed_on) AS first_on, max(placed_on) AS last_on
  FROM purchase_orders GROUP BY buyer
)
SELECT s.*, r.purchase_days, s.last_on - s.first_on AS gap_sum, r.gap_squares, r.second_on - s.first_on AS second_gap,
       CAST($1 AS DATE) - s.last_on AS recency_days,
       CAST($1 AS DATE) - s.first_on AS tenure_days,
       -- from the first to the last order and one usual gap more: two Christmases in a row are one order a year
       greatest(s.last_on - s.first_on + CASE WHEN r.purchase_days > 1 THEN (s.last_on - s.first_on) // (r.purchase_days - 1) ELSE 0 END,
                ${SHORTEST_ACTIVE_DAYS}) AS active_days
FROM sums s JOIN rhythm r USING (buyer)`;

const FIRST_ORDERS = `
CREATE OR REPLACE TEMP TABLE first_orders AS
SELECT o.buyer, o.order_id, o.channel, o.discounted, o.gift
FROM purchase_orders o JOIN buyer_totals t ON t.buyer = o.buyer AND t.first_on = o.placed_on`;
