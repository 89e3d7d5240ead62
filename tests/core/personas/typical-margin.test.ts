import { expect, test } from 'vitest';
import { typicalMargin } from '#core/personas/typical-margin.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A fact with a value and half the width of its interval. */
function fact(value: number, half: number | null): Fact {
  return {
    id: 'orderValue',
    label: 'Order value',
    unit: 'money',
    n: 100,
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2025-12-31',
    sources: [],
    formula: 'paid ÷ orders',
    status: 'ok',
    value,
    ...(half === null
      ? {}
      : { interval: { low: value - half, high: value + half, level: 0.95, method: 'test' } }),
  };
}

test('typicalMargin() is the median of the margins relative to the values', () => {
  expect(typicalMargin([fact(100, 10), fact(10, 3), fact(4, 0.8)])).toBeCloseTo(0.2, 12);
  expect(typicalMargin([fact(100, 10), fact(10, 3)])).toBeCloseTo(0.2, 12);
});

test('typicalMargin() skips facts without an interval and values of 0', () => {
  expect(typicalMargin([fact(0, 1), fact(5, null), fact(10, 1)])).toBeCloseTo(0.1, 12);
  expect(typicalMargin([fact(0, 1), fact(5, null)])).toBeNull();
});
