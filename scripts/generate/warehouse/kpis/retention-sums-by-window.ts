import type { KpiWindow } from '#core/kpis/kpi-windows.ts';
import type { RetentionSums } from '#core/kpis/retention-sums.ts';
import type { Engine, Row } from '../engine.ts';

/** A window, and the first day of the one before it. */
export interface RetentionWindow extends KpiWindow {
  beforeFrom: string;
}

/**
 * Customers who bought from the day $1 until before $2, and their net revenue then and from $2 to $3. A statement a window:
 * to group the customers of all windows at once takes more than twice as long, and their table has no room in memory.
 */
const RETENTION_SUMS = `
WITH customers AS (
  SELECT
    CAST(coalesce(sum(net_units) FILTER (placed_on < CAST($2 AS DATE)), 0) AS BIGINT) AS before,
    CAST(coalesce(sum(net_units) FILTER (placed_on >= CAST($2 AS DATE)), 0) AS BIGINT) AS after,
    coalesce(bool_or(is_purchase) FILTER (placed_on >= CAST($2 AS DATE)), false) AS kept
  FROM kpi_orders
  WHERE placed_on >= CAST($1 AS DATE) AND placed_on <= CAST($3 AS DATE) AND person IS NOT NULL
  GROUP BY person
  HAVING bool_or(is_purchase) FILTER (placed_on < CAST($2 AS DATE))
),
cents AS (
  SELECT
    *,
    CAST((before + 500000) // 1000000 AS HUGEINT) AS before_cents,
    CAST((after + 500000) // 1000000 AS HUGEINT) AS after_cents
  FROM customers
)
SELECT
  count(*) AS customers,
  count(*) FILTER (kept) AS kept,
  sum(before) AS before,
  sum(after) AS after,
  sum(least(before, after)) AS lesser,
  sum(before_cents) AS before_cents,
  sum(after_cents) AS after_cents,
  sum(before_cents * before_cents) AS before_cents_squared,
  sum(after_cents * after_cents) AS after_cents_squared,
  sum(before_cents * after_cents) AS before_times_after_cents
FROM cents
HAVING count(*) > 0`;

/** Money is added up in hundred-millionths. */
const UNITS = 1e8;

/** What last year's customers brought then and now, for each of the windows before which any bought. */
export async function retentionSumsByWindow(
  engine: Engine,
  windows: readonly RetentionWindow[],
): Promise<Map<string, RetentionSums>> {
  const sums = new Map<string, RetentionSums>();
  for (const { id, beforeFrom, from, to } of windows) {
    const [row] = await engine.rows(RETENTION_SUMS, [beforeFrom, from, to]);
    if (row) sums.set(id, retentionSums(row));
  }
  return sums;
}

function retentionSums(row: Row): RetentionSums {
  return {
    customers: Number(row['customers']),
    kept: Number(row['kept']),
    before: Number(row['before']) / UNITS,
    after: Number(row['after']) / UNITS,
    lesser: Number(row['lesser']) / UNITS,
    beforeCents: Number(row['before_cents']),
    afterCents: Number(row['after_cents']),
    beforeCentsSquared: Number(row['before_cents_squared']),
    afterCentsSquared: Number(row['after_cents_squared']),
    beforeTimesAfterCents: Number(row['before_times_after_cents']),
  };
}
