import { expect, test } from 'vitest';
import { isPicture } from '#core/personas/split-picture.ts';

const rows = (...shares: (number | null)[]) => ({
  rows: shares.map((share, index) => ({
    label: String(index),
    share,
    shareOfAll: 0.25,
    n: share === null ? 0 : 20,
  })),
});

test.each([
  ['all of it', rows(0.6, 0.3, 0.1), true],
  ['half of it', rows(0.3, 0.2, null), true],
  ['a fiftieth beside a large part that is hidden', rows(null, 0.012, 0.005, 0.004), false],
  ['none of it', rows(null, 0, null), false],
])('isPicture() of parts that show %s', (_, split, is) => {
  expect(isPicture(split)).toBe(is);
});
