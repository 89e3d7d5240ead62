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

/**
 * One cohort: everybody came within three months, half of them never came again, the others on any day of the following
 * year. Whoever came once has the season and the weekday of that one day.
 */
function cohort(count: number, random: Random): PlantedCustomer[] {
  const start = Date.UTC(2024, 8, 1);
  const day = (from: number, days: number): number => from + Math.floor(random() * days);
  return Array.from({ length: count }, (_, index) => {
    const days = [day(0, 90)];
    while (random() < 0.5) days.push(day(90, 395));
    return {
      email: `cohort${index}@example.com`,
      kind: 'anybody',
      orders: days.map((after) => ({
        day: new Date(start + after * 86_400_000).toISOString().slice(0, 10),
        gift: false,
        discount: false,
        returned: false,
        lines: [{ category: 'CDs', brand: '', price: 10 + Math.floor(30 * random()), quantity: 1 }],
      })),
    };
  });
}

test.each([1, 2])(
  'assemblePersonas() has no confident set for a cohort that came in one season (seed %i)',
  async (seed) => {
    const engine = await openShop(cohort(700, seededRandom(seed)));
    engines.push(engine);
    const { segmentation } = await assemblePersonas(personaContext(engine), { refit: false });
    expect(segmentation.certificate?.trusted).toBe(false);
    expect(segmentation.model?.features.map(({ id }) => id)).not.toContain('autumnShare');
  },
);
