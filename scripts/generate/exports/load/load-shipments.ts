import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';

export async function loadShipments(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO shipments
    SELECT order_key, "shippedAt", "promisedOn", "deliveredOn", carrier
    FROM ${withOrders('SELECT * FROM "rows"', '$1')}`,
    [source],
  );
}
