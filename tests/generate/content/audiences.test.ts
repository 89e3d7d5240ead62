import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { AudiencesSchema, type Audiences } from '#core/schemas/audience.ts';
import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import { assembleAudiences } from '#generate/content/audiences.ts';
import { shopConfig } from '../exports/exports-fixture.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { audienceShop, type Purchase } from '../warehouse/audiences/audience-shop.ts';

const AS_OF = '2026-10-31';

async function assembled(
  purchases: readonly Purchase[],
  log = '',
  change: Partial<PortalConfigInput> = {},
): Promise<{ file: Audiences; text: string }> {
  const engine = await audienceShop(purchases);
  onTestFinished(() => engine.close());
  const state = temporaryFolder();
  if (log !== '') writeFileSync(join(state, 'contact-log.csv'), `key,audience,day\n${log}`);
  const { path, kind, text } = await assembleAudiences(
    {
      engine,
      config: shopConfig(change),
      asOf: AS_OF,
      period: purchases.length === 0 ? null : { from: '2026-10-01', to: AS_OF },
      sources: { orders: ['shop'] },
    },
    state,
  );
  expect({ path, kind }).toEqual({ path: 'audiences.json', kind: 'machine' });
  return { file: AudiencesSchema.parse(JSON.parse(text)), text };
}

const newcomers = (people: number): Purchase[] =>
  Array.from({ length: people }, (_, index) => ({ customer: `c${index}`, on: '2026-10-30' }));

function factsOf({ audiences }: Audiences, id: string): Record<string, unknown> {
  const facts = audiences.find((one) => one.id === id)?.facts ?? [];
  return Object.fromEntries(facts.map((fact) => [fact.id, fact.value ?? fact.status]));
}

test('assembleAudiences() tells size and value, and names nobody', async () => {
  const { file, text } = await assembled(newcomers(12));
  expect(file.audiences).toHaveLength(8);
  expect(factsOf(file, 'new')).toEqual({
    people: 12,
    netRevenue: 240,
    onLastList: 'unavailable',
    atLimit: 0,
  });
  expect(text).not.toMatch(/@|example|"c\d/);
});

test('assembleAudiences() suppresses an audience of nine people', async () => {
  const { file } = await assembled(newcomers(9));
  expect(factsOf(file, 'new')).toMatchObject({ people: 'suppressed', netRevenue: 'suppressed' });
});

test('assembleAudiences() says of baskets and brands which export would be needed', async () => {
  const { file } = await assembled(newcomers(12));
  const [basket] = file.audiences.find(({ id }) => id === 'follow-up-baskets')?.facts ?? [];
  expect(basket).toMatchObject({
    status: 'unavailable',
    reason:
      'No export names abandoned baskets: add abandoned-baskets.csv, from the shop’s list of abandoned checkouts',
  });
  const [brand] = file.audiences.find(({ id }) => id === 'one-brand')?.facts ?? [];
  expect(brand).toMatchObject({
    status: 'unavailable',
    reason: 'No export says the brand of a product: add products.csv (sku, brand)',
  });
});

test('assembleAudiences() finds no lovers of the one brand that a shop sells', async () => {
  const bought = (brands: readonly string[]): Purchase[] =>
    newcomers(24).map((one, at) => ({
      ...one,
      pieces: 6,
      brand: brands[at % brands.length] ?? '',
    }));
  const { file } = await assembled(bought(['Fell']));
  const [brand] = file.audiences.find(({ id }) => id === 'one-brand')?.facts ?? [];
  expect(brand).toMatchObject({
    status: 'unavailable',
    reason: 'All products are of one brand: it tells nobody apart',
  });
  const two = await assembled(bought(['Fell', 'Karst']));
  expect(factsOf(two.file, 'one-brand')).toMatchObject({ people: 24 });
});

test('assembleAudiences() reads counts and days of the log up to as-of', async () => {
  const on = (day: string, audience: string, people: number): string =>
    Array.from({ length: people }, (_, index) => `c${index},${audience},${day}\n`).join('');
  const { file } = await assembled(
    newcomers(30),
    on('2026-10-20', 'new', 25) +
      on('2026-10-27', 'new', 11) +
      on('2026-10-27', 'hero', 4) +
      on('2026-11-02', 'new', 30) +
      on('2026-09-01', 'new', 30),
  );
  expect(file.audiences.find(({ id }) => id === 'new')?.lastListedOn).toBe('2026-10-27');
  // Eleven were on two lists within thirty days; what comes after as-of does not count.
  expect(factsOf(file, 'new')).toMatchObject({ people: 30, onLastList: 11, atLimit: 11 });
  expect(factsOf(file, 'hero')).toMatchObject({ onLastList: 'suppressed' });
});

test('assembleAudiences() writes the words of the config, and no audience without any order', async () => {
  const change = { audiences: { new: { advocate: 'Service', say: 'Hello.', doNotSay: 'Buy.' } } };
  const { file } = await assembled(newcomers(12), '', change);
  expect(file.audiences.find(({ id }) => id === 'new')).toMatchObject({
    advocate: 'Service',
    say: 'Hello.',
    doNotSay: 'Buy.',
  });
  expect((await assembled([])).file.audiences).toEqual([]);
});
