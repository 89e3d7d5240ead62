import type { Engine } from '../engine.ts';
import { in64Bits } from './purchase-orders.ts';

/**
 * Table `buyer_totals`: one row a buyer with exact sums of what they did; tables `buyer_categories`, `buyer_brands`
 * and `buyer_channels`: the same by category, brand and channel, where the exports name them.
 */
export async function createBuyerTotals(engine: Engine, asOf: string): Promise<void> {
  await engine.run(TOTALS, [asOf]);
  await engine.run(LINES);
  for (const [column, table] of [
    ['category', 'buyer_categories'],
    ['brand', 'buyer_brands'],
  ] as const) {
    await engine.run(linesBy(column, table));
  }
  await engine.run('DROP TABLE buyer_lines');
  await engine.run(CHANNELS);
}

/** Whoever bought once, or a few times in a week, is counted as active for a year: not fifty orders a year. */
const SHORTEST_ACTIVE_DAYS = 365;

/** Days with a share of their own; Saturday and Sunday are the weekend. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

const TOTALS = `
CREATE OR REPLACE TEMP TABLE buyer_totals AS
WITH days AS (
  SELECT buyer, placed_on, placed_on - lag(placed_on) OVER (PARTITION BY buyer ORDER BY placed_on) AS gap
  FROM purchase_orders
), rhythm AS (
  -- orders of one day are one purchase: between them lie no days
  SELECT buyer, count(*) FILTER (WHERE gap IS NULL OR gap > 0) AS purchase_days,
         CAST(sum(gap) AS HUGEINT) AS gap_sum, CAST(sum(gap * gap) AS HUGEINT) AS gap_squares,
         arg_min(gap, placed_on) FILTER (WHERE gap > 0) AS second_gap
  FROM days GROUP BY buyer
), sums AS (
  SELECT buyer, count(*) AS orders, ${in64Bits('sum(items)')} AS items, ${in64Bits('sum(paid)')} AS paid,
         -- what figures about items are of: orders whose things the exports name
         count(items) AS itemised_orders, ${in64Bits('sum(paid) FILTER (WHERE items IS NOT NULL)')} AS itemised_paid,
         ${in64Bits('sum(returned_items)')} AS returned_items, ${in64Bits('sum(exchanged_items)')} AS exchanged_items,
         ${in64Bits('sum(discount)')} AS discount,
         count(*) FILTER (WHERE discounted) AS discounted_orders,
         count(*) FILTER (WHERE gift) AS gift_orders,
         count(*) FILTER (WHERE month(placed_on) >= 11) AS holiday_orders,
         count(*) FILTER (WHERE month(placed_on) BETWEEN 3 AND 5) AS spring_orders,
         count(*) FILTER (WHERE month(placed_on) BETWEEN 6 AND 8) AS summer_orders,
         count(*) FILTER (WHERE month(placed_on) BETWEEN 9 AND 10) AS autumn_orders,
         count(*) FILTER (WHERE isodow(placed_on) >= 6) AS weekend_orders,
         ${WEEKDAYS.map((day, index) => `count(*) FILTER (WHERE isodow(placed_on) = ${index + 1}) AS ${day}_orders`).join(', ')},
         min(placed_on) AS first_on, max(placed_on) AS last_on
  FROM purchase_orders GROUP BY buyer
)
SELECT s.*, r.purchase_days, r.gap_sum, r.gap_squares, r.second_gap,
       CAST($1 AS DATE) - s.last_on AS recency_days,
       CAST($1 AS DATE) - s.first_on AS tenure_days,
       -- from the first to the last order and one usual gap more: two Christmases in a row are one order a year
       greatest(s.last_on - s.first_on + CASE WHEN r.purchase_days > 1 THEN (s.last_on - s.first_on) // (r.purchase_days - 1) ELSE 0 END,
                ${SHORTEST_ACTIVE_DAYS}) AS active_days
FROM sums s JOIN rhythm r USING (buyer)`;

/** Both splits are of the same lines, which are looked up once. */
const LINES = `
CREATE OR REPLACE TEMP TABLE buyer_lines AS
SELECT o.buyer, l.category, l.brand, ${in64Bits('sum(l.net)')} AS paid
FROM order_lines l JOIN purchase_orders o USING (order_id)
WHERE l.is_product AND l.quantity > 0
GROUP BY o.buyer, l.category, l.brand`;

const linesBy = (column: 'category' | 'brand', table: string): string => `
CREATE OR REPLACE TEMP TABLE ${table} AS
SELECT buyer, ${column} AS name, ${in64Bits('sum(paid)')} AS paid
FROM buyer_lines
WHERE ${column} <> ''
GROUP BY buyer, ${column}`;

const CHANNELS = `
CREATE OR REPLACE TEMP TABLE buyer_channels AS
SELECT buyer, channel AS name, count(*) AS orders, ${in64Bits('sum(paid)')} AS paid
FROM purchase_orders
WHERE channel <> ''
GROUP BY buyer, channel`;
