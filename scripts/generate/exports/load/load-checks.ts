import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';

/** Checks of packed orders. */
export async function loadChecks(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO fulfilment_checks
    SELECT order_key, "checkedOn", correct, problem FROM ${withOrders('SELECT * FROM "rows"', '$1')}`,
    [source],
  );
}
