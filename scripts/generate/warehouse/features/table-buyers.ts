import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine } from '../engine.ts';

/**
 * Makes everybody in the customer table a buyer, in place of those who have orders, where the config wants Portraits of
 * the table alone or nobody is known behind the orders. Needs `buyers` and `purchase_orders`.
 */
export async function takeTableBuyers(
  engine: Engine,
  { customerTable }: Pick<PortalConfig, 'customerTable'>,
): Promise<void> {
  const [found] = await engine.rows<{ buyers: boolean; table: boolean }>(
    `SELECT EXISTS (FROM buyers) AS buyers, EXISTS (FROM table_customers WHERE customer IS NOT NULL) AS "table"`,
  );
  if (found?.table !== true) return;
  if (found.buyers && customerTable?.joinWith !== 'nothing') return;
  await engine.run('DELETE FROM purchase_orders');
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE buyers AS
     SELECT customer, customer_id, CAST(row_number() OVER (ORDER BY digest, customer) AS INTEGER) AS buyer
     FROM customers WHERE customer IN (SELECT customer FROM table_customers)`,
  );
}

/** How many customers Portraits are of when they rest on the customer table alone; null when they rest on orders, too. */
export async function countTableBuyers(engine: Engine): Promise<number | null> {
  const [found] = await engine.rows<{ buyers: string; orders: boolean }>(
    'SELECT (SELECT count(*) FROM buyers) AS buyers, EXISTS (FROM purchase_orders) AS orders',
  );
  const buyers = Number(found?.buyers ?? 0);
  return found?.orders === true || buyers === 0 ? null : buyers;
}
