import { expect, test } from 'vitest';
import { pagerNumbers } from '#core/format/pager-numbers.ts';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 50, [1, 2, null, 50]],
  [3, 50, [1, 2, 3, 4, null, 50]],
  [4, 6, [1, 2, 3, 4, 5, 6]],
  [25, 50, [1, null, 24, 25, 26, null, 50]],
  [50, 50, [1, null, 49, 50]],
])('pagerNumbers() of page %i of %i', (number, pages, expected) => {
  expect(pagerNumbers(number, pages)).toEqual(expected);
});
