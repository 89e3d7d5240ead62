import { expect, test } from 'vitest';
import { statisticFacts } from '#core/personas/statistic-facts.ts';

const OPTIONS = {
  floor: 10,
  currency: 'EUR',
  passport: {
    period: { from: '2026-01-01', to: '2026-01-31' },
    asOf: '2026-01-31',
    sources: [],
  },
};

test.each([
  ['2', '%', 49, 'suppressed'],
  ['98', '%', 49, 'suppressed'],
  ['0', '%', 49, 'ok'],
  ['40', '%', 49, 'ok'],
  ['2', 'orders', 49, 'ok'],
])('statisticFacts() holds %s %s of %i people to the floor', (value, unit, n, status) => {
  const statistic = { source: 'tool', trait: 'walks', value: Number(value), unit, n };
  expect(statisticFacts([statistic], OPTIONS)).toMatchObject([{ id: 'walks', status }]);
});

test('statisticFacts() does not give the time of the orders to what another tool counted', () => {
  const statistic = { source: 'A panel', trait: 'walks', value: 40, unit: '%', n: 412 };
  expect(statisticFacts([statistic], OPTIONS)).toMatchObject([{ status: 'ok', timeUnknown: true }]);
});
