import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpan } from '#core/format/read-span.ts';

describe('readSpan()', () => {
  test('readSpan() begins and ends with figures, whichever end comes first', () => {
    const values = [null, 2, null, 5, 8, null];
    const whole = { first: 1, last: 4, change: 6, mean: 5, count: 3 };
    expect(readSpan(values, 0, 5)).toEqual(whole);
    expect(readSpan(values, 5, 0)).toEqual(whole);
    expect(readSpan(values, 3, 3)).toEqual({ first: 3, last: 3, change: 0, mean: 5, count: 1 });
  });

  test('readSpan() of months without a figure is null', () => {
    expect(readSpan([1, null, null, 4], 1, 2)).toBeNull();
    expect(readSpan([], 0, 0)).toBeNull();
  });

  test('readSpan() has a mean between the lowest and the highest figure', () => {
    const place = fc.nat(30);
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer()), { minLength: 1 }),
        place,
        place,
        (all, a, b) => {
          const found = readSpan(all, a, b);
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
