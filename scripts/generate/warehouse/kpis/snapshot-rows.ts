import type { Engine } from '../engine.ts';

/** A figure that another tool computed. */
export interface SnapshotRow {
  source: string;
  kpi: string;
  from: string;
  /** As-of at the latest. */
  to: string;
  /** The period is not over at as-of: the figure is what the tool had counted so far. */
  running: boolean;
  value: number;
  unit: string;
  n: number | null;
  numerator: number | null;
  denominator: number | null;
}

const SNAPSHOT_ROWS = `
SELECT DISTINCT
  source, kpi, CAST(period_from AS VARCHAR) AS from_day, CAST(least(period_to, CAST($1 AS DATE)) AS VARCHAR) AS to_day,
  period_to > CAST($1 AS DATE) AS running, value, unit, n, numerator, denominator
FROM kpi_snapshots
WHERE period_from <= CAST($1 AS DATE)
ORDER BY ALL`;

/** The figures of other tools up to as-of, by tool, KPI and period. */
export async function snapshotRows(engine: Engine, asOf: string): Promise<SnapshotRow[]> {
  const rows = await engine.rows(SNAPSHOT_ROWS, [asOf]);
  return rows.map((row) => ({
    source: String(row['source']),
    kpi: String(row['kpi']),
    from: String(row['from_day']),
    to: String(row['to_day']),
    running: row['running'] === true,
    value: Number(row['value']),
    unit: String(row['unit']),
    n: row['n'] == null ? null : Number(row['n']),
    numerator: row['numerator'] == null ? null : Number(row['numerator']),
    denominator: row['denominator'] == null ? null : Number(row['denominator']),
  }));
}
