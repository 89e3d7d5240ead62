import { expect, test } from 'vitest';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import { readDataSufficiency } from '#generate/warehouse/features/data-sufficiency.ts';
import { withOrdersOtherwise } from '#generate/warehouse/features/orders-otherwise.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { insertRows, openShop, plantedOrder } from '../../content/persona-shop.ts';

const AS_OF = '2025-12-31';

async function openSmallShop() {
  const engine = await openShop([
    { email: 'once@example.com', kind: 'once', orders: [plantedOrder('2025-01-05')] },
    {
      email: 'day@example.com',
      kind: 'day',
      orders: [plantedOrder('2025-12-01'), plantedOrder('2025-12-01')],
    },
    {
      email: 'often@example.com',
      kind: 'often',
      orders: ['2024-12-31', '2025-03-01', '2025-06-01', '2025-12-02'].map((day) => plantedOrder(day)),
    },
  ]);
  await insertRows(
    engine,
    'orders',
    [
      { order_key: 'market/1', placed_on: '2025-05-05', cancelled: false },
      { order_key: 'market/2', placed_on: '2025-05-05', cancelled: true },
      { order_key: 'market/3', placed_on: '2026-01-01', cancelled: false },
    ].map((row, index) => ({
      order_id: 1000 + index,
      source: 'market',
      placed_at: `${row.placed_on} 10:00:00`,
      gift: false,
      ...row,
    })),
  );
  await createPurchaseOrders(engine, AS_OF);
  await createBuyerTotals(engine, AS_OF);
  return engine;
}

test('readDataSufficiency() counts buyers, history, who came back and orders of nobody', async () => {
  const engine = await openSmallShop();
  expect(await readDataSufficiency(engine, AS_OF)).toEqual({
    buyers: 3,
    historyDays: 365,
    repeatBuyers: 1,
    regularBuyers: 1,
    recentBuyers: 2,
    orders: 8,
    anonymousOrders: 1,
  });
  engine.close();
});

test('readDataSufficiency() is all zeros without orders', async () => {
  const engine = await openShop([]);
  await createPurchaseOrders(engine, AS_OF);
  await createBuyerTotals(engine, AS_OF);
  expect(new Set(Object.values(await readDataSufficiency(engine, AS_OF)))).toEqual(new Set([0]));
  engine.close();
});

test('withOrdersOtherwise() deals halves to those with orders in both, all to anybody, and puts all back', async () => {
  const engine = await openSmallShop();
  const ordersOf = async () =>
    (
      await engine.rows<{ order_key: string }>(
        'SELECT o.order_key FROM purchase_orders JOIN orders o USING (order_id) ORDER BY o.order_key',
      )
    ).map(({ order_key }) => order_key);
  const before = await ordersOf();
  const totals = await engine.rows('SELECT * FROM buyer_totals ORDER BY buyer');
  const numbers = () =>
    engine.rows('SELECT buyer, orders, orders = 1 AS once FROM buyer_totals ORDER BY buyer');
  const numbersBefore = await numbers();
  const dealt: string[][] = [];
  await withOrdersOtherwise(engine, AS_OF, async (orders) => {
    dealt.push(await ordersOf());
    if (orders !== 'dealt') return;
    // As many orders to each as before, but not the same.
    expect(await numbers()).toEqual(numbersBefore);
    expect(await engine.rows('SELECT * FROM buyer_totals ORDER BY buyer')).not.toEqual(totals);
  });
  const [first = [], second = [], all = []] = dealt;
  expect(all).toEqual(before);
  expect(first.some((key) => second.includes(key))).toBe(false);
  const customersOf = (keys: string[]) => new Set(keys.map((key) => key.split('/')[0]));
  expect(customersOf(first)).toEqual(customersOf(second));
  expect([...first, ...second]).not.toContain('once@example.com/0');
  expect(before).toEqual(expect.arrayContaining([...first, ...second]));
  expect(first.length).toBeGreaterThan(0);
  expect(await ordersOf()).toEqual(before);
  expect(await engine.rows('SELECT * FROM buyer_totals ORDER BY buyer')).toEqual(totals);
  engine.close();
});
