import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import { readPersonaSplit } from '#generate/warehouse/features/persona-splits.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { openShop, type PlantedOrder } from '../../content/persona-shop.ts';

const AS_OF = '2025-12-31';
const QUARTER_AGO = '2025-10-01';

const order = (day: string, category: string, brand: string, price = 60): PlantedOrder => ({
  day,
  gift: false,
  discount: false,
  returned: false,
  lines: [{ category, brand, price, quantity: 1 }],
});

/** Ann buys more of the same and something new; Bea nothing since; Cay is new. */
const CUSTOMERS = [
  {
    email: 'ann@example.com',
    kind: 'one',
    orders: [
      order('2025-03-03', 'Jeans', 'Brackenloom'),
      order(QUARTER_AGO, 'Jeans', 'Brackenloom', 80),
      order('2025-10-02', 'Jeans', 'Brackenloom', 90),
      order('2025-11-08', 'Coats', 'Harl', 200),
    ],
  },
  { email: 'bea@example.com', kind: 'one', orders: [order('2025-01-06', '', 'Harl')] },
  { email: 'cay@example.com', kind: 'two', orders: [order('2025-12-06', 'Coats', '', 50_000_000)] },
];

let engine: Engine;
beforeEach(async () => {
  engine = await openShop(CUSTOMERS);
});
afterEach(() => {
  engine.close();
});

async function totalsUntil(day: string): Promise<void> {
  await createPurchaseOrders(engine, day);
  await createBuyerTotals(engine, day);
}

const splitRows = (table: string, measure: string) =>
  engine.rows(
    `SELECT customer, CAST(name AS VARCHAR) AS name, ${measure} AS measure FROM ${table} JOIN buyers USING (buyer)
     WHERE ${measure} IS NOT NULL ORDER BY customer, name`,
  );

it.each([
  ['buyer_categories', 'paid', 1],
  ['buyer_brands', 'paid', 2],
  ['buyer_channels', 'orders', 2],
])(
  'createBuyerTotals() keeps in %s what it was a quarter ago, as if asked then',
  async (table, measure, rows) => {
    await totalsUntil(AS_OF);
    const earlier = await splitRows(table, `earlier_${measure}`);
    expect(earlier).toHaveLength(rows);
    await totalsUntil(QUARTER_AGO);
    expect(await splitRows(table, measure)).toEqual(earlier);
  },
);

it('createBuyerTotals() orders names as texts, whenever they come', async () => {
  await totalsUntil(AS_OF);
  const names = await engine.rows('SELECT DISTINCT name FROM buyer_categories ORDER BY name');
  expect(names.map(({ name }) => name)).toEqual(['Coats', 'Jeans']);
});

it('readPersonaSplit() adds up squares of money that no 64 bits hold', async () => {
  await totalsUntil(AS_OF);
  await engine.run(
    `CREATE TEMP TABLE buyer_personas AS
     SELECT b.buyer, CASE WHEN c.email LIKE 'cay%' THEN 'two' ELSE 'one' END AS persona
     FROM buyers b JOIN customers c USING (customer)`,
  );
  const { cells, wholes } = await readPersonaSplit(engine, 'categories');
  const cents = 50_000_000 * 100;
  expect(cells.find(({ persona }) => persona === 'two')).toMatchObject({
    ...{ name: 'Coats', amount: cents, squares: cents * cents, products: cents * cents },
  });
  expect(wholes.find(({ persona }) => persona === 'two')?.squares).toBe(cents * cents);
});
