import type { PersonaDays } from '#core/personas/persona-totals.ts';
import type { Engine } from '../engine.ts';

/** How many customers of each Portrait (`everybody` = 1: of all) have each number of days. */
const DAYS = `
WITH buyer AS (
  SELECT p.persona, t.recency_days, t.tenure_days, t.second_gap,
         CASE WHEN t.purchase_days > 1 THEN round(CAST(t.gap_sum AS DOUBLE) / (t.purchase_days - 1), 1) END AS gap
  FROM buyer_totals t LEFT JOIN buyer_personas p USING (buyer)
), told AS (
  SELECT persona, 'recency' AS what, CAST(recency_days AS DOUBLE) AS days FROM buyer
  UNION ALL SELECT persona, 'gap', gap FROM buyer WHERE gap IS NOT NULL
  UNION ALL SELECT persona, 'second', CAST(second_gap AS DOUBLE) FROM buyer WHERE second_gap IS NOT NULL
  UNION ALL SELECT persona, 'waiting', CAST(tenure_days AS DOUBLE) FROM buyer WHERE second_gap IS NULL
), of_personas AS (
  SELECT persona, what, days, count(*) AS customers FROM told GROUP BY persona, what, days
)
SELECT persona, grouping(persona) AS everybody, what, days, sum(customers) AS customers
FROM of_personas
GROUP BY GROUPING SETS ((persona, what, days), (what, days))
ORDER BY everybody, persona, what, days`;

/** Customers by days since the last order, between orders, and to the second purchase or without one so far. */
export async function readPersonaDays(engine: Engine): Promise<Map<string | null, PersonaDays>> {
  const groups = new Map<string | null, PersonaDays>();
  for (const row of await engine.rows(DAYS)) {
    const everybody = Number(row['everybody']) === 1;
    if (!everybody && row['persona'] === null) continue;
    const key = everybody ? null : String(row['persona']);
    const group = groups.get(key) ?? noDays();
    groups.set(key, group);
    const days = Number(row['days']);
    const customers = Number(row['customers']);
    switch (row['what']) {
      case 'recency':
        group.recency.push({ value: days, count: customers });
        break;
      case 'gap':
        group.gap.push({ value: days, count: customers });
        break;
      case 'second':
        group.second.push({ value: days, count: customers });
        group.followUps.push({ days, events: customers, censored: 0 });
        break;
      default:
        group.followUps.push({ days, events: 0, censored: customers });
    }
  }
  return groups;
}

/** Nobody's days. */
export function noDays(): PersonaDays {
  return { recency: [], gap: [], second: [], followUps: [] };
}
