import type { RepeatCounts } from '#core/kpis/repeat-purchase-rate.ts';
import type { Engine } from '../engine.ts';

/**
 * Customers and repeat customers by window. Of the days a customer bought in a window only the last one is counted,
 * so each customer counts once, without grouping millions of customers for every window.
 */
const REPEAT_COUNTS_BY_WINDOW = `
SELECT
  w.id,
  count(d.person) AS customers,
  count(d.person) FILTER (d.previous >= w.from_day) AS repeaters
FROM kpi_windows w
LEFT JOIN purchase_days d
  ON d.day >= w.from_day AND d.day <= w.to_day AND (d.next IS NULL OR d.next > w.to_day)
WHERE w.kind = $1
GROUP BY w.id
ORDER BY w.id`;

/** Who bought, and who bought on two days, in each window of the kind. */
export async function repeatCountsByWindow(
  engine: Engine,
  kind: string,
): Promise<Map<string, RepeatCounts>> {
  const rows = await engine.rows(REPEAT_COUNTS_BY_WINDOW, [kind]);
  return new Map(
    rows.map((row) => [
      String(row['id']),
      { customers: Number(row['customers']), repeaters: Number(row['repeaters']) },
    ]),
  );
}
