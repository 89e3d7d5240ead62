import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';

/** Rows that state no day only say who carries the parcels of an order. */
const HAS_DAY = 'coalesce(CAST("shippedAt" AS DATE), "promisedOn", "deliveredOn") IS NOT NULL';

export async function loadShipments(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO shipments
    WITH carriers AS (
      SELECT "order" AS carried, min(carrier) AS carrier FROM "rows" WHERE NOT (${HAS_DAY}) GROUP BY "order"
    ), dated AS (
      SELECT r.* REPLACE (coalesce(r.carrier, c.carrier) AS carrier)
      FROM "rows" r LEFT JOIN carriers c ON c.carried = r."order" WHERE ${HAS_DAY}
    )
    SELECT order_key, "shippedAt", "promisedOn", "deliveredOn", carrier
    FROM ${withOrders('SELECT * FROM dated', '$1')}`,
    [source],
  );
}
