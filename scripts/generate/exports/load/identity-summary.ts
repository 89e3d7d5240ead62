import type { IdentitySummary } from '#core/schemas/data-quality.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { withoutTax } from '#generate/warehouse/money-sql.ts';

/** SQL: what an order brought, after discounts, without tax and before returns; nothing if it was cancelled. */
const REVENUE = `CASE WHEN cancelled THEN 0 ELSE coalesce(${withoutTax('gross - coalesce(discount, 0)')}, 0) END`;

/** By what buyers are known, and how much of each source nobody can be named for. Needs `people`. */
export async function readIdentitySummary(engine: Engine): Promise<IdentitySummary> {
  const [all] = await engine.rows<Record<string, string>>(
    `SELECT count(*) AS orders, count(*) FILTER (identified_by = 'email') AS by_email,
      count(*) FILTER (identified_by = 'phone') AS by_phone, count(*) FILTER (identified_by = 'id') AS by_id,
      count(*) FILTER (identified_by IS NULL) AS nobody
    FROM orders LEFT JOIN people USING (customer_id)`,
  );
  const sources = await engine.rows<{
    source: string;
    orders: string;
    nobody: string;
    revenue: string;
    unnamed: string;
  }>(
    `SELECT source, count(*) AS orders, count(*) FILTER (customer IS NULL) AS nobody,
      sum(${REVENUE}) AS revenue, coalesce(sum(${REVENUE}) FILTER (customer IS NULL), 0) AS unnamed
    FROM orders GROUP BY source ORDER BY source`,
  );
  return {
    orders: Number(all?.['orders'] ?? 0),
    byEmail: Number(all?.['by_email'] ?? 0),
    byPhone: Number(all?.['by_phone'] ?? 0),
    byId: Number(all?.['by_id'] ?? 0),
    nobody: Number(all?.['nobody'] ?? 0),
    sources: sources.map((row) => ({
      source: row.source,
      orders: Number(row.orders),
      nobody: Number(row.nobody),
      nobodyShareOfOrders: share(row.nobody, row.orders) ?? 0,
      nobodyShareOfRevenue: share(row.unnamed, row.revenue),
    })),
  };
}

/** Four decimals of a share; null where there is nothing to share. */
function share(part: string, whole: string): number | null {
  if (Number(whole) <= 0) return null;
  return Math.round((Number(part) / Number(whole)) * 10_000) / 10_000;
}
