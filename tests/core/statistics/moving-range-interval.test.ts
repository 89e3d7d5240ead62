import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movingRangeInterval } from '#core/statistics/moving-range-interval.ts';

test('movingRangeInterval() reaches as far as a chart of individual values', () => {
  // Successive figures lie 2 apart: their standard deviation is 2 ÷ 1.128379, 1.96 of it 3.473946.
  const figures = Array.from({ length: 13 }, (_, index) => 10 + 2 * (index % 2));
  const interval = movingRangeInterval(12, figures);
  expect(interval?.low).toBeCloseTo(12 - 3.473946, 5);
  expect(interval?.high).toBeCloseTo(12 + 3.473946, 5);
});

test('movingRangeInterval() gives none for a year or less, and nothing below zero', () => {
  const figures = Array.from({ length: 13 }, (_, index) => (index % 2) * 5);
  expect(movingRangeInterval(5, figures.slice(1))).toBeNull();
  expect(movingRangeInterval(0, figures)?.low).toBe(0);
  expect(movingRangeInterval(0, [...figures, -1])?.low).toBeLessThan(0);
});

test('movingRangeInterval() holds a value, and scales with the unit', () => {
  const series = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 13, maxLength: 60 });
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 60 }), (figures, factor) => {
      const value = figures.at(-1) ?? 0;
      const one = movingRangeInterval(value, figures);
      const scaled = movingRangeInterval(
        value * factor,
        figures.map((figure) => figure * factor),
      );
      expect(one?.low).toBeLessThanOrEqual(value);
      expect(one?.high).toBeGreaterThanOrEqual(value);
      expect(scaled?.high).toBeCloseTo((one?.high ?? 0) * factor, 6);
    }),
  );
});
