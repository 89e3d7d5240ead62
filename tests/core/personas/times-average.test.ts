import { expect, test } from 'vitest';
import { timesAverageText } from '#core/personas/times-average.ts';

const FORMATS = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };
const interval = (low: number, high: number) => ({ low, high, level: 0.95, method: 'test' });

test.each([
  ['ordersPerYear', 4.1, undefined, '4.1× as often as our average customer'],
  ['ordersPerYear', 0.52, undefined, 'half as often as our average customer'],
  ['unitPrice', 0.98, undefined, 'about as much for a piece as our average customer'],
  ['giftShare', 0.225, interval(0.19, 0.26), 'a quarter as often a gift as our average customer'],
  ['yearlySpend', 0.29, interval(0.28, 0.3), '0.3× as much a year as our average customer'],
  ['yearlySpend', 0.29, interval(0.24, 0.35), '0.3× as much a year as our average customer'],
  ['returnRate', 0.03, undefined, '0.03× as much sent back as our average customer'],
  ['somethingElse', 2, undefined, '2× as much as our average customer'],
])('timesAverageText() says of %s %d (%o): %s', (fact, timesAverage, within, expected) => {
  expect(timesAverageText(fact, { timesAverage, interval: within }, FORMATS)).toBe(expected);
});
