import type { KpiWindow } from '#core/kpis/kpi-windows.ts';
import type { Engine, Parameter } from '../engine.ts';
import type { CaseKind } from './service-cases.ts';

/** Which figures are counted over the windows. */
export type WindowKind = 'repeat' | 'firstPurchase' | CaseKind;

const CREATE = `
CREATE OR REPLACE TEMP TABLE kpi_windows (
  kind VARCHAR NOT NULL,
  id VARCHAR NOT NULL,
  from_day DATE NOT NULL,
  to_day DATE NOT NULL
)`;

const COLUMNS = 4;

/** Makes the windows of KPIs known to the engine, in place of earlier ones: one statement can then count them all. */
export async function createKpiWindows(
  engine: Engine,
  windows: Partial<Record<WindowKind, readonly KpiWindow[]>>,
): Promise<void> {
  await engine.run(CREATE);
  const rows: Parameter[][] = Object.entries(windows).flatMap(([kind, list]) =>
    list.map(({ id, from, to }) => [kind, id, from, to]),
  );
  if (rows.length === 0) return;
  const places = rows.map((_, row) => {
    const first = row * COLUMNS;
    return `($${first + 1}, $${first + 2}, CAST($${first + 3} AS DATE), CAST($${first + 4} AS DATE))`;
  });
  await engine.run(`INSERT INTO kpi_windows VALUES ${places.join(', ')}`, rows.flat());
}
