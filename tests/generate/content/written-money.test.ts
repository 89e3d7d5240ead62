import { expect, it, test } from 'vitest';
import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import { writtenFact, writtenKpi, writtenMoney } from '#generate/content/written-money.ts';

it.each([
  [2014359.354, 'USD', 2014359.35],
  [0.125, 'EUR', 0.12],
  [0.135, 'EUR', 0.14],
  // A sum of doubles that should be 1.005.
  [0.335 + 0.67, 'EUR', 1],
  [-1.005, 'GBP', -1],
  [1234.5, 'JPY', 1234],
  [1.2345, 'BHD', 1.234],
  [1e-9, 'EUR', 0],
  [-1e-9, 'EUR', 0],
  [1e18, 'EUR', 1e18],
])('writtenMoney() of %d %s is %d', (amount, currency, written) => {
  expect(writtenMoney(amount, currency)).toBe(written);
});

const PASSPORT = {
  n: 20,
  period: { from: '2025-01-01', to: '2025-12-31' },
  asOf: '2025-12-31',
  sources: ['orders'],
  formula: 'Any',
};

function fact(unit: Fact['unit']): Fact {
  const interval = { low: 1.111, high: 3.333, level: 0.95, method: 'Any' };
  return { ...PASSPORT, id: 'current', label: 'Any', unit, status: 'ok', value: 2.222, interval };
}

test('writtenFact() rounds money and its interval, and nothing else', () => {
  expect(writtenFact(fact('money'), 'EUR')).toMatchObject({
    value: 2.22,
    interval: { low: 1.11, high: 3.33, level: 0.95 },
  });
  expect(writtenFact(fact('ratio'), 'EUR')).toEqual(fact('ratio'));
});

test('writtenKpi() rounds the money behind a rate of this portal, but neither the rate nor figures of other tools', () => {
  const measure = { status: 'ok', value: 0.123456, n: 20, numerator: 1.23456, denominator: 10.001 };
  const point = { month: '2025-01', period: PASSPORT.period, measure, mature: true };
  const kpi = { unit: 'ratio', facts: [], series: [point], computedBy: 'this portal' };
  const written = (change: object) =>
    writtenKpi({ ...kpi, ...change } as unknown as Kpi, 'EUR').series[0]?.measure;
  expect(written({})).toEqual({ ...measure, numerator: 1.23, denominator: 10 });
  expect(written({ unit: 'money' })).toMatchObject({ value: 0.12, numerator: 1.23 });
  expect(written({ computedBy: 'A tool' })).toEqual(measure);
});
