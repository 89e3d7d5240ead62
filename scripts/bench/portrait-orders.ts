import type { Engine } from '#generate/warehouse/engine.ts';

/** Columns of the file, with the engine's types. */
export const ORDER_COLUMNS = {
  order: 'VARCHAR',
  placedAt: 'TIMESTAMP',
  email: 'VARCHAR',
  sku: 'VARCHAR',
  quantity: 'INTEGER',
  unitPrice: 'DECIMAL(18,4)',
  discount: 'DECIMAL(18,4)',
  channel: 'VARCHAR',
  gift: 'BOOLEAN',
  category: 'VARCHAR',
  brand: 'VARCHAR',
} as const;

/**
 * Writes so many orders of two lines as generic orders (docs/exports.md), over four years, one customer to five orders:
 * six kinds of customers with a favourite category, price and channel; a tenth of the customers places 46 % of
 * the orders. The same count gives the same bytes.
 */
export async function writePortraitOrders(
  engine: Engine,
  orders: number,
  file: string,
): Promise<void> {
  const customers = Math.ceil(orders / 5);
  const frequent = Math.ceil(customers / 10);
  await engine.run(`COPY (
    WITH placed AS (
      SELECT o, CASE WHEN hash(o) % 10 < 4 THEN hash(o, 1) % ${frequent} ELSE hash(o, 2) % ${customers} END AS customer,
        TIMESTAMP '2022-01-01' + to_seconds(o * 126000000 // ${orders}) AS placed_at
      FROM range(${orders}) t(o)
    ), lines AS (
      SELECT o, l, customer, customer % 6 AS kind, placed_at, hash(o, l, 3) % 100 AS luck, hash(o, l, 4) % 1000 AS article
      FROM placed, range(2) u(l)
    )
    SELECT concat('N', 1000000 + o) AS "order", strftime(placed_at, '%Y-%m-%d %H:%M:%S') AS "placedAt",
      concat('customer', customer, '@example.com') AS email, concat('SKU-', article) AS sku,
      1 + CAST(luck < 12 * kind AS INTEGER) AS quantity,
      CAST(8 + 14 * kind + luck % 9 + 0.9 AS DECIMAL(10,2)) AS "unitPrice",
      CAST(CASE WHEN kind = 2 AND luck < 80 OR luck < 8 THEN 3 ELSE 0 END AS DECIMAL(10,2)) AS discount,
      CASE WHEN (o + kind) % 4 = 0 THEN 'app' ELSE 'web' END AS channel,
      CASE WHEN kind = 4 AND o % 10 < 7 OR o % 50 = 0 THEN 'yes' ELSE 'no' END AS gift,
      concat('Category ', CASE WHEN luck < 65 THEN kind ELSE article % 8 END) AS category,
      concat('Brand ', CASE WHEN kind = 1 AND luck < 90 THEN 1 ELSE article % 12 END) AS brand
    FROM lines ORDER BY o, l
  ) TO '${file.replaceAll("'", "''")}' (HEADER, DELIMITER ',')`);
}
