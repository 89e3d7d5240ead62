import { expect, test } from 'vitest';
import { purchaseFacts } from '#core/kpis/purchase-facts.ts';
import type { Fact } from '#core/schemas/fact.ts';

const revenue = (id: string, n: number): Fact => ({
  id,
  label: 'Net revenue',
  unit: 'money',
  n,
  counted: 'purchases',
  period: { from: '2025-11-01', to: '2026-10-31' },
  asOf: '2026-10-31',
  sources: ['shopify-orders'],
  formula: 'Product value − discounts − returns',
  status: 'ok',
  value: 100_000,
});

test('purchaseFacts() tells how many purchases net revenue counts, and how many more than the year before', () => {
  const facts = purchaseFacts([revenue('current', 1500), revenue('yearAgo', 1200)], 'Purchases');
  expect(facts?.current).toMatchObject({ label: 'Purchases', unit: 'count', value: 1500 });
  expect(facts?.change).toMatchObject({ unit: 'ratio', value: 0.25 });
});

test('purchaseFacts() says nothing where another tool counted', () => {
  const foreign: Fact = { ...revenue('current', 1500), counted: undefined };
  expect(purchaseFacts([foreign], 'Purchases')).toBeNull();
  expect(purchaseFacts([revenue('current', 1500)], 'Purchases')?.change).toBeNull();
});
