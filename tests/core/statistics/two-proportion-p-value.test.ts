import { expect, test } from 'vitest';
import { twoProportionPValue } from '#core/statistics/two-proportion-p-value.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').pValue)(
  'twoProportionPValue() of %d/%d against %d/%d agrees with statsmodels',
  (a, m, b, n, expected) =>
    expectClose(twoProportionPValue({ successes: a, n: m }, { successes: b, n }), expected),
);

test('twoProportionPValue() is null when nobody or everybody did it', () => {
  expect(twoProportionPValue({ successes: 0, n: 9 }, { successes: 0, n: 8 })).toBeNull();
  expect(twoProportionPValue({ successes: 9, n: 9 }, { successes: 8, n: 8 })).toBeNull();
});
