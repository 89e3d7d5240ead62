import type { KpiWindow } from '#core/kpis/kpi-windows.ts';
import type { Engine, Parameter } from '../engine.ts';
import type { CaseKind } from './service-cases.ts';

/** Which figures are counted over the windows. */
export type WindowKind = 'revenue' | 'retention' | 'repeat' | 'firstPurchase' | CaseKind;

const CREATE = `
CREATE OR REPLACE TEMP TABLE kpi_windows (
  kind VARCHAR NOT NULL,
  number INTEGER NOT NULL,          -- of the window within its kind
  id VARCHAR NOT NULL,
  before_from DATE,                 -- first day of the equal window before; null where none is compared
  from_day DATE NOT NULL,
  to_day DATE NOT NULL
)`;

const COLUMNS = 6;

/** A window, and for retention the first day of the one before it. */
export interface CountingWindow extends KpiWindow {
  beforeFrom?: string;
}

/** Makes the windows of KPIs known to the engine, in place of earlier ones: one statement can then count them all. */
export async function createKpiWindows(
  engine: Engine,
  windows: Partial<Record<WindowKind, readonly CountingWindow[]>>,
): Promise<void> {
  await engine.run(CREATE);
  const rows: Parameter[][] = Object.entries(windows).flatMap(([kind, list]) =>
    list.map(({ id, beforeFrom, from, to }, number) => [
      kind,
      number,
      id,
      beforeFrom ?? null,
      from,
      to,
    ]),
  );
  if (rows.length === 0) return;
  const places = rows.map((_, row) => {
    const first = row * COLUMNS;
    return `($${first + 1}, $${first + 2}, $${first + 3}, CAST($${first + 4} AS DATE), CAST($${first + 5} AS DATE), CAST($${first + 6} AS DATE))`;
  });
  await engine.run(`INSERT INTO kpi_windows VALUES ${places.join(', ')}`, rows.flat());
}
