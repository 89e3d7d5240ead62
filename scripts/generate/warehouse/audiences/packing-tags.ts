import { AUDIENCE_RULES } from '#core/audiences/audience.ts';
import type { Engine } from '../engine.ts';

/** What the bench should know of one parcel. */
export interface PackingTag {
  order: string;
  persona: string | null;
  /** Null: nobody can tell, the order names no customer. */
  firstOrder: boolean | null;
  gift: boolean;
}

/**
 * The orders of the last days that were not cancelled, newest first. Needs `purchase_orders` and `buyers`.
 *
 * @param assignmentsFile .portal/assignments.csv as `generate` wrote it, or null
 */
export async function readPackingTags(
  engine: Engine,
  asOf: string,
  assignmentsFile: string | null,
): Promise<PackingTag[]> {
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE known_personas (customer VARCHAR, persona VARCHAR)',
  );
  if (assignmentsFile !== null) {
    await engine.run(
      `INSERT INTO known_personas
       SELECT "key", persona FROM read_csv($1, header = true, all_varchar = true, delim = ',', quote = '"')`,
      [assignmentsFile],
    );
  }
  const rows = await engine.rows(
    `WITH firsts AS (SELECT buyer, min(placed_on) AS first_on FROM purchase_orders GROUP BY buyer)
     SELECT coalesce(o.number, substr(o.order_key, length(o.source) + 2)) AS "order", k.persona,
            CASE WHEN f.first_on IS NOT NULL THEN o.placed_on = f.first_on END AS "firstOrder", o.gift
     FROM orders o
     LEFT JOIN buyers b USING (customer)
     LEFT JOIN firsts f USING (buyer)
     LEFT JOIN known_personas k USING (customer)
     WHERE NOT o.cancelled AND o.placed_on <= CAST($1 AS DATE)
       AND o.placed_on > CAST($1 AS DATE) - ${AUDIENCE_RULES.newDays}
     ORDER BY o.placed_on DESC, o.order_key`,
    [asOf],
  );
  return rows as unknown as PackingTag[];
}
