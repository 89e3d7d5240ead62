import type { AudienceId } from '#core/audiences/audience.ts';
import type { Engine } from '../engine.ts';

/** One person of a list: how to reach them, and why they are on it. */
export interface AudienceContact {
  audience: AudienceId;
  email: string | null;
  phone: string | null;
  reason: string;
}

export interface AudienceSize {
  audience: AudienceId;
  people: number;
  /** Of them on the list; the others do not want to be written to, or left no e-mail and no phone. */
  reachable: number;
  /** Net revenue of all of them, as a decimal in the portal's currency. */
  value: string;
}

const MAY_BE_REACHED = `c.accepts_marketing IS DISTINCT FROM false AND coalesce(c.email, c.phone) IS NOT NULL`;

/** Everybody on the lists, in an order that neither rows nor the local secret decide. */
export async function readAudienceContacts(engine: Engine): Promise<AudienceContact[]> {
  const rows = await engine.rows(
    `SELECT m.audience, c.email, c.phone, m.reason
     FROM audience_members m JOIN buyers b USING (buyer) JOIN customers c USING (customer)
     WHERE ${MAY_BE_REACHED}
     ORDER BY m.audience, m.buyer`,
  );
  return rows as unknown as AudienceContact[];
}

export async function readAudienceSizes(engine: Engine): Promise<AudienceSize[]> {
  const rows = await engine.rows<{
    audience: AudienceId;
    people: number;
    reachable: number;
    value: string;
  }>(
    `SELECT m.audience, CAST(count(*) AS INTEGER) AS people,
            CAST(count(*) FILTER (WHERE ${MAY_BE_REACHED}) AS INTEGER) AS reachable,
            CAST(CAST(coalesce(sum(n.net), 0) AS DECIMAL(28,2)) AS VARCHAR) AS value
     FROM audience_members m JOIN buyers b USING (buyer) JOIN customers c USING (customer)
     LEFT JOIN buyer_net n USING (buyer)
     GROUP BY m.audience`,
  );
  return rows;
}
