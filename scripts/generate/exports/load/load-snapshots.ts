import type { Engine } from '#generate/warehouse/engine.ts';
import type { LoadRequest } from './load-request.ts';

/** Figures that another tool computed; their period becomes its first and last day. */
export async function loadSnapshots(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO kpi_snapshots
    SELECT coalesce(tool, $1), kpi, from_day,
      CASE WHEN contains(period, '/') THEN TRY_CAST(split_part(period, '/', 2) AS DATE)
        ELSE CAST(from_day + CASE WHEN length(period) = 4 THEN INTERVAL 1 YEAR WHEN contains(period, 'Q') THEN INTERVAL 3 MONTH ELSE INTERVAL 1 MONTH END - INTERVAL 1 DAY AS DATE) END,
      value, unit, n, numerator, denominator
    FROM (
      SELECT *, CASE
        WHEN contains(period, '/') THEN TRY_CAST(split_part(period, '/', 1) AS DATE)
        WHEN contains(period, 'Q') THEN make_date(CAST(left(period, 4) AS INTEGER), CAST(right(period, 1) AS INTEGER) * 3 - 2, 1)
        WHEN length(period) = 4 THEN make_date(CAST(period AS INTEGER), 1, 1)
        ELSE make_date(CAST(left(period, 4) AS INTEGER), CAST(right(period, 2) AS INTEGER), 1) END AS from_day
      FROM "rows"
    )`,
    [source],
  );
}
