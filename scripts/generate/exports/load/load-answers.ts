import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { addPeople } from './people.ts';
import { noteUnknownOrders } from './unknown-orders.ts';
import { noteUnusedRows } from './unused-rows.ts';

/** Survey answers. Whoever nobody knows by address, phone or id is the customer whose order the answer names. */
export async function loadAnswers(
  engine: Engine,
  { config, secret, source, account }: LoadRequest,
): Promise<void> {
  await engine.run(
    `CREATE TABLE answers AS
    SELECT * FROM ${withOrders(`SELECT * FROM ${withIdentity('SELECT * FROM "rows"', '$1')}`, '$1')}`,
    [source],
  );
  await noteUnknownOrders(engine, account, 'survey_responses', 'answers');
  await addPeople(engine, secret, 'answers', `identified_by = 'email'`);
  await engine.run(
    `CREATE TABLE known_answers AS
    SELECT a.*, coalesce(p.customer, k.customer) AS customer
    FROM answers a LEFT JOIN people p USING (identity) LEFT JOIN orders k ON k.order_key = a.order_key`,
  );
  // Who is in the customer table can be in a Portrait without an order.
  if (config.customerTable === undefined)
    await noteUnusedRows(engine, account, 'survey_responses', 'known_answers');
  await engine.run(
    `INSERT INTO survey_responses
    SELECT survey, customer, order_key, "answeredOn", question, answer, score, response FROM known_answers`,
  );
  for (const table of ['answers', 'known_answers']) await engine.run(`DROP TABLE ${table}`);
}
