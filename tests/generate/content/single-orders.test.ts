import { afterAll, expect, test } from 'vitest';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import type { Certificate } from '#core/schemas/segmentation.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import { hasManyByChance, isOfSingleOrders } from '#core/segmentation/single-orders.ts';
import { assemblePersonas } from '#generate/content/personas.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import {
  openShop,
  personaContext,
  plantCustomers,
  plantedOrder,
  SHOP_SETTINGS,
  type PlantedCustomer,
  type PlantedOrder,
} from './persona-shop.ts';

const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

/** Three kinds of regular customers, and as many again who ordered once. */
function shopWithOneTimers(
  order: (regulars: readonly PlantedOrder[], index: number) => PlantedOrder,
  regulars = plantCustomers(150),
): PlantedCustomer[] {
  const orders = regulars.flatMap((customer) => customer.orders);
  return [
    ...regulars,
    ...Array.from({ length: 450 }, (_, index): PlantedCustomer => ({
      email: `once${index}@example.com`,
      kind: 'once',
      orders: [order(orders, index)],
    })),
  ];
}

/** A candle before Christmas: nobody's habit but the visitors'. */
function candleOrder(random: Random): PlantedOrder {
  return plantedOrder(`${2023 + Math.floor(random() * 3)}-12-${10 + Math.floor(random() * 12)}`, {
    discount: random() < 0.1,
    lines: [
      { category: 'Candles', brand: 'Wick', price: 15 + Math.floor(random() * 10), quantity: 1 },
    ],
  });
}

function anyOf(orders: readonly PlantedOrder[], random: Random): PlantedOrder {
  const order = orders[Math.floor(random() * orders.length)];
  if (!order) throw new Error('Expected orders of regular customers');
  return order;
}

async function groupsOf(customers: readonly PlantedCustomer[]): Promise<Certificate['personas']> {
  const engine = await openShop(customers);
  engines.push(engine);
  const config = PortalConfigSchema.parse({ ...SHOP_SETTINGS, portraits: { most: 7 } });
  const { segmentation } = await assemblePersonas(personaContext(engine, [], { config }), {
    refit: false,
  });
  expect(segmentation.certificate?.trusted).toBe(true);
  return segmentation.certificate?.personas ?? [];
}

test('assemblePersonas() cautions of groups of one-time buyers whose one order is like anybody’s', async () => {
  const random = seededRandom(4);
  const groups = await groupsOf(shopWithOneTimers((orders) => anyOf(orders, random)));
  const once = groups.filter(({ singleOrders }) => singleOrders !== null);
  // The bootstrap is sure of them; a hint by its verdict needs no second caution.
  expect(once.filter(isOfSingleOrders).length).toBeGreaterThanOrEqual(1);
  for (const { singleOrders } of once) expect(singleOrders).toBeGreaterThan(0.6);
  // The planted kinds, who order often, are left alone.
  expect(groups.length - once.length).toBeGreaterThanOrEqual(3);
});

test('assemblePersonas() has no caution of one-time buyers who are a kind of their own', async () => {
  const random = seededRandom(4);
  const groups = await groupsOf(shopWithOneTimers(() => candleOrder(random)));
  const [visitors, ...others] = groups.flatMap(({ singleOrders }) => singleOrders ?? []);
  expect(visitors).toBeLessThan(0.4);
  expect(others).toEqual([]);
  expect(groups.some(isOfSingleOrders)).toBe(false);
  expect(groups.some(hasManyByChance)).toBe(false);
});

test('assemblePersonas() says how many are in a kind of one-time buyers by chance', async () => {
  const random = seededRandom(4);
  const KIND = 200;
  // Every fourth order of the regular customers is a candle, too; so of those with anybody's order every fourth is in.
  const regulars = plantCustomers(150).map((customer) => ({
    ...customer,
    orders: customer.orders.map((order, at) => (at % 4 === 3 ? candleOrder(random) : order)),
  }));
  const customers = shopWithOneTimers(
    (orders, index) => (index < KIND ? candleOrder(random) : anyOf(orders, random)),
    regulars,
  );
  const candles = customers.filter(
    ({ kind, orders }) => kind === 'once' && orders[0]?.lines[0]?.category === 'Candles',
  );
  const mixedIn = (candles.length - KIND) / candles.length;
  const [visitors] = (await groupsOf(customers)).filter(({ singleOrders }) => singleOrders);
  expect(visitors?.foundByChance).toBeGreaterThan(mixedIn - 0.06);
  expect(visitors?.foundByChance).toBeLessThan(mixedIn + 0.06);
  expect(visitors && hasManyByChance(visitors)).toBe(true);
});
