import type { ServiceCases } from '#core/kpis/service-cases.ts';
import type { Engine } from '../engine.ts';
import type { CaseKind } from './service-cases.ts';

/** Squares and products are of the cases of each person: who lives far away waits again. */
const SERVICE_CASES_BY_WINDOW = `
WITH of_people AS (
  SELECT w.id, count(c.day) AS cases, count(*) FILTER (c.good) AS good
  FROM kpi_windows w
  LEFT JOIN service_cases c ON c.kind = w.kind AND c.day >= w.from_day AND c.day <= w.to_day
  WHERE w.kind = $1
  GROUP BY w.id, coalesce(c.person, -1 - c.rowid)
)
SELECT
  id,
  sum(cases) AS cases,
  sum(good) AS good,
  count(*) FILTER (cases > 0) AS people,
  sum(cases * cases) AS cases_squared,
  sum(good * good) AS good_squared,
  sum(cases * good) AS cases_times_good
FROM of_people
GROUP BY id
ORDER BY id`;

/** Cases, those that went as they should, and people in each window of the kind. */
export async function serviceCasesByWindow(
  engine: Engine,
  kind: CaseKind,
): Promise<Map<string, ServiceCases>> {
  const rows = await engine.rows(SERVICE_CASES_BY_WINDOW, [kind]);
  return new Map(
    rows.map((row) => [
      String(row['id']),
      {
        cases: Number(row['cases']),
        good: Number(row['good']),
        people: Number(row['people']),
        casesSquared: Number(row['cases_squared']),
        goodSquared: Number(row['good_squared']),
        casesTimesGood: Number(row['cases_times_good']),
      },
    ]),
  );
}
