import { afterAll, expect, test } from 'vitest';
import type { Boxes } from '#core/schemas/boxes.ts';
import type { CoreCustomerSettings } from '#core/schemas/core-customer-settings.ts';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { assembleBoxes } from '#generate/content/boxes.ts';
import { assemblePersonas } from '#generate/content/personas.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import {
  insertRows,
  openShop,
  personaContext,
  plantCustomers,
  sha256,
  SHOP_SETTINGS,
} from './persona-shop.ts';

const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

interface BoxOrder {
  /** Whose order; null: nobody can tell. */
  email: string | null;
  day: string;
  gift?: boolean;
  cancelled?: boolean;
}

/** Above those of the planted customers. */
const BOX_IDS = 1_000_000;

/** A shop with these orders of one thing each, besides the planted customers. */
async function boxesOf(
  orders: readonly BoxOrder[],
  {
    perKind = 0,
    coreCustomer,
    asOf = '2025-12-31',
    days,
  }: {
    perKind?: number;
    coreCustomer?: CoreCustomerSettings;
    asOf?: string;
    days?: number;
  } = {},
): Promise<Boxes> {
  const planted = plantCustomers(perKind);
  // The planted ones bought earlier, so that only the orders given count.
  const engine = await openShop(
    planted.map(({ orders: all, ...customer }) => ({
      ...customer,
      orders: all.map((order) => ({ ...order, day: order.day.replace(/^2025-12/, '2025-11') })),
    })),
  );
  engines.push(engine);
  const known = new Set(planted.map(({ email }) => email));
  const added = [...new Set(orders.flatMap(({ email }) => email ?? []))].filter(
    (email) => !known.has(email),
  );
  await insertRows(
    engine,
    'customers',
    added.map((email) => ({
      customer: sha256(`a${email}`),
      digest: sha256(email),
      identified_by: 'email',
      email,
    })),
  );
  await insertRows(
    engine,
    'orders',
    orders.map(({ email, day, gift = false, cancelled = false }, index) => ({
      order_id: BOX_IDS + index,
      order_key: `box/${index}`,
      source: 'test',
      customer: email === null ? null : sha256(`a${email}`),
      placed_at: `${day} 10:00:00`,
      placed_on: day,
      cancelled,
      gift,
    })),
  );
  await insertRows(
    engine,
    'order_lines',
    orders.map((_, index) => ({
      ...{ order_id: BOX_IDS + index, order_key: `box/${index}`, line: 1, sku: 'x' },
      ...{ category: 'Jeans', is_product: true },
      ...{ quantity: 1, unit_price: 10, value: 10, discount: 0, valid: true },
    })),
  );
  const base = personaContext(engine, [], { asOf });
  const context = {
    ...base,
    config: PortalConfigSchema.parse({ ...SHOP_SETTINGS, coreCustomer, boxes: { days } }),
  };
  const { personas } = await assemblePersonas(context, { refit: false });
  return JSON.parse((await assembleBoxes(context, personas)).text) as Boxes;
}

function counts({ facts }: Boxes): Record<string, unknown> {
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]));
}

test('assembleBoxes() counts the orders of seven days, first orders, gifts and people nobody knows', async () => {
  const boxes = await boxesOf([
    { email: 'a@example.com', day: '2025-12-25', gift: true },
    { email: 'b@example.com', day: '2025-12-24' },
    { email: 'b@example.com', day: '2025-12-31' },
    { email: null, day: '2025-12-30' },
    { email: 'c@example.com', day: '2025-12-29', cancelled: true },
  ]);
  expect(boxes.period).toEqual({ from: '2025-12-25', to: '2025-12-31' });
  expect(counts(boxes)).toEqual({
    orders: 3,
    firstOrders: 1,
    gifts: 1,
    ofNobodyKnown: 1,
    withoutPortrait: 2,
  });
});

test('assembleBoxes() takes the newest day with orders where the last seven have none', async () => {
  const boxes = await boxesOf(
    [
      { email: 'a@example.com', day: '2025-12-01' },
      { email: 'b@example.com', day: '2025-12-02' },
    ],
    { asOf: '2025-12-31' },
  );
  expect(boxes.period).toEqual({ from: '2025-12-02', to: '2025-12-02' });
  expect(boxes.asOf).toBe('2025-12-31');
  expect(counts(boxes)['orders']).toBe(1);
});

test('assembleBoxes() counts the orders of one day where the config asks for it', async () => {
  const boxes = await boxesOf(
    [
      { email: 'a@example.com', day: '2025-12-30' },
      { email: 'b@example.com', day: '2025-12-31' },
      { email: 'c@example.com', day: '2025-12-31' },
    ],
    { days: 1 },
  );
  expect(boxes.period).toEqual({ from: '2025-12-31', to: '2025-12-31' });
  expect(counts(boxes)['orders']).toBe(2);
});

test('assembleBoxes() says that gifts are not known where no order is marked', async () => {
  const { facts } = await boxesOf([{ email: 'a@example.com', day: '2025-12-31' }]);
  expect(facts.find(({ id }) => id === 'gifts')?.status).toBe('unavailable');
});

test('assembleBoxes() counts by Portrait, few as they are: a count of orders tells of nobody', async () => {
  const boxes = await boxesOf(
    [
      { email: 'denim1@example.com', day: '2025-12-31' },
      { email: 'denim2@example.com', day: '2025-12-30' },
      { email: 'fitter1@example.com', day: '2025-12-30' },
    ],
    { perKind: 200 },
  );
  const values = counts(boxes);
  expect(boxes.parts.map(({ fact }) => values[fact])).toEqual([2, 1]);
  expect(values['withoutPortrait']).toBe(0);
  expect(values['firstOrders']).toBe(0);
});

test('assembleBoxes() counts by the rule of the core customer where no Portraits were found', async () => {
  const boxes = await boxesOf(
    [
      { email: 'a@example.com', day: '2025-12-31', gift: true },
      { email: 'b@example.com', day: '2025-12-30' },
      { email: null, day: '2025-12-30' },
    ],
    {
      coreCustomer: { persona: 'gift-giver', rule: [{ feature: 'giftShare', atLeast: 0.5 }] },
    },
  );
  const values = counts(boxes);
  expect(boxes.parts).toEqual([{ persona: 'gift-giver', fact: 'ordersOfGiftGiver' }]);
  expect(values).toMatchObject({ ordersOfGiftGiver: 1, withoutPortrait: 1, ofNobodyKnown: 1 });
});

test('assembleBoxes() has nothing to count without orders', async () => {
  expect(await boxesOf([])).toMatchObject({ period: null, facts: [], parts: [] });
});
