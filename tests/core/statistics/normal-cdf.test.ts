import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf } from '#core/statistics/normal-cdf.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').normalCdf)(
  'normalCdf(%d) agrees with SciPy norm.cdf',
  (z, expected) => expectClose(normalCdf(z), expected),
);

test('normalCdf() is symmetric', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
      expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 12);
    }),
  );
});
