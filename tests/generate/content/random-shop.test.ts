import { afterAll, expect, test } from 'vitest';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import { assemblePersonas } from '#generate/content/personas.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { openShop, personaContext, type PlantedCustomer } from './persona-shop.ts';

const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

const CATEGORIES = ['Jeans', 'Gifts', 'Kids', 'Jackets'];

/**
 * Customers of one kind who take whatever comes, one thing an order. Whoever ordered once has a single category and a
 * single brand: lumps that lie close together and come out again in every sample.
 */
function indifferentCustomers(count: number, random: Random): PlantedCustomer[] {
  const pick = (limit: number): number => Math.floor(random() * limit);
  const two = (value: number): string => String(value).padStart(2, '0');
  return Array.from({ length: count }, (_, index) => {
    let orders = 1;
    while (random() < 0.55) orders += 1;
    return {
      email: `anybody${index}@example.com`,
      kind: 'anybody',
      orders: Array.from({ length: orders }, () => {
        const category = CATEGORIES[pick(CATEGORIES.length)] ?? 'Jeans';
        return {
          day: `${2023 + pick(3)}-${two(1 + pick(12))}-${two(1 + pick(28))}`,
          gift: random() < 0.1,
          discount: random() < 0.3,
          returned: random() < 0.1,
          lines: [{ category, brand: `${category} & Co`, price: 20 + pick(80), quantity: 1 }],
        };
      }),
    };
  });
}

test.each([1, 2])(
  'assemblePersonas() has no confident set for customers who buy by chance (seed %i)',
  async (seed) => {
    const engine = await openShop(indifferentCustomers(700, seededRandom(seed)));
    engines.push(engine);
    const { segmentation } = await assemblePersonas(personaContext(engine), { refit: false });
    const { certificate } = segmentation;
    expect(certificate?.trusted).toBe(false);
    expect(certificate?.persistence?.kappa).toBeLessThan(0.2);
    expect(new Set(certificate?.personas.map(({ verdict }) => verdict))).toEqual(
      new Set(['untrusted']),
    );
  },
);
