import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import {
  createCustomerFeatures,
  featureColumn,
} from '#generate/warehouse/features/customer-features.ts';
import {
  ORDER_FEATURES,
  parseShareFeature,
  shareFeature,
} from '#generate/warehouse/features/feature-definitions.ts';
import { readPersonaTotals } from '#generate/warehouse/features/persona-totals.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { insertRows, openShop, plantedOrder } from '../../content/persona-shop.ts';

const HOSTILE = "x'); DROP TABLE orders; --";
const customer = {
  email: 'one@example.com',
  kind: 'one',
  orders: [
    // A Monday, a Saturday in November, and the same Saturday two years on.
    plantedOrder('2023-01-02', { discount: true }),
    plantedOrder('2023-11-04', { gift: true, returned: true }),
    plantedOrder('2025-11-01', {
      lines: [
        { category: 'Jeans', brand: 'Brackenloom', price: 60, quantity: 1 },
        { category: HOSTILE, brand: 'Other', price: 30, quantity: 4 },
      ],
    }),
  ],
};
const definitions = [
  ...ORDER_FEATURES,
  shareFeature({ split: 'category', name: HOSTILE }),
  shareFeature({ split: 'category', name: 'Unknown' }),
  shareFeature({ split: 'channel', name: 'web' }),
];
let engine: Engine;
let features: Map<string, number | null>;

beforeAll(async () => {
  engine = await openShop([customer]);
  // None of these is a purchase: cancelled, after as-of, nobody's, no product, nothing.
  const [first] = await engine.rows<{ customer: string }>('SELECT customer FROM customers');
  const other = (order_key: string, change: Record<string, unknown>) => ({
    order_id: order_id(order_key),
    order_key,
    source: 'test',
    customer: first?.customer ?? '',
    placed_at: '2024-01-01 10:00:00',
    placed_on: '2024-01-01',
    channel: 'web',
    cancelled: false,
    gift: false,
    ...change,
  });
  const others = ['cancelled', 'late', 'nobody', 'postage', 'nothing'];
  const order_id = (order_key: string): number => 1000 + others.indexOf(order_key);
  await insertRows(engine, 'orders', [
    other('cancelled', { cancelled: true }),
    other('late', { placed_on: '2026-01-01' }),
    other('nobody', { customer: null }),
    other('postage', {}),
    other('nothing', {}),
  ]);
  await insertRows(
    engine,
    'order_lines',
    others.map((order_key) => ({
      order_id: order_id(order_key),
      order_key,
      line: 1,
      category: 'Jeans',
      is_product: order_key !== 'postage',
      quantity: order_key === 'nothing' ? 0 : 1,
      unit_price: 999,
      value: 999,
      discount: 0,
      valid: true,
    })),
  );
  await createPurchaseOrders(engine, '2025-12-31');
  await createBuyerTotals(engine, '2025-12-31');
  await createCustomerFeatures(engine, definitions);
  const [row] = await engine.rows<Record<string, number | null>>('SELECT * FROM customer_features');
  features = new Map(
    definitions.map(({ id }, position) => [id, row?.[featureColumn(position)] ?? null]),
  );
});
afterAll(() => {
  engine.close();
});

const DAYS_ACTIVE = 1034 + 517;

test.each([
  ['recencyDays', 60],
  ['tenureDays', 1094],
  ['ordersPerYear', (3 / DAYS_ACTIVE) * 365.25],
  ['orderValue', (54 + 60 + 180) / 3],
  ['yearlySpend', (294 / DAYS_ACTIVE) * 365.25],
  ['itemsPerOrder', 7 / 3],
  ['unitPrice', 42],
  ['daysBetweenOrders', 517],
  ['rhythmSpread', null],
  ['discountShare', 1 / 3],
  ['giftShare', 1 / 3],
  ['returnShare', 1 / 7],
  ['holidayShare', 2 / 3],
  ['weekendShare', 2 / 3],
  ['secondPurchaseDays', 306],
  // 6 taken off 60 in the first order, nothing off the others.
  ['discountDepth', 6 / 300],
  ['exchangedItemShare', 0],
  ['springShare', 0],
  ['summerShare', 0],
  ['autumnShare', 0],
  ['mondayShare', 1 / 3],
  ['fridayShare', 0],
  ['categoryHerfindahl', (174 ** 2 + 120 ** 2) / 294 ** 2],
  ['brandHerfindahl', (174 ** 2 + 120 ** 2) / 294 ** 2],
  [`categoryShare:${HOSTILE}`, 120 / 294],
  ['categoryShare:Unknown', 0],
  ['channelShare:web', 1],
])('createCustomerFeatures() computes %s', (id, expected) => {
  const found = features.get(id);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 10);
});

test('createCustomerFeatures() runs no text of the exports', async () => {
  expect((await engine.rows('SELECT count(*) AS n FROM orders'))[0]?.['n']).toBe('8');
});

test('createCustomerFeatures() counts one order as exactly one a year: a rule of at most 1 holds for it', async () => {
  const own = await openShop([{ ...customer, orders: [plantedOrder('2025-04-01')] }]);
  await createPurchaseOrders(own, '2025-12-31');
  await createBuyerTotals(own, '2025-12-31');
  const ordersPerYear = ORDER_FEATURES.filter(({ id }) => id === 'ordersPerYear');
  await createCustomerFeatures(own, ordersPerYear);
  const rows = await own.rows(`SELECT ${featureColumn(0)} AS value FROM customer_features`);
  own.close();
  expect(rows).toEqual([{ value: 1 }]);
});

test('parseShareFeature() reads back what shareFeature() writes', () => {
  const share = { split: 'brand' as const, name: 'A: b\nc' };
  expect(parseShareFeature(shareFeature(share).id)).toEqual(share);
  expect(parseShareFeature('orderValue')).toBeNull();
});

test('createCustomerFeatures() counts an item that was exchanged as sent back, too', async () => {
  const own = await openShop([
    { ...customer, orders: [plantedOrder('2025-04-01'), plantedOrder('2025-09-30')] },
  ]);
  const [first] = await own.rows<{ order_key: string }>(
    'SELECT min(order_key) AS order_key FROM orders',
  );
  const back = { order_key: first?.order_key ?? '', sku: 'Jeans', quantity: 1, value: 60 };
  await insertRows(own, 'returns', [
    { ...back, returned_on: '2025-04-09', outcome: 'Exchange for another size' },
    { ...back, returned_on: '2026-01-09', outcome: 'Exchange' },
  ]);
  await createPurchaseOrders(own, '2025-12-31');
  await createBuyerTotals(own, '2025-12-31');
  await createCustomerFeatures(own, ORDER_FEATURES);
  const [row] = await own.rows<Record<string, number | null>>('SELECT * FROM customer_features');
  own.close();
  const value = (id: string) =>
    row?.[featureColumn(ORDER_FEATURES.findIndex((feature) => feature.id === id))];
  expect([value('returnShare'), value('exchangedItemShare')]).toEqual([0.5, 0.5]);
  expect([value('springShare'), value('autumnShare'), value('holidayShare')]).toEqual([
    0.5, 0.5, 0,
  ]);
  expect(value('secondPurchaseDays')).toBe(182);
});

test('createCustomerFeatures() has no days to a second purchase where everything was bought on one day', async () => {
  const own = await openShop([
    { ...customer, orders: [plantedOrder('2025-04-01'), plantedOrder('2025-04-01')] },
  ]);
  await createPurchaseOrders(own, '2025-12-31');
  await createBuyerTotals(own, '2025-12-31');
  await createCustomerFeatures(own, ORDER_FEATURES);
  const [row] = await own.rows<Record<string, number | null>>('SELECT * FROM customer_features');
  own.close();
  const at = ORDER_FEATURES.findIndex(({ id }) => id === 'secondPurchaseDays');
  expect(row?.[featureColumn(at)]).toBeNull();
});

test('ORDER_FEATURES: no logarithm of a grouping feature is the sum of two others', () => {
  const grouping = ORDER_FEATURES.filter(({ describes }) => describes === undefined).map(
    ({ id }) => id,
  );
  expect(grouping).not.toContain('yearlySpend');
  expect(grouping).not.toContain('itemsPerOrder');
});

test.each(['source', 'sender'])(
  'createCustomerFeatures() takes no order for kept of whose %s no return is known',
  async (column) => {
    const days = ['2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01'];
    const own = await openShop([{ ...customer, orders: days.map((day) => plantedOrder(day)) }]);
    await own.run(`UPDATE orders SET ${column} = 'market' WHERE placed_on >= DATE '2025-06-01'`);
    const [first] = await own.rows<{ order_key: string }>(
      "SELECT order_key FROM orders WHERE placed_on = DATE '2025-04-01'",
    );
    const back = { order_key: first?.order_key ?? '', sku: 'Jeans', quantity: 1, value: 60 };
    await insertRows(own, 'returns', [{ ...back, returned_on: '2025-04-09' }]);
    await createPurchaseOrders(own, '2025-12-31');
    await createBuyerTotals(own, '2025-12-31');
    await own.run(
      'CREATE TEMP TABLE buyer_personas AS SELECT buyer, CAST(NULL AS VARCHAR) AS persona FROM buyer_totals',
    );
    const { ratios } = (await readPersonaTotals(own)).get(null) ?? {};
    own.close();
    expect(ratios?.returnRate).toMatchObject({ numerator: 100, denominator: 200 });
    expect(ratios?.itemsPerOrder).toMatchObject({ numerator: 4, denominator: 4 });
  },
);

test('createCustomerFeatures() counts no more than the exports hold as the time in which somebody came back', async () => {
  const bought = (email: string, days: string[]) => ({
    ...customer,
    email,
    orders: days.map((day) => plantedOrder(day)),
  });
  const young = await openShop([
    bought('monthly@example.com', ['01', '02', '03', '04', '05', '06'].map((month) => `2025-${month}-10`)), // prettier-ignore
    bought('late@example.com', ['2025-06-01', '2025-06-20']),
    bought('once@example.com', ['2025-06-01']),
  ]);
  await createPurchaseOrders(young, '2025-07-10');
  await createBuyerTotals(young, '2025-07-10');
  await createCustomerFeatures(
    young,
    ORDER_FEATURES.filter(({ id }) => id === 'ordersPerYear'),
  );
  const rows = await young.rows<{ perYear: number }>(
    `SELECT round(${featureColumn(0)}, 2) AS "perYear" FROM customer_features ORDER BY 1`,
  );
  young.close();
  // 181 days since the first order of all.
  expect(rows.map(({ perYear }) => perYear)).toEqual([1, 4.03, 12.1]);
});
