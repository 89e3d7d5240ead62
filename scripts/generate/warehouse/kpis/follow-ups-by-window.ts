import type { FollowUp } from '#core/statistics/kaplan-meier-at.ts';
import type { Engine } from '../engine.ts';

/**
 * First-time buyers by window of their first purchase, by the days until their second (an event) or until the
 * watching ended: at as-of ($2) or after the longest time that matters ($3).
 */
const FOLLOW_UPS_BY_WINDOW = `
SELECT
  w.id,
  CASE
    WHEN d.next - d.day <= $3 THEN d.next - d.day
    ELSE least(CAST($2 AS DATE) - d.day, $3)
  END AS days,
  count(*) FILTER (d.next - d.day <= $3) AS events,
  count(*) FILTER (d.next IS NULL OR d.next - d.day > $3) AS censored
FROM kpi_windows w
JOIN purchase_days d ON d.day >= w.from_day AND d.day <= w.to_day
WHERE w.kind = $1 AND d.previous IS NULL
GROUP BY 1, 2
ORDER BY 1, 2`;

/** How long the first-time buyers of each window were watched, and how it ended. */
export async function followUpsByWindow(
  engine: Engine,
  kind: string,
  asOf: string,
  longestDays: number,
): Promise<Map<string, FollowUp[]>> {
  const followUps = new Map<string, FollowUp[]>();
  for (const row of await engine.rows(FOLLOW_UPS_BY_WINDOW, [kind, asOf, longestDays])) {
    const id = String(row['id']);
    const known = followUps.get(id) ?? [];
    known.push({
      days: Number(row['days']),
      events: Number(row['events']),
      censored: Number(row['censored']),
    });
    followUps.set(id, known);
  }
  return followUps;
}
