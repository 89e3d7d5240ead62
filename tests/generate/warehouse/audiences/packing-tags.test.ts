import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPackingTags } from '#generate/warehouse/audiences/packing-tags.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { audienceShop } from './audience-shop.ts';

test('readPackingTags() tells Portrait, first order and gift of the orders of seven days', async () => {
  const engine = await audienceShop([
    { customer: 'anna', on: '2026-10-20' },
    { customer: 'anna', on: '2026-10-30', gift: true },
    { customer: 'ben', on: '2026-10-31' },
    { customer: null, on: '2026-10-29' },
    { customer: 'cleo', on: '2026-10-28', cancelled: true },
    { customer: 'dora', on: '2026-10-24' },
  ]);
  onTestFinished(() => engine.close());
  const assignments = join(temporaryFolder(), 'assignments.csv');
  writeFileSync(assignments, 'key,persona,distance\nanna,careful-giver,0.5\n');
  await createPurchaseOrders(engine, '2026-10-31');
  expect(await readPackingTags(engine, '2026-10-31', assignments)).toEqual([
    { order: '3', persona: null, firstOrder: true, gift: false },
    { order: '2', persona: 'careful-giver', firstOrder: false, gift: true },
    { order: '4', persona: null, firstOrder: null, gift: false },
  ]);
  expect((await readPackingTags(engine, '2026-10-31', null)).map(({ persona }) => persona)).toEqual(
    [null, null, null],
  );
});
