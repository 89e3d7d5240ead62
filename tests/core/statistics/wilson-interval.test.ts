import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').wilson)(
  'wilsonInterval(%d, %d) agrees with statsmodels',
  (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expectClose(interval.low, low);
    expectClose(interval.high, high);
  },
);

test('wilsonInterval() gives Newcombe’s published interval of 81 in 263', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  const { low, high } = wilsonInterval(81, 263);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
});

test('wilsonInterval() holds the rate and never leaves 0–1', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      const n = Math.max(1, a, b);
      const successes = Math.min(a, b);
      const { low, high } = wilsonInterval(successes, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / n);
      expect(high).toBeGreaterThanOrEqual(successes / n);
    }),
  );
});

test.each([
  [0, 0],
  [3, 2],
  [-1, 2],
])('wilsonInterval(%d, %d) is refused', (successes, n) => {
  expect(() => wilsonInterval(successes, n)).toThrow(RangeError);
});
