import type { ValueCount } from '#core/statistics/median-interval.ts';
import type { Engine } from '../engine.ts';
import type { CaseKind } from './service-cases.ts';

const WAITS_BY_WINDOW = `
SELECT w.id, c.minutes, count(*) AS cases
FROM kpi_windows w
JOIN service_cases c ON c.kind = w.kind AND c.day >= w.from_day AND c.day <= w.to_day
WHERE w.kind = $1
GROUP BY w.id, c.minutes
ORDER BY w.id, c.minutes`;

/** How many waited how many minutes in each window of the kind; a window without anybody is left out. */
export async function waitsByWindow(
  engine: Engine,
  kind: CaseKind,
): Promise<Map<string, ValueCount[]>> {
  const rows = await engine.rows(WAITS_BY_WINDOW, [kind]);
  const waits = new Map<string, ValueCount[]>();
  for (const row of rows) {
    const id = String(row['id']);
    const counts = waits.get(id) ?? [];
    counts.push({ value: Number(row['minutes']), count: Number(row['cases']) });
    waits.set(id, counts);
  }
  return waits;
}
