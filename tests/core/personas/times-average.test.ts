import { expect, test } from 'vitest';
import { timesAverageText } from '#core/personas/times-average.ts';

const FORMATS = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

test.each([
  ['ordersPerYear', 4.1, '4.1× as often as our average customer'],
  ['ordersPerYear', 0.52, 'about half as often as our average customer'],
  ['returnRate', 0.364, 'just over a third as much sent back as our average customer'],
  ['unitPrice', 0.98, 'about as much for a piece as our average customer'],
  ['ordersPerYear', 0.9, 'nearly as often as our average customer'],
  ['returnRate', 0.03, 'less than a tenth as much sent back as our average customer'],
  ['somethingElse', 2, '2× as much as our average customer'],
])('timesAverageText() says of %s %d: %s', (fact, timesAverage, expected) => {
  expect(timesAverageText(fact, timesAverage, FORMATS)).toBe(expected);
});
