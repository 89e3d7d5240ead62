import { expect, test } from 'vitest';
import { chiSquarePValue } from '#core/statistics/chi-square-p-value.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').chiSquare)(
  'chiSquarePValue(%j, %j) agrees with SciPy chisquare',
  (observed, shares, expected) => expectClose(chiSquarePValue(observed, shares), expected),
);

test('chiSquarePValue() is null without two counts or without anything counted', () => {
  expect(chiSquarePValue([5], [1])).toBeNull();
  expect(chiSquarePValue([0, 0], [0.5, 0.5])).toBeNull();
});

test('chiSquarePValue() refuses a planned share of 0', () => {
  expect(() => chiSquarePValue([5, 5], [1, 0])).toThrow(RangeError);
});
