import { expect, test } from 'vitest';
import { netRevenue } from '#core/kpis/net-revenue.ts';
import { orderSumsOf } from './order-sums-of.ts';

test('netRevenue() subtracts returns and credit notes', () => {
  expect(netRevenue(orderSumsOf(), 10)).toEqual({
    status: 'ok',
    value: 800,
    n: 20,
    numerator: 800,
    denominator: 1,
  });
});

test('netRevenue() can be negative when more came back than was bought', () => {
  expect(netRevenue(orderSumsOf({ credited: 1000 }), 10).value).toBe(-190);
});

test('netRevenue() is suppressed below the floor, with no number left to subtract', () => {
  expect(netRevenue(orderSumsOf({ people: 9 }), 10)).toEqual({
    status: 'suppressed',
    value: null,
    n: 0,
    numerator: null,
    denominator: null,
    reason: 'Fewer than 10 customers: withheld to protect them',
  });
});

test('netRevenue() is unavailable, not 0, without purchases', () => {
  expect(netRevenue(orderSumsOf({ orders: 0, people: 0, paid: 0 }), 10)).toMatchObject({
    status: 'unavailable',
    reason: 'No orders in this period',
  });
});
