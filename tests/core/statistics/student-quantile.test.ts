import { expect, test } from 'vitest';
import { studentQuantile } from '#core/statistics/student-quantile.ts';

// qt(0.975, df) of R 4.2.2.
test.each([
  [10, 2.228139],
  [29, 2.04523],
  [99, 1.984217],
  [1000, 1.962339],
])('studentQuantile() of 97.5 %% with %i degrees of freedom is that of R', (degrees, expected) => {
  expect(studentQuantile(0.975, degrees)).toBeCloseTo(expected, 4);
  expect(studentQuantile(0.025, degrees)).toBeCloseTo(-expected, 4);
});

test('studentQuantile() needs a degree of freedom', () => {
  expect(() => studentQuantile(0.975, 0)).toThrow(RangeError);
});
