import type { Engine } from '../engine.ts';

/** Which figures of delivery and service are counted case by case. */
export type CaseKind = 'onTime' | 'accuracy' | 'firstContact' | 'firstAnswer';

/**
 * One row a parcel, a check or a ticket up to as-of (bound), on the day by which it is counted: when the parcel came,
 * the order was checked or the question was asked. What had not come or not been closed on as-of is not known yet.
 * `minutes` are kept to a tenth, so that few different ones are counted.
 */
const SERVICE_CASES = `
CREATE OR REPLACE TEMP TABLE service_cases AS
SELECT 'onTime' AS kind, s.delivered_on AS day, o.customer_id AS person,
  s.delivered_on <= s.promised_on AS good, CAST(NULL AS DECIMAL(18,1)) AS minutes
FROM shipments s LEFT JOIN orders o ON o.order_key = s.order_key
WHERE s.promised_on IS NOT NULL AND s.delivered_on <= CAST($1 AS DATE)
UNION ALL
SELECT 'accuracy', c.checked_on, o.customer_id, c.correct, NULL
FROM fulfilment_checks c LEFT JOIN orders o ON o.order_key = c.order_key
WHERE c.checked_on <= CAST($1 AS DATE)
UNION ALL
SELECT 'firstContact', t.opened_on, k.customer_id, t.contacts <= 1, NULL
FROM tickets t LEFT JOIN customers k ON k.customer = t.customer
WHERE t.opened_on <= CAST($1 AS DATE) AND CAST(t.closed_at AS DATE) <= CAST($1 AS DATE)
  AND t.contacts IS NOT NULL AND t.first_reply IS NOT NULL
UNION ALL
SELECT 'firstAnswer', t.opened_on, k.customer_id, NULL, CAST(round(t.first_reply, 1) AS DECIMAL(18,1))
FROM tickets t LEFT JOIN customers k ON k.customer = t.customer
WHERE t.opened_on <= CAST($1 AS DATE) AND t.first_reply >= 0`;

const FIRST_DAYS = `
SELECT kind, CAST(min(day) AS VARCHAR) AS first_day FROM service_cases GROUP BY kind ORDER BY kind`;

/** Creates the table of cases. Returns the day of the first case of each kind; a kind without any is left out. */
export async function createServiceCases(
  engine: Engine,
  asOf: string,
): Promise<Map<CaseKind, string>> {
  await engine.run(SERVICE_CASES, [asOf]);
  const rows = await engine.rows<{ kind: CaseKind; first_day: string }>(FIRST_DAYS);
  return new Map(rows.map(({ kind, first_day: day }) => [kind, day]));
}
