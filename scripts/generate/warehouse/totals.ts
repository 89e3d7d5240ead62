import type { Totals } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine } from './engine.ts';
import { createOrderSums } from './order-sums.ts';
import { roundHalfEven } from './round-half-even.ts';

/**
 * What the exports add up to, before any KPI: figures that can be compared with the shop's own. Lines that are no
 * products count here.
 */
export async function computeTotals(engine: Engine, config: PortalConfig): Promise<Totals> {
  await createOrderSums(engine);
  const [orders] = await engine.rows<{ all: string; cancelled: string }>(
    `SELECT count(*) AS "all", count(*) FILTER (cancelled) AS cancelled FROM orders`,
  );
  const [lines] = await engine.rows<{ all: string; valid: string; revenue: string | null }>(
    `SELECT count(*) FILTER (NOT whole_order) AS "all", count(*) FILTER (valid AND NOT whole_order) AS valid,
      sum(value) FILTER (valid) AS revenue FROM order_lines`,
  );
  const [customers] = await engine.rows<{ all: string; buyers: string; repeat: string }>(
    `SELECT count(*) AS "all", count(*) FILTER (has_bought) AS buyers, count(*) FILTER (first_on < last_on) AS repeat
    FROM (
      SELECT min(o.placed_on) FILTER (NOT o.cancelled AND s.bought) AS first_on,
             max(o.placed_on) FILTER (NOT o.cancelled AND s.bought) AS last_on,
             count(*) FILTER (NOT o.cancelled AND s.product_lines > 0) > 0 AS has_bought
      FROM orders o LEFT JOIN order_sums s USING (order_id)
      WHERE o.customer_id IS NOT NULL GROUP BY o.customer_id
      UNION ALL
      -- Where nobody is known by orders, those of the customer table are all there are.
      SELECT NULL, NULL, true FROM table_customers
      WHERE customer IS NOT NULL AND NOT EXISTS (FROM orders WHERE customer IS NOT NULL)
    )`,
  );
  return {
    orders: Number(orders?.all ?? 0),
    cancelledOrders: Number(orders?.cancelled ?? 0),
    orderLines: Number(lines?.all ?? 0),
    validLines: Number(lines?.valid ?? 0),
    customers: Number(customers?.all ?? 0),
    buyers: Number(customers?.buyers ?? 0),
    repeatCustomers: Number(customers?.repeat ?? 0),
    revenue: roundHalfEven(lines?.revenue ?? '0', 2),
    currency: config.currency,
  };
}
