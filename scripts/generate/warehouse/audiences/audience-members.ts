import { AUDIENCE_RULES, type AudienceId } from '#core/audiences/audience.ts';
import type { Engine } from '../engine.ts';
import { createPurchaseOrders } from '../features/purchase-orders.ts';

const { newDays, secondPurchase, christmas, oneBrand, formerlyHappy, hero } = AUDIENCE_RULES;

/**
 * Table `audience_members`: audience, buyer and why, one row for each audience that a buyer belongs to. Tables
 * `buyers` and `purchase_orders` as for Portraits; `buyer_net`: what the last months brought, returns taken off.
 */
export async function createAudienceMembers(engine: Engine, asOf: string): Promise<void> {
  await createPurchaseOrders(engine, asOf);
  await engine.run(BUYER_NET, [asOf]);
  await engine.run(BUYER_RHYTHM, [asOf]);
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE audience_members (audience VARCHAR, buyer INTEGER, reason VARCHAR)',
  );
  for (const [audience, members] of Object.entries(MEMBERS)) {
    const parameters = members.includes('$2') ? [audience, asOf] : [audience];
    await engine.run(
      `INSERT INTO audience_members SELECT $1, buyer, reason FROM (${members})`,
      parameters,
    );
  }
}

/** A refund can cover tax and postage: no order is worth less than nothing. */
const BUYER_NET = `
CREATE OR REPLACE TEMP TABLE buyer_net AS
SELECT p.buyer, count(*) AS orders,
       sum(CAST(greatest(0, p.paid - coalesce(r.value, o.refund, 0)) AS DECIMAL(28,8))) AS net
FROM purchase_orders p
JOIN orders o USING (order_key)
LEFT JOIN (
  SELECT order_key, sum(value) AS value FROM returns
  WHERE order_key IS NOT NULL AND returned_on <= CAST($1 AS DATE) GROUP BY order_key
) r USING (order_key)
WHERE p.placed_on > CAST($1 AS DATE) - INTERVAL ${hero.months} MONTH
GROUP BY p.buyer`;

/** Purchases on one day are one: the gap lies between days. */
const BUYER_RHYTHM = `
CREATE OR REPLACE TEMP TABLE buyer_rhythm AS
WITH days AS (
  SELECT buyer, placed_on, count(*) AS orders,
         placed_on - lag(placed_on) OVER (PARTITION BY buyer ORDER BY placed_on) AS gap
  FROM purchase_orders GROUP BY buyer, placed_on
)
SELECT buyer, min(placed_on) AS first_on, max(placed_on) AS last_on, count(*) AS days,
       CAST(sum(orders) AS BIGINT) AS orders, quantile_disc(gap, 0.5) AS usual_gap,
       CAST($1 AS DATE) - min(placed_on) AS tenure, CAST($1 AS DATE) - max(placed_on) AS recency
FROM days GROUP BY buyer`;

/** Who belongs to each audience, and why in words that a caller can use. $1 is the audience's id, $2 is as-of. */
const MEMBERS: Record<AudienceId, string> = {
  new: `
SELECT buyer, 'first purchase on ' || first_on AS reason
FROM buyer_rhythm WHERE tenure < ${newDays}`,

  'second-purchase-due': `
SELECT buyer, 'one purchase, ' || tenure || ' days ago' AS reason
FROM buyer_rhythm
WHERE days = 1 AND tenure BETWEEN ${secondPurchase.fromDays} AND ${secondPurchase.toDays}`,

  'last-christmas': `
SELECT buyer, 'last purchase on ' || last_on AS reason
FROM buyer_rhythm
WHERE last_on BETWEEN CAST(year(CAST($2 AS DATE)) - 1 || '-${christmas.from}' AS DATE)
                  AND CAST(year(CAST($2 AS DATE)) - 1 || '-${christmas.to}' AS DATE)`,

  'one-brand': `
WITH brands AS (
  SELECT p.buyer, l.brand, sum(l.quantity) AS pieces,
         sum(sum(l.quantity)) OVER (PARTITION BY p.buyer) AS all_pieces
  FROM order_lines l JOIN purchase_orders p USING (order_key)
  WHERE l.is_product AND l.quantity > 0 AND NOT l.whole_order
  GROUP BY p.buyer, l.brand
)
SELECT buyer, CAST(round(100 * pieces / all_pieces) AS INTEGER) || ' % of ' || CAST(round(all_pieces) AS INTEGER)
              || ' pieces are of ' || brand AS reason
FROM brands
WHERE brand <> '' AND all_pieces >= ${oneBrand.pieces} AND pieces >= ${oneBrand.share} * all_pieces`,

  'formerly-happy': `
SELECT buyer, orders || ' orders, about every ' || usual_gap || ' days; none for ' || recency || ' days' AS reason
FROM buyer_rhythm
WHERE orders >= ${formerlyHappy.orders} AND usual_gap IS NOT NULL
  AND recency >= greatest(${formerlyHappy.days}, ${formerlyHappy.gaps} * usual_gap)`,

  hero: `
SELECT buyer, orders || ' orders in ${hero.months} months' AS reason
FROM (
  SELECT *, row_number() OVER (ORDER BY net DESC, buyer) AS place, count(*) OVER () AS buyers
  FROM buyer_net
)
WHERE place <= ceil(${hero.share} * buyers) AND orders >= ${hero.orders} AND net > 0`,
};
