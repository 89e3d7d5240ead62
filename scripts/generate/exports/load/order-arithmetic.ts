import type { OrderArithmetic } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { roundHalfEven } from '#generate/warehouse/round-half-even.ts';

/** How many orders of each source come to the total that their export states, and by how much the others miss it. */
export async function readOrderArithmetic(
  engine: Engine,
  config: PortalConfig,
): Promise<OrderArithmetic[]> {
  const rows = await engine.rows<Record<string, string>>(
    `SELECT source, count(*) AS orders, count(difference) AS checked,
      count(*) FILTER (tax <> 0 OR net_share <> 1) AS tax_known, count(*) FILTER (difference = 0) AS add_up,
      count(*) FILTER (difference = 0 AND tax_inside) AS tax_inside,
      count(*) FILTER (difference = 0 AND NOT tax_inside) AS tax_on_top,
      count(*) FILTER (difference <> 0) AS differ,
      coalesce(sum(abs(difference)), 0) AS difference, coalesce(max(abs(difference)), 0) AS largest
    FROM orders GROUP BY source ORDER BY source`,
  );
  return rows.map((row) => ({
    source: row['source'] ?? '',
    orders: Number(row['orders']),
    checked: Number(row['checked']),
    addUp: Number(row['add_up']),
    taxKnown: Number(row['tax_known']),
    taxInside: Number(row['tax_inside']),
    taxOnTop: Number(row['tax_on_top']),
    differ: Number(row['differ']),
    differenceSum: roundHalfEven(row['difference'] ?? '0', 2),
    largestDifference: roundHalfEven(row['largest'] ?? '0', 2),
    currency: config.currency,
  }));
}
