import { expect, test } from 'vitest';
import { holmAdjusted } from '#core/statistics/holm-adjusted.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').holm)(
  'holmAdjusted(%j) agrees with statsmodels multipletests',
  (pValues, expected) => {
    const adjusted = holmAdjusted(Object.freeze(pValues));
    adjusted.forEach((p, i) => expectClose(p, expected[i] ?? NaN));
  },
);

test('holmAdjusted() of nothing is nothing', () => {
  expect(holmAdjusted([])).toEqual([]);
});
