import { expect, test } from 'vitest';
import { openEngine } from '#generate/warehouse/engine.ts';
import { mainShares } from '#generate/warehouse/features/main-shares.ts';

async function sharesOf(paid: Record<string, number>): Promise<string[]> {
  const engine = await openEngine();
  for (const table of ['buyer_categories', 'buyer_brands', 'buyer_channels']) {
    await engine.run(`CREATE TABLE ${table} (buyer INTEGER, name VARCHAR, paid DECIMAL(28,8))`);
  }
  for (const [name, amount] of Object.entries(paid)) {
    await engine.run('INSERT INTO buyer_channels VALUES (1, $1, $2)', [name, amount]);
  }
  const shares = await mainShares(engine);
  engine.close();
  return shares.map(({ name }) => name);
}

test('mainShares() leaves the smallest part out where the others say it', async () => {
  expect(await sharesOf({ web: 70, store: 20, phone: 10 })).toEqual(['web', 'store']);
});

test('mainShares() keeps every main part beside others', async () => {
  expect(await sharesOf({ web: 60, store: 20, phone: 10, a: 5, b: 1.5, c: 1.5, d: 2 })).toEqual([
    'web',
    'store',
    'phone',
    'a',
  ]);
});

test('mainShares() knows no share of a single part', async () => {
  expect(await sharesOf({ web: 100 })).toEqual([]);
});
