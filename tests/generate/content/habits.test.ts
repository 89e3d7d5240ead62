import { afterAll, expect, test } from 'vitest';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import { assemblePersonas } from '#generate/content/personas.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { openShop, personaContext, type PlantedCustomer } from './persona-shop.ts';

const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

/** Three kinds by what they buy, by gifts and by discounts; on which day of three years, and of which brand, is chance. */
function kinds(count: number, random: Random): PlantedCustomer[] {
  const category = ['Jeans', 'Dresses', 'Gifts'];
  const brands = ['Alba', 'Birk', 'Corso'];
  const start = Date.UTC(2023, 0, 1);
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 3;
    let orders = 1;
    while (random() < 0.6) orders += 1;
    return {
      email: `anybody${index}@example.com`,
      kind: String(kind),
      orders: Array.from({ length: orders }, () => ({
        day: new Date(start + Math.floor(random() * 1_095) * 86_400_000).toISOString().slice(0, 10),
        gift: random() < (kind === 2 ? 0.8 : 0.05),
        discount: random() < (kind === 0 ? 0.7 : 0.1),
        returned: random() < (kind === 1 ? 0.5 : 0.05),
        lines: [
          {
            category: (random() < 0.85 ? category[kind] : category[(kind + 1) % 3]) ?? '',
            brand: brands[Math.floor(random() * 3)] ?? '',
            price: 30 * (kind + 1) + Math.floor(random() * 20),
            quantity: 1,
          },
        ],
      })),
    };
  });
}

test('a share groups customers where it is a habit of theirs, and not where it is chance', async () => {
  const engine = await openShop(kinds(900, seededRandom(5)));
  engines.push(engine);
  const { segmentation } = await assemblePersonas(personaContext(engine), { refit: false });
  const noHabits = segmentation.dropped.filter(({ reason }) => reason.startsWith('No habit: '));
  expect(noHabits.map(({ feature }) => feature)).toEqual(
    expect.arrayContaining(['autumnShare', 'springShare', 'summerShare', 'weekendShare']),
  );
  expect(noHabits.filter(({ feature }) => feature.startsWith('brandShare:'))).toHaveLength(2);
  expect(segmentation.model?.features.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['discountShare', 'giftShare', 'returnShare']),
  );
});
