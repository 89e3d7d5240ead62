import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { withoutLevelFactors } from '#core/segmentation/without-level-factors.ts';

const LOADINGS = new Matrix([
  [0.8, 0, 0.1],
  [0.7, 0.1, 0],
  [0.1, 0.6, 0.2],
  [0, -0.6, 0.3],
]);

test.each([
  ['a factor of levels of one column, and one on which nothing loads', 'region', [0]],
  ['only the one on which nothing loads, where the levels are of two columns', 'size', [0, 1]],
])('withoutLevelFactors() leaves out %s', (_, column, factors) => {
  const left = withoutLevelFactors(LOADINGS, [null, null, 'region', column]);
  expect(left.to2DArray()).toEqual(LOADINGS.selection([0, 1, 2, 3], factors).to2DArray());
});

test('withoutLevelFactors() leaves all factors where there are no levels, or nothing else', () => {
  expect(withoutLevelFactors(LOADINGS, [null, null, null, null])).toBe(LOADINGS);
  const only = LOADINGS.selection([2, 3], [1]);
  expect(withoutLevelFactors(only, ['region', 'region'])).toBe(only);
});
