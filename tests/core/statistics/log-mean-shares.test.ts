import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logMeanShares } from '#core/statistics/log-mean-shares.ts';

const factor = fc.double({ min: 0.001, max: 1_000, noNaN: true });
const factors = fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 5 });
const product = (values: readonly number[]): number => values.reduce((so, one) => so * one, 1);

test('logMeanShares() adds up to the change of the product, whatever the factors', () => {
  fc.assert(
    fc.property(factors, (pairs) => {
      const before = pairs.map(([one]) => one);
      const after = pairs.map(([, other]) => other);
      const shares = logMeanShares(before, after) ?? [];
      const change = product(after) - product(before);
      const sum = shares.reduce((so, share) => so + share, 0);
      expect(Math.abs(sum - change)).toBeLessThanOrEqual(
        1e-9 * Math.max(product(before), product(after), 1),
      );
    }),
  );
});

test('logMeanShares() turns its sign when before and after change places', () => {
  fc.assert(
    fc.property(factors, (pairs) => {
      const before = pairs.map(([one]) => one);
      const after = pairs.map(([, other]) => other);
      const there = logMeanShares(before, after) ?? [];
      const back = logMeanShares(after, before) ?? [];
      there.forEach((share, index) => {
        expect(Math.abs(share + (back[index] ?? 0))).toBeLessThanOrEqual(
          1e-9 * Math.max(product(before), product(after), 1),
        );
      });
    }),
  );
});

test('logMeanShares() keeps its digits where the products are nearly equal', () => {
  const [before, after] = [
    [0.001, 999.9995194963427],
    [999.9983150455022, 0.001],
  ];
  const [there = 0] = logMeanShares(before, after) ?? [];
  const [back = 0] = logMeanShares(after, before) ?? [];
  expect(Math.abs(there + back)).toBeLessThan(1e-12);
});

test('logMeanShares() splits a product worked out by hand', () => {
  // From 2 × 3 to 4 × 3.5: L = 8 ÷ ln(14 ÷ 6) = 9.4418…, shares L ln 2 and L ln(3.5 ÷ 3).
  const [first, second] = logMeanShares([2, 3], [4, 3.5]) ?? [];
  expect(first).toBeCloseTo(6.5446, 3);
  expect(second).toBeCloseTo(1.4554, 3);
});

test('logMeanShares() says nothing of factors that are not above zero, or of none', () => {
  expect(logMeanShares([1, 0], [1, 1])).toBeNull();
  expect(logMeanShares([1, -2], [1, 1])).toBeNull();
  expect(logMeanShares([], [])).toBeNull();
  expect(logMeanShares([1], [1, 2])).toBeNull();
});
