import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpan, type SpanPoint } from '#core/format/read-span.ts';

const plain = (value: number | null): SpanPoint | null => (value === null ? null : { value });

describe('readSpan()', () => {
  test('readSpan() begins and ends with figures, whichever end comes first', () => {
    const values = [null, 2, null, 5, 8, null].map(plain);
    const unsure = { couldBeChance: null, isPooled: false };
    const whole = { first: 1, last: 4, change: 6, mean: 5, count: 3, ...unsure };
    expect(readSpan(values, 0, 5)).toEqual(whole);
    expect(readSpan(values, 5, 0)).toEqual(whole);
    expect(readSpan(values, 3, 3)).toEqual({
      first: 3,
      last: 3,
      change: 0,
      mean: 5,
      count: 1,
      ...unsure,
    });
  });

  test('readSpan() of months without a figure is null', () => {
    expect(readSpan([1, null, null, 4].map(plain), 1, 2)).toBeNull();
    expect(readSpan([], 0, 0)).toBeNull();
  });

  test('readSpan() gives the rate of all months together where each has a weight', () => {
    // Returned 9 of 90 and 30 of 60: 39 of 150, and not half of 10 % and 50 %.
    const points = [
      { value: 0.1, weight: 90 },
      { value: 0.5, weight: 60 },
    ];
    expect(readSpan(points, 0, 1)).toMatchObject({ isPooled: true });
    expect(readSpan(points, 0, 1)?.mean).toBeCloseTo(0.26, 10);
    const partly = [...points, { value: 0.9 }];
    expect(readSpan(partly, 0, 2)).toMatchObject({ isPooled: false, mean: 0.5 });
  });

  test('readSpan() says whether the change could be chance, where both ends have an interval', () => {
    const points: SpanPoint[] = [
      { value: 0.2, interval: [0.17, 0.23] },
      { value: 0.21, interval: [0.18, 0.24] },
      { value: 0.4, interval: [0.37, 0.43] },
      { value: 0.4 },
    ];
    const chance = (to: number) => readSpan(points, 0, to)?.couldBeChance;
    expect([chance(1), chance(2), chance(3)]).toEqual([true, false, null]);
  });

  test('readSpan() has a mean between the lowest and the highest figure', () => {
    const place = fc.nat(30);
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer()), { minLength: 1 }),
        place,
        place,
        (all, a, b) => {
          const found = readSpan(all.map(plain), a, b);
          const inside = all
            .slice(Math.min(a, b), Math.max(a, b) + 1)
            .filter((value) => value !== null);
          expect(found?.count ?? 0).toBe(inside.length);
          if (!found) return;
          expect(found.mean).toBeGreaterThanOrEqual(Math.min(...inside) - 1e-6);
          expect(found.mean).toBeLessThanOrEqual(Math.max(...inside) + 1e-6);
          expect(found.change).toBe((inside.at(-1) ?? 0) - (inside[0] ?? 0));
        },
      ),
    );
  });
});
