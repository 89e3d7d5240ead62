import { expect, test } from 'vitest';
import { gammaTail } from '#core/statistics/gamma-tail.ts';
import { expectClose, referenceFigures, type Proportions } from './reference-figures.ts';

test.each(referenceFigures<Proportions>('proportions').gammaTail)(
  'gammaTail(%d, %d) agrees with SciPy gammaincc',
  (a, x, expected) => expectClose(gammaTail(a, x), expected),
);

test('gammaTail() starts at 1 and ends at 0', () => {
  expect(gammaTail(2, 0)).toBe(1);
  expect(gammaTail(2, Infinity)).toBe(0);
});

test('gammaTail() refuses arguments outside its domain', () => {
  expect(() => gammaTail(0, 1)).toThrow(RangeError);
  expect(() => gammaTail(1, -1)).toThrow(RangeError);
});
