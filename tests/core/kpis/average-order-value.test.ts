import { expect, test } from 'vitest';
import { averageOrderValue } from '#core/kpis/average-order-value.ts';
import { orderSumsOf } from './order-sums-of.ts';

test('averageOrderValue() ignores what came back later', () => {
  expect(averageOrderValue(orderSumsOf(), 10)).toMatchObject({
    value: 45,
    n: 20,
    numerator: 900,
    denominator: 20,
  });
});

test('averageOrderValue() is suppressed below the floor of people, however many orders', () => {
  expect(averageOrderValue(orderSumsOf({ people: 3 }), 10).status).toBe('suppressed');
});
