import { resolve } from 'node:path';
import type { StateFile } from './content/apply-content.ts';
import type { GenerateContext } from './generate-context.ts';
import { createComplaints } from './warehouse/audiences/complaints.ts';

/** What `npm run who` tells an agent about a key of the vault; lies in the state folder. */
export const DESK_FILE = 'desk.csv';

/** A row of it; days as YYYY-MM-DD, '' for nothing. */
export const DESK_COLUMNS = [
  'key',
  'orders',
  'first_on',
  'last_on',
  'gifts',
  'open_tickets',
  'open_since',
  'complaint',
  'complaint_on',
] as const;

/**
 * Orders, gifts, open tickets and the last complaint of everybody in the vault who has bought. Tickets count as open
 * only where their export ever says of one that it was closed. Needs the tables of the audiences.
 */
export async function assembleDeskFile(
  { engine, asOf, period, config }: Pick<GenerateContext, 'engine' | 'asOf' | 'period' | 'config'>,
  stateDirectory: string,
): Promise<StateFile> {
  if (period !== null) await createComplaints(engine);
  const rows =
    period === null
      ? []
      : await engine.rows<{ line: string }>(DESK_ROWS, [asOf, config.packingTags.complaintDays]);
  return {
    path: resolve(stateDirectory, DESK_FILE),
    mode: 0o600,
    text: [DESK_COLUMNS.join(','), ...rows.map(({ line }) => line)]
      .map((line) => `${line}\n`)
      .join(''),
  };
}

const DESK_ROWS = `
WITH gifts AS (
  SELECT buyer, count(*) FILTER (WHERE gift) AS gifts FROM purchase_orders GROUP BY buyer
),
closing AS (SELECT DISTINCT source FROM tickets WHERE closed_at IS NOT NULL),
waiting AS (
  SELECT coalesce(t.customer, o.customer) AS customer, count(*) AS open_tickets, min(opened_on) AS open_since
  FROM tickets t JOIN closing USING (source) LEFT JOIN orders o USING (order_key)
  WHERE t.closed_at IS NULL AND t.opened_on <= CAST($1 AS DATE)
  GROUP BY ALL
),
recent AS (
  SELECT customer, max({'on': heard_on, 'kind': kind}) AS last
  FROM complaints
  WHERE heard_on <= CAST($1 AS DATE) AND heard_on > CAST($1 AS DATE) - CAST($2 AS INTEGER)
  GROUP BY customer
)
SELECT concat_ws(',', c.customer, r.orders, r.first_on, r.last_on, g.gifts, coalesce(w.open_tickets, 0),
                 coalesce(CAST(w.open_since AS VARCHAR), ''), coalesce(x.last.kind, ''),
                 coalesce(CAST(x.last.on AS VARCHAR), '')) AS line
FROM customers c
JOIN buyers b USING (customer)
JOIN buyer_rhythm r USING (buyer)
JOIN gifts g USING (buyer)
LEFT JOIN waiting w USING (customer)
LEFT JOIN recent x USING (customer)
WHERE coalesce(c.email, c.phone) IS NOT NULL
ORDER BY c.customer`;
