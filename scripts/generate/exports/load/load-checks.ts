import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';
import { noteUnknownOrders } from './unknown-orders.ts';

/** Checks of packed orders. */
export async function loadChecks(engine: Engine, { source, account }: LoadRequest): Promise<void> {
  await engine.run(
    `CREATE TABLE found_checks AS SELECT * FROM ${withOrders('SELECT * FROM "rows"', '$1')}`,
    [source],
  );
  await noteUnknownOrders(engine, account, 'fulfilment_checks', 'found_checks');
  await engine.run(
    'INSERT INTO fulfilment_checks SELECT order_key, "checkedOn", correct, problem FROM found_checks',
  );
  await engine.run('DROP TABLE found_checks');
}
