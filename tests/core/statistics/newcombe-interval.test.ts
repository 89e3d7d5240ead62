import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombeInterval } from '#core/statistics/newcombe-interval.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').newcombe)(
  'newcombeInterval() of %d/%d against %d/%d agrees with statsmodels',
  (a, m, b, n, low, high) => {
    const interval = newcombeInterval({ successes: a, n: m }, { successes: b, n });
    expectClose(interval.low, low, 1e-8);
    expectClose(interval.high, high, 1e-8);
  },
);

test('newcombeInterval() gives the published interval of 56/70 − 48/80', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table II, contrast (a), method 10.
  const { low, high } = newcombeInterval({ successes: 56, n: 70 }, { successes: 48, n: 80 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
});

test('newcombeInterval() turns its sign when the groups are swapped', () => {
  const group = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(5000))
    .map(([n, successes]) => ({ successes: Math.min(successes, n), n }));
  fc.assert(
    fc.property(group, group, (a, b) => {
      const there = newcombeInterval(a, b);
      const back = newcombeInterval(b, a);
      expect(there.low).toBeCloseTo(-back.high, 12);
      expect(there.low).toBeLessThanOrEqual(a.successes / a.n - b.successes / b.n);
    }),
  );
});
