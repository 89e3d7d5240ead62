import { afterAll, expect, test } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import { readMissingFacts } from '#generate/warehouse/features/missing-facts.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { openShop, plantedOrder, type PlantedOrder } from '../../content/persona-shop.ts';

const AS_OF = '2025-12-31';
const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

/** One customer who bought something of these categories on these days. */
async function missingOf(
  bought: readonly (readonly [day: string, category: string])[],
): Promise<Awaited<ReturnType<typeof readMissingFacts>>> {
  const orders = bought.map(([day, category]): PlantedOrder => ({
    day,
    gift: false,
    discount: false,
    returned: false,
    lines: [{ category, brand: `${category} & Co`, price: 20, quantity: 1 }],
  }));
  const engine = await openShop([{ email: 'ann@example.com', kind: 'one', orders }]);
  engines.push(engine);
  await createPurchaseOrders(engine, AS_OF);
  await createBuyerTotals(engine, AS_OF);
  return readMissingFacts(engine);
}

test('readMissingFacts() has no main category, brand or channel where there is only one', async () => {
  const missing = await missingOf([
    ['2023-01-01', 'CDs'],
    ['2025-01-01', 'CDs'],
  ]);
  expect(missing.topCategory).toBe('All products are of one category: it tells nobody apart');
  expect(missing.categoriesBought).toBe(missing.topCategory);
  expect(missing.topBrandShare).toBe('All products are of one brand: it tells nobody apart');
  expect(missing.firstChannel).toBe('All orders came through one channel: it tells nobody apart');
  const several = await missingOf([
    ['2023-01-01', 'CDs'],
    ['2025-01-01', 'Books'],
  ]);
  expect(several).not.toHaveProperty('topCategory');
  expect(several).not.toHaveProperty('topBrand');
});

test('readMissingFacts() knows no season until each has come twice', async () => {
  const once = await missingOf([
    ['2024-01-01', 'CDs'],
    ['2025-12-30', 'CDs'],
  ]);
  expect(once.holidayShare).toContain('less than two years of purchases');
  expect(once.springShare).toBe(once.holidayShare);
  expect(once.holidayShareTimes).toBe(once.holidayShare);
  const twice = await missingOf([
    ['2024-01-01', 'CDs'],
    ['2025-12-31', 'CDs'],
  ]);
  expect(twice).not.toHaveProperty('holidayShare');
});

test('readMissingFacts() tells no Portrait’s returns by those of buyers whom a marketplace does not name', async () => {
  const returned = plantedOrder('2025-02-01', { returned: true });
  const engine = await openShop([
    { email: 'ann@example.com', kind: 'one', orders: [plantedOrder('2025-01-01')] },
    { email: 'bea@example.com', kind: 'one', orders: [returned] },
  ]);
  engines.push(engine);
  const missing = async () => {
    await createPurchaseOrders(engine, AS_OF);
    await createBuyerTotals(engine, AS_OF);
    return readMissingFacts(engine);
  };
  expect(await missing()).not.toHaveProperty('returnRate');
  await engine.run(
    "UPDATE orders SET customer = NULL, customer_id = NULL WHERE order_key LIKE 'bea%'",
  );
  expect((await missing()).returnRate).toContain('No returns of customers we know');
});
