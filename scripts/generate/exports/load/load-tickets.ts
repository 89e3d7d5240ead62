import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import type { RowAccount } from './row-account.ts';
import { noteUnknownOrders } from './unknown-orders.ts';

/** Whoever nobody knows by address, phone or id is the customer whose order the ticket names. */
export async function loadTickets(engine: Engine, { source, account }: LoadRequest): Promise<void> {
  await keepTicketsOnce(engine, account);
  const tickets = withOrders(`SELECT * FROM ${withIdentity('SELECT * FROM ticket_rows', '$1')}`, '$1'); // prettier-ignore
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
  await engine.run('DROP TABLE ticket_rows');
}

const STATED = ['closedAt', 'firstReply', 'resolution', 'contacts', 'satisfaction', 'email'];

/** Creates "ticket_rows": of a ticket that two exports of one help desk hold the row that says more. */
async function keepTicketsOnce(engine: Engine, account: RowAccount): Promise<void> {
  const stated = STATED.map((column) => `("${column}" IS NOT NULL)::INTEGER`).join(' + ');
  await engine.run(
    `CREATE TABLE ticket_rows AS SELECT *,
      file <> first_value(file) OVER (PARTITION BY ticket ORDER BY ${stated} DESC, file, "row") AS is_same FROM "rows"`,
  );
  const same = await engine.rows<{ file: number; rows: string }>(
    'SELECT file, count(*) AS "rows" FROM ticket_rows WHERE is_same GROUP BY file ORDER BY file',
  );
  const reason = 'Rows of tickets that another export of the help desk holds too, and says more of';
  for (const { file, rows } of same)
    account.ignore(file, { code: 'ignored/same-ticket', reason }, Number(rows));
  await engine.run('DELETE FROM ticket_rows WHERE is_same');
  await engine.run('ALTER TABLE ticket_rows DROP is_same');
}
