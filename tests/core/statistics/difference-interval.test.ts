import { expect, test } from 'vitest';
import { differenceInterval } from '#core/statistics/difference-interval.ts';

test('differenceInterval() is Newcombe’s method 10 on Wilson’s limits', () => {
  // Newcombe (1998), table II: 56 of 70 against 48 of 80, method 10: 0.0524 to 0.3339.
  const one = { value: 0.8, low: 0.6921, high: 0.8771 };
  const other = { value: 0.6, low: 0.4904, high: 0.7004 };
  const { low, high } = differenceInterval(one, other);
  expect(low).toBeCloseTo(0.0524, 3);
  expect(high).toBeCloseTo(0.3339, 3);
  const back = differenceInterval(other, one);
  expect(back.low).toBeCloseTo(-high, 12);
  expect(back.high).toBeCloseTo(-low, 12);
});
