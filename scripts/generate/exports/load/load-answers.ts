import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { addPeople } from './people.ts';
import { noteUnknownOrders } from './unknown-orders.ts';

/** Survey answers. Whoever nobody knows by address, phone or id is the customer whose order the answer names. */
export async function loadAnswers(
  engine: Engine,
  { secret, source, account }: LoadRequest,
): Promise<void> {
  await engine.run(
    `CREATE TABLE answers AS
    SELECT * FROM ${withOrders(`SELECT * FROM ${withIdentity('SELECT * FROM "rows"', '$1')}`, '$1')}`,
    [source],
  );
  await noteUnknownOrders(engine, account, 'survey_responses', 'answers');
  await addPeople(engine, secret, 'answers', `identified_by = 'email'`);
  await engine.run(
    `INSERT INTO survey_responses
    SELECT survey, coalesce(p.customer, k.customer), a.order_key, "answeredOn", question, answer, score, response
    FROM answers a LEFT JOIN people p USING (identity) LEFT JOIN orders k ON k.order_key = a.order_key`,
  );
  await engine.run('DROP TABLE answers');
}
