import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { noteUnknownOrders } from './unknown-orders.ts';

/** Whoever nobody knows by address, phone or id is the customer whose order the ticket names. */
export async function loadTickets(engine: Engine, { source, account }: LoadRequest): Promise<void> {
  const tickets = withOrders(`SELECT * FROM ${withIdentity('SELECT * FROM "rows"', '$1')}`, '$1');
  await engine.run(`CREATE TABLE found_tickets AS SELECT * FROM ${tickets}`, [source]);
  await noteUnknownOrders(engine, account, 'tickets', 'found_tickets');
  await engine.run(
    `INSERT INTO tickets
    SELECT $1 || ':' || ticket, $1, coalesce(p.customer, k.customer), t.order_key,
      coalesce("openedAt", CAST("openedOn" AS TIMESTAMP)), coalesce("openedOn", CAST("openedAt" AS DATE)), "closedAt",
      "firstReply", resolution, contacts, lower(t.channel), topic, satisfaction
    FROM found_tickets t LEFT JOIN people p USING (identity) LEFT JOIN orders k ON k.order_key = t.order_key`,
    [source],
  );
  await engine.run('DROP TABLE found_tickets');
}
