import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '#core/statistics/benjamini-hochberg.ts';
import { holmAdjusted } from '#core/statistics/holm-adjusted.ts';
import { expectClose } from './reference-figures.ts';

// R 4.2.2, p.adjust(x, "BH"); the 25 p-values are those of McDonald, Handbook of Biological Statistics (2014), p. 257.
test.each([
  [
    [0.9, 0.0001, 0.03, 0.04, 0.2, 0.04],
    [0.9, 6e-4, 0.06, 0.06, 0.24, 0.06],
  ],
  [
    [0.5, 1, 0.7],
    [1, 1, 1],
  ],
  [
    [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269,
      0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ],
    [
      0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714285714, 0.491071428571429, 0.491071428571429,
      0.491071428571429, 0.491071428571429, 0.491071428571429, 0.491071428571429, 0.491071428571429,
      0.5328125, 0.5328125, 0.564705882352941, 0.781578947368421, 0.781578947368421, 0.87,
      0.907142857142857, 0.986, 0.986, 0.986, 0.986,
    ],
  ],
])('benjaminiHochberg(%j) agrees with p.adjust of R', (pValues, expected) => {
  const adjusted = benjaminiHochberg(Object.freeze(pValues));
  expect(adjusted).toHaveLength(expected.length);
  adjusted.forEach((p, at) => {
    expectClose(p, expected[at] ?? NaN);
  });
});

test('benjaminiHochberg() of nothing is nothing', () => {
  expect(benjaminiHochberg([])).toEqual([]);
});

test('an adjusted p-value lies between the plain one and that of Holm', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
      const holm = holmAdjusted(pValues);
      benjaminiHochberg(pValues).forEach((p, at) => {
        expect(p).toBeGreaterThanOrEqual((pValues[at] ?? 0) * (1 - 1e-12));
        expect(p).toBeLessThanOrEqual((holm[at] ?? 1) * (1 + 1e-12));
      });
    }),
  );
});
