import type { Engine } from '#generate/warehouse/engine.ts';
import { ORDER_COLUMNS } from './portrait-orders.ts';

const FILE = `read_csv($1, delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, columns = {${Object.entries(
  ORDER_COLUMNS,
)
  .map(([name, type]) => `'${name}': '${type}'`)
  .join(', ')}})`;

/** The engine's bare typed scan of the file: one figure of each column. */
export async function scanOrders(engine: Engine, file: string): Promise<void> {
  const figures = Object.keys(ORDER_COLUMNS).map((name) => `max("${name}")`);
  await engine.rows(`SELECT ${figures.join(', ')} FROM ${FILE}`, [file]);
}

/**
 * The engine's bare aggregation of twenty behaviour features of every customer, straight from the file: nothing is
 * checked, matched, keyed or kept.
 */
export async function aggregateFeatures(engine: Engine, file: string): Promise<void> {
  const shares = Array.from(
    { length: 6 },
    (_, index) =>
      `sum(paid) FILTER (WHERE category = 'Category ${index}') / sum(paid) AS category_${index}`,
  );
  await engine.run(
    `CREATE TEMP TABLE bare_features AS
     WITH lines AS (
       SELECT *, CAST("placedAt" AS DATE) AS placed_on, quantity * "unitPrice" - discount AS paid FROM ${FILE}
     ), orders AS (
       SELECT email, "order", any_value(placed_on) AS placed_on, any_value(channel) AS channel, bool_or(gift) AS gift,
              sum(paid) AS paid, sum(quantity) AS items, sum(discount) > 0 AS discounted
       FROM lines GROUP BY email, "order"
     ), gaps AS (
       SELECT *, placed_on - lag(placed_on) OVER (PARTITION BY email ORDER BY placed_on) AS gap FROM orders
     ), habits AS (
       SELECT email, count(*) AS orders, sum(paid) AS paid, sum(items) AS items,
              sum(paid) / count(*) AS order_value, sum(items) / count(*) AS items_per_order, sum(paid) / sum(items) AS unit_price,
              DATE '2026-01-01' - max(placed_on) AS recency, DATE '2026-01-01' - min(placed_on) AS tenure,
              sum(gap) AS gap_sum, sum(gap * gap) AS gap_squares,
              count(*) FILTER (WHERE discounted) / count(*) AS discount_share, count(*) FILTER (WHERE gift) / count(*) AS gift_share,
              count(*) FILTER (WHERE channel = 'app') / count(*) AS app_share,
              count(*) FILTER (WHERE month(placed_on) >= 11) / count(*) AS holiday_share,
              count(*) FILTER (WHERE isodow(placed_on) >= 6) / count(*) AS weekend_share
       FROM gaps GROUP BY email
     ), shares AS (
       SELECT email, ${shares.join(', ')} FROM lines GROUP BY email
     )
     SELECT * FROM habits JOIN shares USING (email)`,
    [file],
  );
}
