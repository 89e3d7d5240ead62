import type { Engine } from '#generate/warehouse/engine.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';
import { noteUnknownOrders } from './unknown-orders.ts';
import { noteUnusedRows } from './unused-rows.ts';

/** Beside rows that do, rows that state no day only say who carries the parcels of an order. */
const HAS_DAY = 'coalesce(CAST("shippedAt" AS DATE), "promisedOn", "deliveredOn") IS NOT NULL';

export async function loadShipments(
  engine: Engine,
  { source, account }: LoadRequest,
): Promise<void> {
  await engine.run(
    `CREATE TABLE found_parcels AS
    WITH carriers AS (
      SELECT "order" AS carried, min(carrier) AS carrier FROM "rows" WHERE NOT (${HAS_DAY}) GROUP BY "order"
    ), dated AS (
      SELECT DISTINCT "order" AS sent FROM "rows" WHERE ${HAS_DAY}
    ), parcels AS (
      SELECT r.* REPLACE (coalesce(r.carrier, c.carrier) AS carrier)
      FROM "rows" r LEFT JOIN carriers c ON c.carried = r."order" LEFT JOIN dated d ON d.sent = r."order"
      WHERE ${HAS_DAY} OR d.sent IS NULL
    )
    SELECT * FROM ${withOrders('SELECT * FROM parcels', '$1')}`,
    [source],
  );
  await noteUnknownOrders(engine, account, 'shipments', 'found_parcels');
  await noteUnusedRows(engine, account, 'shipments', 'found_parcels');
  await engine.run(
    `INSERT INTO shipments
    SELECT order_key, "shippedAt", "promisedOn", "deliveredOn", carrier FROM found_parcels`,
  );
  await engine.run('DROP TABLE found_parcels');
}
