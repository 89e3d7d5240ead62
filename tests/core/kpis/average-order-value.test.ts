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

test('averageOrderValue() says how sure it is, in whole units', () => {
  // A hundred people with one order each: fifty of 30, fifty of 60.
  const sums = orderSumsOf({
    orders: 100,
    people: 100,
    paid: 4500,
    paidCents: 450_000,
    ordersSquared: 100,
    paidCentsSquared: 50 * 3000 ** 2 + 50 * 6000 ** 2,
    ordersTimesPaidCents: 450_000,
  });
  const measure = averageOrderValue(sums, 10);
  // Standard error 15.0756 ÷ 10; qt(0.975, 99) = 1.984217; on the log scale.
  expect(measure).toHaveProperty('interval.low', expect.closeTo(42.106, 2));
  expect(measure).toHaveProperty('interval.high', expect.closeTo(48.093, 2));
  const few = averageOrderValue(orderSumsOf(), 10);
  expect(few).not.toHaveProperty('interval');
  expect(few).toHaveProperty('intervalUnknown', true);
});
