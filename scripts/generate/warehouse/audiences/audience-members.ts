import type { AudienceId } from '#core/audiences/audience.ts';
import type { AudienceSettings } from '#core/schemas/audience-settings.ts';
import type { Engine } from '../engine.ts';
import { createPurchaseOrders } from '../features/purchase-orders.ts';
import { createKpiOrders } from '../kpis/kpi-orders.ts';
import { createAudienceSettings } from './audience-settings-table.ts';

/** The shop's typical time to a second purchase is told from so many people, else not at all. */
const ENOUGH_SECOND_PURCHASES = 10;

/**
 * Table `audience_members`: audience, customer and why, one row for each audience that a customer belongs to.
 * Besides, by buyer: `buyer_net` (what the last months brought, returns taken off) and `buyer_rhythm` (days of purchase
 * and `write_on`, the day on which the next one is expected by their own rhythm, of one-time buyers by the shop's typical
 * time to a second purchase; as-of where it is past, null where nobody can tell).
 * Tables `buyers` and `purchase_orders` as for Portraits and `kpi_orders` as for KPIs; those of the same run are taken as
 * they are.
 */
export async function createAudienceMembers(
  engine: Engine,
  asOf: string,
  settings: AudienceSettings,
): Promise<void> {
  if (!(await hasTable(engine, 'purchase_orders'))) await createPurchaseOrders(engine, asOf);
  await createAudienceSettings(engine, asOf, settings);
  if (!(await hasTable(engine, 'kpi_orders'))) await createKpiOrders(engine, asOf);
  await engine.run(netSince('buyer_net', 'value_months'));
  await engine.run(netSince('hero_net', 'hero_months'));
  await engine.run(PURCHASE_DAYS);
  await engine.run(BUYER_RHYTHM, [ENOUGH_SECOND_PURCHASES]);
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE audience_members (audience VARCHAR, customer VARCHAR, reason VARCHAR)',
  );
  for (const [audience, members] of Object.entries(MEMBERS)) {
    await engine.run(
      `INSERT INTO audience_members
       SELECT $1, b.customer, m.reason FROM (${members}) m JOIN buyers b USING (buyer)`,
      [audience],
    );
  }
  await engine.run(`INSERT INTO audience_members ${BASKETS}`, ['follow-up-baskets']);
}

/** A run that found Portraits and KPIs has them already, of the same orders and the same as-of. */
async function hasTable(engine: Engine, name: string): Promise<boolean> {
  const found = await engine.rows(
    'SELECT 1 AS found FROM information_schema.tables WHERE table_name = $1',
    [name],
  );
  return found.length > 0;
}

/** Purchases and net revenue of each buyer: by the money of the KPI, credit notes taken off too. */
function netSince(table: string, months: string): string {
  return `
CREATE OR REPLACE TEMP TABLE ${table} AS
SELECT b.buyer, count(*) FILTER (o.is_purchase) AS orders, sum(o.paid - o.returned) AS net
FROM kpi_orders o
JOIN buyers b ON b.customer_id = o.person
CROSS JOIN audience_settings s
WHERE o.placed_on > s.as_of - to_months(s.${months})
GROUP BY b.buyer`;
}

/** Purchases on one day are one: the gap lies between days. */
const PURCHASE_DAYS = `
CREATE OR REPLACE TEMP TABLE purchase_days AS
SELECT buyer, placed_on, count(*) AS orders,
       row_number() OVER (PARTITION BY buyer ORDER BY placed_on) AS place,
       placed_on - lag(placed_on) OVER (PARTITION BY buyer ORDER BY placed_on) AS gap
FROM purchase_orders GROUP BY buyer, placed_on`;

/** Of two gaps, the median lies between: half a day counts as a whole one. */
function wholeDays(gap: string): string {
  return `CAST(floor(${gap} + 0.5) AS INTEGER)`;
}

const BUYER_RHYTHM = `
CREATE OR REPLACE TEMP TABLE buyer_rhythm AS
WITH shop AS (
  SELECT CASE WHEN count(*) >= $1 THEN median(gap) END AS second_gap
  FROM purchase_days WHERE place = 2
),
rhythm AS (
  SELECT buyer, min(placed_on) AS first_on, max(placed_on) AS last_on, count(*) AS days,
         CAST(sum(orders) AS BIGINT) AS orders, median(gap) AS usual_gap
  FROM purchase_days GROUP BY buyer
)
SELECT r.*, s.as_of - first_on AS tenure, s.as_of - last_on AS recency,
       CASE WHEN coalesce(usual_gap, second_gap) IS NOT NULL
         THEN greatest(s.as_of, last_on + ${wholeDays('coalesce(usual_gap, second_gap)')}) END AS write_on
FROM rhythm r CROSS JOIN shop CROSS JOIN audience_settings s`;

/**
 * SQL that is true for a share of things drawn by chance: by digests of a seed and what is drawn, so that the same
 * thing is drawn or not on every day, on every machine.
 */
function isDrawn(seed: string, drawn: string, share: string): string {
  return `CAST('0x' || left(sha256(concat_ws(':', ${seed}, ${drawn})), 8) AS BIGINT) < ${share} * 4294967296`;
}

/** Who belongs to each audience, and why in words that a caller can use. */
const MEMBERS: Record<Exclude<AudienceId, 'follow-up-baskets'>, string> = {
  hero: `
SELECT n.buyer, n.orders || ' orders in ' || hero_months || ' months' AS reason
FROM (
  SELECT *, row_number() OVER (ORDER BY net DESC, buyer) AS place, count(*) OVER () AS buyers
  FROM hero_net WHERE orders > 0
) n CROSS JOIN audience_settings
WHERE place <= ceil(hero_share * buyers) AND n.orders >= hero_orders AND net > 0`,

  new: `
SELECT buyer, 'first purchase on ' || first_on AS reason
FROM buyer_rhythm CROSS JOIN audience_settings WHERE tenure < new_days`,

  'second-purchase-due': `
SELECT buyer, 'one purchase, ' || tenure || ' days ago' AS reason
FROM buyer_rhythm CROSS JOIN audience_settings
WHERE days = 1 AND tenure BETWEEN due_from AND due_to`,

  'last-christmas': `
SELECT buyer, 'last purchase on ' || last_on AS reason
FROM buyer_rhythm CROSS JOIN audience_settings
WHERE year(last_on) = year(as_of) - 1 AND strftime(last_on, '%m-%d') BETWEEN season_from AND season_to`,

  'formerly-happy': `
SELECT buyer, orders || ' orders, about every ' || ${wholeDays('usual_gap')} || ' days; none for ' || recency || ' days' AS reason
FROM buyer_rhythm CROSS JOIN audience_settings
WHERE orders >= former_orders AND usual_gap IS NOT NULL
  AND recency >= greatest(former_days, former_gaps * usual_gap)`,

  'one-brand': `
WITH brands AS (
  SELECT p.buyer, l.brand, sum(l.quantity) AS pieces,
         sum(sum(l.quantity)) OVER (PARTITION BY p.buyer) AS all_pieces
  FROM order_lines l JOIN purchase_orders p USING (order_id)
  WHERE l.is_product AND l.quantity > 0 AND NOT l.whole_order
  GROUP BY p.buyer, l.brand
)
SELECT buyer, CAST(round(100 * pieces / all_pieces) AS INTEGER) || '% of ' || CAST(round(all_pieces) AS INTEGER)
              || ' pieces are of ' || brand AS reason
FROM brands CROSS JOIN audience_settings
WHERE brand <> '' AND all_pieces >= loyal_pieces AND pieces >= loyal_share * all_pieces`,

  // Drawn by purchase: whoever was not drawn last week has the same chance with the next one.
  'follow-up-buyers': `
SELECT r.buyer, 'last purchase on ' || r.last_on AS reason
FROM buyer_rhythm r JOIN buyers b USING (buyer) JOIN customers c USING (customer) CROSS JOIN audience_settings
WHERE r.recency < calls_days AND ${isDrawn('calls_seed', 'c.digest, r.last_on', 'calls_share')}`,
};

/** Of customers, not of buyers: many who leave a basket have never bought. */
const BASKETS = `
SELECT $1, k.customer, 'left a basket on ' || max(k.abandoned_on)
FROM abandoned_baskets k
JOIN customers c USING (customer)
CROSS JOIN audience_settings
WHERE k.recovered_on IS NULL AND k.abandoned_on <= as_of AND k.abandoned_on > as_of - baskets_days
  AND ${isDrawn('baskets_seed', 'c.digest, k.abandoned_on', 'baskets_share')}
  AND NOT EXISTS (
    SELECT 1 FROM orders o WHERE o.customer = k.customer AND o.placed_on >= k.abandoned_on AND NOT o.cancelled
  )
GROUP BY k.customer`;
