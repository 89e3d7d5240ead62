import type { RetentionSums } from '#core/kpis/retention-sums.ts';
import type { Engine, Row } from '../engine.ts';

/**
 * Customers who bought in the window before, and their net revenue then and in the window. Days are first added up to
 * the pieces that no window's border cuts, so that a customer's orders are not grouped anew for every window.
 */
const RETENTION_SUMS_BY_WINDOW = `
WITH windows AS (
  SELECT number, before_from, from_day, to_day FROM kpi_windows WHERE kind = $1
),
borders AS (
  SELECT before_from AS day FROM windows
  UNION SELECT from_day FROM windows
  UNION SELECT to_day + 1 FROM windows
),
pieces AS (
  SELECT day AS from_day, lead(day) OVER (ORDER BY day) AS until_day FROM borders
),
piece_days AS (
  SELECT d.placed_on, p.from_day AS piece
  FROM (SELECT DISTINCT placed_on FROM kpi_orders) d
  JOIN pieces p ON d.placed_on >= p.from_day AND d.placed_on < p.until_day
),
window_pieces AS (
  SELECT w.number, p.from_day AS piece, p.from_day < w.from_day AS earlier
  FROM windows w
  JOIN pieces p ON p.from_day >= w.before_from AND p.from_day <= w.to_day
),
spent AS (
  SELECT o.person, d.piece, CAST(sum(o.net_units) AS BIGINT) AS net, bool_or(o.is_purchase) AS bought
  FROM kpi_orders o
  JOIN piece_days d ON d.placed_on = o.placed_on
  WHERE o.person IS NOT NULL
  GROUP BY o.person, d.piece
),
customers AS (
  SELECT
    w.number,
    CAST(coalesce(sum(s.net) FILTER (w.earlier), 0) AS BIGINT) AS before,
    CAST(coalesce(sum(s.net) FILTER (NOT w.earlier), 0) AS BIGINT) AS after,
    coalesce(bool_or(s.bought) FILTER (NOT w.earlier), false) AS kept
  FROM window_pieces w
  JOIN spent s ON s.piece = w.piece
  GROUP BY w.number, s.person
  HAVING bool_or(s.bought) FILTER (w.earlier)
),
cents AS (
  SELECT
    *,
    CAST((before + 500000) // 1000000 AS HUGEINT) AS before_cents,
    CAST((after + 500000) // 1000000 AS HUGEINT) AS after_cents
  FROM customers
)
SELECT
  min(w.id) AS id,
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
FROM cents c
JOIN kpi_windows w ON w.kind = $1 AND w.number = c.number
GROUP BY c.number
ORDER BY id`;

/** Money is added up in hundred-millionths. */
const UNITS = 1e8;

/** What last year's customers brought then and now, for each window of the kind in which any bought before. */
export async function retentionSumsByWindow(
  engine: Engine,
  kind: string,
): Promise<Map<string, RetentionSums>> {
  const rows = await engine.rows(RETENTION_SUMS_BY_WINDOW, [kind]);
  return new Map(rows.map((row) => [String(row['id']), retentionSums(row)]));
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
