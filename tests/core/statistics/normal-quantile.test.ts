import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf } from '#core/statistics/normal-cdf.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').normalQuantile)(
  'normalQuantile(%d) agrees with SciPy norm.ppf',
  (share, expected) => expectClose(normalQuantile(share), expected, 1e-12),
);

test('normalQuantile() undoes normalCdf()', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
      expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6);
    }),
  );
});

test.each([0, 1, -0.1, 1.1, NaN])('normalQuantile(%d) is refused', (share) => {
  expect(() => normalQuantile(share)).toThrow(RangeError);
});
