import type { PackingTagSettings } from '#core/schemas/audience-settings.ts';
import type { Engine } from '../engine.ts';
import { createComplaints } from './complaints.ts';

/** What the bench should know of one parcel. */
export interface PackingTag {
  order: string;
  persona: string | null;
  /** All that the customer bought so far, they bought on one day. */
  boughtOnce: boolean;
  /** Null: nobody can tell, the order names no customer. */
  firstOrder: boolean | null;
  gift: boolean;
  /** They were unhappy shortly before: a bad answer, or a bad rating of how we helped; null as above. */
  afterComplaint: boolean | null;
  /** They wrote to us shortly before, and nobody knows whether content; null as above. */
  afterTicket: boolean | null;
}

/**
 * The orders of the last days that were not cancelled, newest first. Needs `purchase_orders`, `buyers` and
 * `known_personas`. Orders of people who are not to be profiled are nobody's here.
 */
export async function readPackingTags(
  engine: Engine,
  asOf: string,
  { days, complaintDays }: PackingTagSettings,
): Promise<PackingTag[]> {
  await createComplaints(engine);
  const rows = await engine.rows(
    `WITH firsts AS (SELECT buyer, min(placed_on) AS first_on, max(placed_on) AS last_on FROM purchase_orders GROUP BY buyer)
     SELECT coalesce(o.number, substr(o.order_key, length(o.source) + 2)) AS "order", k.persona,
            coalesce(f.first_on = f.last_on, false) AS "boughtOnce",
            CASE WHEN f.first_on IS NOT NULL THEN o.placed_on = f.first_on END AS "firstOrder", o.gift,
            ${heardOf("c.kind <> 'ticket'")} AS "afterComplaint", ${heardOf("c.kind = 'ticket'")} AS "afterTicket"
     FROM orders o
     LEFT JOIN buyers b USING (customer)
     LEFT JOIN firsts f USING (buyer)
     LEFT JOIN known_personas k USING (customer)
     WHERE NOT o.cancelled AND o.placed_on <= CAST($1 AS DATE) AND o.placed_on > CAST($1 AS DATE) - CAST($2 AS INTEGER)
     ORDER BY o.placed_on DESC, o.order_key`,
    [asOf, days, complaintDays],
  );
  return rows as unknown as PackingTag[];
}

/** SQL: whether the customer of an order was heard of shortly before it or since. */
function heardOf(kind: string): string {
  return `CASE WHEN o.customer IS NOT NULL THEN EXISTS (
              SELECT 1 FROM complaints c
              WHERE c.customer = o.customer AND ${kind} AND c.heard_on >= o.placed_on - CAST($3 AS INTEGER)
                AND c.heard_on <= CAST($1 AS DATE)) END`;
}
