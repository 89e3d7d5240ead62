import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianInterval } from '#core/statistics/median-interval.ts';

const oneEach = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: index + 1, count: 1 }));

test('medianInterval() takes the ranks of Campbell & Gardner', () => {
  // By their formula n = 11 gives ranks 2.25 and 9.75, taken as 2 and 10; n = 100 gives 40.2 and 60.8.
  expect(medianInterval(oneEach(11))).toMatchObject({ value: 6, interval: { low: 2, high: 10 } });
  expect(medianInterval(oneEach(100))).toMatchObject({
    value: 50,
    interval: { low: 40, high: 61 },
  });
});

test('medianInterval() gives none for few people and nothing for nobody', () => {
  expect(medianInterval(oneEach(9))).toEqual({ value: 5, n: 9, interval: null });
  expect(medianInterval([{ value: 1, count: 0 }])).toBeNull();
});

test('medianInterval() is the middle of the sorted values, in any order of the counts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
      const counted = medianInterval(values.map((value) => ({ value, count: 1 })));
      const sorted = values.toSorted((a, b) => a - b);
      expect(counted?.value).toBe(sorted[Math.ceil(values.length / 2) - 1]);
      if (counted?.interval) {
        expect(counted.interval.low).toBeLessThanOrEqual(counted.value);
        expect(counted.interval.high).toBeGreaterThanOrEqual(counted.value);
      }
    }),
  );
});
