import { expect, test } from 'vitest';
import { sharesOfHiddenParts } from '#core/personas/shares-of-hidden-parts.ts';

/** Orders of the year, with some months hidden, by their place. */
function months(...hidden: number[]) {
  return {
    id: 'months',
    label: 'Months of the year',
    base: 'orders',
    rows: Array.from({ length: 12 }, (_, month) => ({
      label: String(month + 1),
      share: hidden.includes(month) ? null : 1 / 12,
      shareOfAll: 1 / 12,
      n: hidden.includes(month) ? 0 : 20,
    })),
  };
}

test('sharesOfHiddenParts() names the season whose other months are told', () => {
  expect([...sharesOfHiddenParts([months(2, 9)])]).toEqual(['springShare', 'autumnShare']);
});

test('sharesOfHiddenParts() leaves a season of which two months are hidden, or none', () => {
  expect([...sharesOfHiddenParts([months(5, 6)])]).toEqual([]);
});
