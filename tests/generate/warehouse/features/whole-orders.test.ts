import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import {
  createCustomerFeatures,
  featureColumn,
} from '#generate/warehouse/features/customer-features.ts';
import { ORDER_FEATURES } from '#generate/warehouse/features/feature-definitions.ts';
import { readMissingFacts } from '#generate/warehouse/features/missing-facts.ts';
import { readPersonaTotals } from '#generate/warehouse/features/persona-totals.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { insertRows, openShop, plantedOrder } from '../../content/persona-shop.ts';

const AS_OF = '2025-12-31';

const order = (price: number, quantity: number, returned = false) =>
  plantedOrder('2025-05-01', {
    returned,
    lines: [{ category: 'Jeans', brand: 'Brackenloom', price, quantity }],
  });

/** One buyer of two itemised orders, 100 for 4 things of which one came back, and one order of 500 without lines. */
async function shop(): Promise<Engine> {
  const engine = await openShop([
    {
      email: 'ann@example.com',
      kind: 'one',
      orders: [order(20, 3), order(40, 1, true), order(500, 7, true)],
    },
  ]);
  await engine.run(
    `UPDATE order_lines SET whole_order = true WHERE order_key = 'ann@example.com/2'`,
  );
  return engine;
}

describe('orders without lines', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await shop();
    await createPurchaseOrders(engine, AS_OF);
    await createBuyerTotals(engine, AS_OF);
  });
  afterAll(() => {
    engine.close();
  });

  it('createCustomerFeatures() counts their value and leaves them out of figures about items', async () => {
    await createCustomerFeatures(engine, ORDER_FEATURES);
    const [row] = await engine.rows<Record<string, number>>('SELECT * FROM customer_features');
    const value = (id: string) =>
      row?.[featureColumn(ORDER_FEATURES.findIndex((feature) => feature.id === id))];
    // 60 + 40 + 7 × 500
    expect(value('orderValue')).toBe(3600 / 3);
    expect(value('itemsPerOrder')).toBe(4 / 2);
    expect(value('unitPrice')).toBe(100 / 4);
    expect(value('returnShare')).toBe(1 / 4);
  });

  it('readPersonaTotals() divides items by the orders that name them', async () => {
    await engine.run('CREATE TEMP TABLE buyer_personas (buyer INTEGER, persona VARCHAR)');
    const all = (await readPersonaTotals(engine)).get(null);
    const ratio = (id: 'itemsPerOrder' | 'unitPrice' | 'returnRate' | 'averageOrderValue') => {
      const { numerator = 0, denominator = 1 } = all?.ratios[id] ?? {};
      return numerator / denominator;
    };
    expect(ratio('itemsPerOrder')).toBeCloseTo(2, 12);
    expect(ratio('unitPrice')).toBeCloseTo(25, 12);
    expect(ratio('returnRate')).toBeCloseTo(0.25, 12);
    expect(ratio('averageOrderValue')).toBeCloseTo(1200, 9);
  });

  it('readMissingFacts() says what is missing when no order names its things', async () => {
    expect(await readMissingFacts(engine)).not.toHaveProperty('itemsPerOrder');
    await engine.run('UPDATE purchase_orders SET items = NULL');
    const missing = await readMissingFacts(engine);
    expect(missing.unitPrice).toBe(
      'No order names its things; an export of order lines would give them',
    );
  });
});

it('createPurchaseOrders() does not count things that came back of an order without lines', async () => {
  const engine = await shop();
  await insertRows(engine, 'returns', [
    { order_key: 'ann@example.com/2', quantity: 2, value: null, returned_on: '2025-06-01' },
  ]);
  await createPurchaseOrders(engine, AS_OF);
  const orders = await engine.rows(
    'SELECT items::INTEGER AS items, returned_items::INTEGER AS back FROM purchase_orders ORDER BY order_id',
  );
  engine.close();
  expect(orders).toEqual([
    { items: 3, back: 0 },
    { items: 1, back: 1 },
    { items: null, back: null },
  ]);
});
