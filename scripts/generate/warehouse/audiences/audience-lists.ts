import type { Audience, AudienceId } from '#core/audiences/audience.ts';
import type { Engine } from '../engine.ts';

/** One person of a list: how to reach them, why they are on it and when to write. */
export interface AudienceContact {
  audience: AudienceId;
  /** Key of the customer. */
  customer: string;
  email: string | null;
  phone: string | null;
  reason: string;
  /** Day on which their next order is expected, as-of where it is past; null: nobody can tell. */
  writeOn: string | null;
  /** Id of the Portrait; null without one. */
  persona: string | null;
  /** All that they bought so far, they bought on one day. */
  boughtOnce: boolean;
  /** Number of their last purchase, as people know it. */
  lastOrder: string | null;
}

export interface AudienceSize {
  audience: AudienceId;
  people: number;
  /** Of them on the list. */
  listed: number;
  /** Do not want to be written to. */
  refused: number;
  /** Left no e-mail and no phone. */
  unreachable: number;
  /** Not expected to buy yet, where the audience waits for that. */
  early: number;
  /** On as many lists of the last days already as anybody may be. */
  overLimit: number;
  /** Net revenue of all of them in 24 months, as a decimal in the portal's currency. */
  value: string;
  /** Of them, how many brought any. */
  payers: number;
}

/**
 * Table `audience_lists`: every member with its place: `listed`, or why not. Needs the members and the contact log.
 *
 * The contact limit counts lists of other days and of audiences that are not written now, as well on days after as-of;
 * a list that is written anew does not count against itself. Where it leaves room for some lists only, the first
 * audiences have it.
 *
 * @param written the audiences whose lists are made, in the order in which people get their place
 */
export async function createAudienceLists(
  engine: Engine,
  written: readonly Pick<Audience, 'id' | 'waitForRhythm' | 'listedFrom'>[],
): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE written_audiences AS
     SELECT unnest(CAST(json_transform($1, '["VARCHAR"]') AS VARCHAR[])) AS audience,
            unnest(CAST(json_transform($2, '["BOOLEAN"]') AS BOOLEAN[])) AS waits,
            unnest(CAST(json_transform($3, '["VARCHAR"]') AS VARCHAR[])) AS listed_from,
            unnest(range(1, $4 + 1)) AS priority`,
    [
      JSON.stringify(written.map(({ id }) => id)),
      JSON.stringify(written.map(({ waitForRhythm }) => waitForRhythm)),
      JSON.stringify(written.map(({ listedFrom }) => listedFrom)),
      written.length,
    ],
  );
  await engine.run(AUDIENCE_LISTS);
}

const AUDIENCE_LISTS = `
CREATE OR REPLACE TEMP TABLE audience_lists AS
WITH recent AS (
  SELECT customer, count(*) AS lists
  FROM contact_log CROSS JOIN audience_settings
  WHERE abs(day - as_of) < limit_days
    AND NOT (day = as_of AND audience IN (SELECT audience FROM written_audiences))
  GROUP BY customer
),
members AS (
  -- Whoever buys for the season is written to before it begins, whatever their rhythm; once it has begun, on no day.
  -- A welcome and a call after an order or a basket have their occasion already.
  SELECT m.*, w.waits, w.listed_from, w.priority,
         CASE WHEN m.audience = 'last-christmas' THEN CASE WHEN season_eve >= s.as_of THEN season_eve END
              WHEN m.audience IN ('new', 'follow-up-buyers', 'follow-up-baskets') AND NOT w.waits THEN s.as_of
              ELSE r.write_on END AS write_on
  FROM audience_members m
  JOIN written_audiences w USING (audience)
  LEFT JOIN buyers b USING (customer)
  LEFT JOIN buyer_rhythm r USING (buyer)
  CROSS JOIN (SELECT as_of, TRY_CAST(year(as_of) || '-' || season_from AS DATE) - 1 AS season_eve FROM audience_settings) s
),
candidates AS (
  SELECT m.audience, m.customer, m.reason, m.write_on, m.priority,
         CASE WHEN c.accepts_marketing IS NOT DISTINCT FROM false THEN 'refused'
              WHEN coalesce(c.email, c.phone) IS NULL THEN 'unreachable'
              WHEN m.audience = 'last-christmas' THEN
                CASE WHEN strftime(s.as_of, '%m-%d') < m.listed_from THEN 'early' ELSE 'listed' END
              WHEN m.waits AND m.write_on > s.as_of THEN 'early'
              ELSE 'listed' END AS place
  FROM members m
  JOIN customers c USING (customer)
  CROSS JOIN audience_settings s
)
SELECT c.* EXCLUDE (place),
       CASE WHEN place = 'listed' AND coalesce(lists, 0)
                 + row_number() OVER (PARTITION BY customer, place ORDER BY priority) > limit_lists
            THEN 'overLimit' ELSE place END AS place
FROM candidates c LEFT JOIN recent USING (customer) CROSS JOIN audience_settings`;

/** Everybody on the lists, in an order that neither rows nor the local secret decide. Needs `known_personas`. */
export async function readAudienceContacts(engine: Engine): Promise<AudienceContact[]> {
  const rows = await engine.rows(
    `WITH last_orders AS (
       SELECT buyer, max_by(coalesce(o.number, substr(o.order_key, length(o.source) + 2)), (o.placed_at, o.order_key)) AS number
       FROM purchase_orders p JOIN orders o USING (order_id)
       WHERE buyer IN (SELECT buyer FROM audience_lists JOIN buyers USING (customer))
       GROUP BY buyer
     )
     SELECT l.audience, l.customer, c.email, c.phone, l.reason, CAST(l.write_on AS VARCHAR) AS "writeOn",
            k.persona, coalesce(r.days = 1, false) AS "boughtOnce", n.number AS "lastOrder"
     FROM audience_lists l
     JOIN customers c USING (customer)
     LEFT JOIN buyers b USING (customer)
     LEFT JOIN buyer_rhythm r USING (buyer)
     LEFT JOIN last_orders n USING (buyer)
     LEFT JOIN known_personas k USING (customer)
     WHERE l.place = 'listed'
     ORDER BY l.priority, c.digest, c.customer`,
  );
  return rows as unknown as AudienceContact[];
}

/** How many are in each audience, on its list and why not. An audience without anybody has no row. */
export async function readAudienceSizes(engine: Engine): Promise<AudienceSize[]> {
  return engine.rows<AudienceSize & Record<string, string | number>>(
    `SELECT l.audience, CAST(count(*) AS INTEGER) AS people,
            CAST(count(*) FILTER (WHERE place = 'listed') AS INTEGER) AS listed,
            CAST(count(*) FILTER (WHERE place = 'refused') AS INTEGER) AS refused,
            CAST(count(*) FILTER (WHERE place = 'unreachable') AS INTEGER) AS unreachable,
            CAST(count(*) FILTER (WHERE place = 'early') AS INTEGER) AS early,
            CAST(count(*) FILTER (WHERE place = 'overLimit') AS INTEGER) AS "overLimit",
            CAST(CAST(coalesce(sum(n.net), 0) AS DECIMAL(28,2)) AS VARCHAR) AS value,
            CAST(count(*) FILTER (WHERE n.net > 0) AS INTEGER) AS payers
     FROM audience_lists l
     LEFT JOIN buyers b USING (customer)
     LEFT JOIN buyer_net n USING (buyer)
     GROUP BY l.audience, l.priority ORDER BY l.priority`,
  );
}

/**
 * Writes down who is on the lists made now, in place of what the same lists of the same day said, and drops what is
 * older than the retention period.
 */
export async function logContacts(engine: Engine, retentionDays: number): Promise<void> {
  await engine.run(
    `DELETE FROM contact_log USING audience_settings
     WHERE day = as_of AND audience IN (SELECT audience FROM written_audiences)
        OR as_of - day > CAST($1 AS INTEGER)`,
    [retentionDays],
  );
  await engine.run(
    `INSERT INTO contact_log
     SELECT customer, audience, as_of FROM audience_lists CROSS JOIN audience_settings WHERE place = 'listed'`,
  );
}

export interface AudienceContactHistory {
  audience: AudienceId;
  /** Last day up to as-of on which a list was made. */
  lastListedOn: string | null;
  /** How many people were on that list. */
  onLastList: number;
  /** Of the people in the audience now: on as many lists of the last days as anybody may be. */
  atLimit: number;
}

/** What the log says of each audience up to as-of; only counts and days. */
export async function readContactHistory(engine: Engine): Promise<AudienceContactHistory[]> {
  const rows = await engine.rows(
    `WITH lists AS (
       SELECT audience, day, count(*) AS people
       FROM contact_log CROSS JOIN audience_settings WHERE day <= as_of GROUP BY audience, day
     ),
     last_lists AS (SELECT audience, max(day) AS day, max_by(people, day) AS people FROM lists GROUP BY audience),
     full_up AS (
       SELECT customer FROM contact_log CROSS JOIN audience_settings
       WHERE day <= as_of AND as_of - day < limit_days
       GROUP BY customer, limit_lists HAVING count(*) >= limit_lists
     ),
     at_limit AS (
       SELECT m.audience, count(*) AS people FROM audience_members m JOIN full_up USING (customer) GROUP BY m.audience
     )
     SELECT w.audience, CAST(l.day AS VARCHAR) AS "lastListedOn",
            CAST(coalesce(l.people, 0) AS INTEGER) AS "onLastList",
            CAST(coalesce(a.people, 0) AS INTEGER) AS "atLimit"
     FROM written_audiences w LEFT JOIN last_lists l USING (audience) LEFT JOIN at_limit a USING (audience)
     ORDER BY w.priority`,
  );
  return rows as unknown as AudienceContactHistory[];
}
