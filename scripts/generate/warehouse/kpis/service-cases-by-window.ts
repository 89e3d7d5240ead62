import type { ServiceCases } from '#core/kpis/service-cases.ts';
import type { Engine } from '../engine.ts';
import type { CaseKind } from './service-cases.ts';

const SERVICE_CASES_BY_WINDOW = `
SELECT
  w.id,
  count(c.day) AS cases,
  count(*) FILTER (c.good) AS good,
  count(DISTINCT c.person) + count(c.day) FILTER (c.person IS NULL) AS people
FROM kpi_windows w
LEFT JOIN service_cases c ON c.kind = w.kind AND c.day >= w.from_day AND c.day <= w.to_day
WHERE w.kind = $1
GROUP BY w.id
ORDER BY w.id`;

/** Cases, those that went as they should, and people in each window of the kind. */
export async function serviceCasesByWindow(
  engine: Engine,
  kind: CaseKind,
): Promise<Map<string, ServiceCases>> {
  const rows = await engine.rows(SERVICE_CASES_BY_WINDOW, [kind]);
  return new Map(
    rows.map((row) => [
      String(row['id']),
      { cases: Number(row['cases']), good: Number(row['good']), people: Number(row['people']) },
    ]),
  );
}
