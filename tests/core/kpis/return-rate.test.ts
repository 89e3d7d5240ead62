import { expect, test } from 'vitest';
import { returnRate } from '#core/kpis/return-rate.ts';
import { orderSumsOf } from './order-sums-of.ts';

const many = orderSumsOf({
  orders: 2000,
  people: 1500,
  paid: 90_000,
  returned: 9000,
  paidCents: 9_000_000,
  returnedCents: 900_000,
  paidCentsSquared: 41_000_000_000,
  returnedCentsSquared: 4_100_000_000,
  paidTimesReturnedCents: 4_100_000_000,
});

test('returnRate() is returned value ÷ product value of the same orders', () => {
  expect(returnRate(orderSumsOf(), 10)).toMatchObject({
    value: 0.1,
    numerator: 90,
    denominator: 900,
  });
});

test('returnRate() carries an interval around it', () => {
  const measure = returnRate(many, 10);
  expect(measure).toMatchObject({
    value: 0.1,
    interval: { method: 'Wilson score of the effective sample size' },
  });
});

test('returnRate() says how sure it is of every month with orders enough, large or small', () => {
  // 60 orders of 50, 12 of them returned: too few for the ratio estimator.
  const small = orderSumsOf({
    orders: 60,
    people: 60,
    paid: 3000,
    returned: 600,
    paidCents: 300_000,
    returnedCents: 60_000,
    paidCentsSquared: 60 * 5000 ** 2,
    returnedCentsSquared: 12 * 5000 ** 2,
    paidTimesReturnedCents: 12 * 5000 ** 2,
  });
  expect(returnRate(small, 10)).toMatchObject({ value: 0.2, interval: { level: 0.95 } });
});

test('returnRate() does not count credit notes that belong to no order', () => {
  expect(returnRate(orderSumsOf({ credited: 500 }), 10).value).toBe(0.1);
});

test('returnRate() is unavailable when all orders were free', () => {
  expect(returnRate(orderSumsOf({ paid: 0, returned: 0 }), 10)).toMatchObject({
    status: 'unavailable',
    reason: 'The orders of this period have no product value',
  });
});
