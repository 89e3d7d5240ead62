import type { Period } from '#core/schemas/identifiers.ts';
import type { Engine } from './engine.ts';

/** Orders of the last days, counted. */
export interface BoxCounts {
  period: Period;
  orders: number;
  /** Orders whose customer is known. */
  known: number;
  /** Of these: placed on the customer's first day with an order. */
  first: number;
  gifts: number;
  /** Whether any order of the exports is marked as a gift. */
  giftsAreKnown: boolean;
  /** Of core customers, where the config has a rule for them. */
  core: number;
  /** Of known customers whom no Portrait was given. */
  unassigned: number;
  /** Orders by Portrait, most first. */
  personas: { persona: string; orders: number }[];
}

/** Orders with something to pack: not cancelled, with a product. */
const PACKED = `NOT o.cancelled AND o.placed_on <= CAST($1 AS DATE)
  AND o.order_id IN (SELECT order_id FROM order_sums WHERE product_lines > 0)`;

const COUNTS = `
WITH boxes AS (
  SELECT o.order_key, o.customer, o.placed_on, o.gift FROM orders o WHERE ${PACKED} AND o.placed_on >= CAST($2 AS DATE)
), firsts AS (
  SELECT o.customer, min(o.placed_on) AS first_on
  FROM orders o
  WHERE o.customer IN (SELECT customer FROM boxes) AND ${PACKED}
  GROUP BY o.customer
)
SELECT p.persona, grouping(p.persona) AS everybody, count(*) AS orders, count(x.customer) AS known,
       count(*) FILTER (WHERE x.placed_on = f.first_on) AS first, count(*) FILTER (WHERE x.gift) AS gifts,
       count(*) FILTER (WHERE b.buyer IN (FROM core_customers)) AS core,
       count(x.customer) FILTER (WHERE p.persona IS NULL) AS unassigned
FROM boxes x
LEFT JOIN firsts f ON f.customer = x.customer
LEFT JOIN buyers b ON b.customer = x.customer
LEFT JOIN buyer_personas p ON p.buyer = b.buyer
GROUP BY GROUPING SETS ((p.persona), ())
ORDER BY everybody DESC, orders DESC, p.persona`;

/**
 * Counts the orders of so many days, the day of the figures the last; where these days have none, those of the newest
 * day that has. Null without any order. Needs `order_sums`, `buyers`, `buyer_personas` and `core_customers`.
 */
export async function readBoxCounts(
  engine: Engine,
  asOf: string,
  days: number,
): Promise<BoxCounts | null> {
  const [counted] = await engine.rows<{ from: string | null; to: string | null; gifts: boolean }>(
    `SELECT CASE WHEN max(o.placed_on) > CAST($1 AS DATE) - ${days} THEN CAST(CAST($1 AS DATE) - ${days - 1} AS VARCHAR)
            ELSE CAST(max(o.placed_on) AS VARCHAR) END AS "from",
            CASE WHEN max(o.placed_on) > CAST($1 AS DATE) - ${days} THEN CAST($1 AS VARCHAR)
            ELSE CAST(max(o.placed_on) AS VARCHAR) END AS "to",
            EXISTS (FROM orders WHERE gift) AS gifts
     FROM orders o WHERE ${PACKED}`,
    [asOf],
  );
  if (counted?.from == null || counted.to === null) return null;
  const [all, ...groups] = await engine.rows(COUNTS, [counted.to, counted.from]);
  if (!all) return null;
  return {
    period: { from: counted.from, to: counted.to },
    orders: Number(all['orders']),
    known: Number(all['known']),
    first: Number(all['first']),
    gifts: Number(all['gifts']),
    giftsAreKnown: counted.gifts,
    core: Number(all['core']),
    unassigned: Number(all['unassigned']),
    personas: groups.flatMap(({ persona, orders }) =>
      persona === null ? [] : [{ persona: String(persona), orders: Number(orders) }],
    ),
  };
}
