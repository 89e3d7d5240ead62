import { afterAll, expect, test } from 'vitest';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import type { Certificate } from '#core/schemas/segmentation.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { isOfSingleOrders } from '#core/segmentation/single-orders.ts';
import { assemblePersonas } from '#generate/content/personas.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import {
  openShop,
  personaContext,
  plantCustomers,
  SHOP_SETTINGS,
  type PlantedCustomer,
  type PlantedOrder,
} from './persona-shop.ts';

const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

/** Three kinds of regular customers, and as many again who ordered once. */
function shopWithOneTimers(order: (regulars: readonly PlantedOrder[]) => PlantedOrder) {
  const regulars = plantCustomers(150);
  const orders = regulars.flatMap((customer) => customer.orders);
  return [
    ...regulars,
    ...Array.from({ length: 450 }, (_, index): PlantedCustomer => ({
      email: `once${index}@example.com`,
      kind: 'once',
      orders: [order(orders)],
    })),
  ];
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
  const groups = await groupsOf(
    shopWithOneTimers((orders) => {
      const order = orders[Math.floor(random() * orders.length)];
      if (!order) throw new Error('Expected orders of regular customers');
      return order;
    }),
  );
  const once = groups.filter(({ singleOrders }) => singleOrders !== null);
  // The bootstrap is sure of them; a hint by its verdict needs no second caution.
  expect(once.filter(isOfSingleOrders).length).toBeGreaterThanOrEqual(1);
  for (const { singleOrders } of once) expect(singleOrders).toBeGreaterThan(0.6);
  // The planted kinds, who order often, are left alone.
  expect(groups.length - once.length).toBeGreaterThanOrEqual(3);
});

test('assemblePersonas() has no caution of one-time buyers who are a kind of their own', async () => {
  const random = seededRandom(4);
  const groups = await groupsOf(
    shopWithOneTimers(() => ({
      day: `${2023 + Math.floor(random() * 3)}-12-${10 + Math.floor(random() * 12)}`,
      gift: false,
      discount: random() < 0.1,
      returned: false,
      lines: [
        { category: 'Candles', brand: 'Wick', price: 15 + Math.floor(random() * 10), quantity: 1 },
      ],
    })),
  );
  const [visitors, ...others] = groups.flatMap(({ singleOrders }) => singleOrders ?? []);
  expect(visitors).toBeLessThan(0.4);
  expect(others).toEqual([]);
  expect(groups.some(isOfSingleOrders)).toBe(false);
});
