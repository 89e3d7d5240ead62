import { expect, test } from 'vitest';
import { sufficiencyRefusal, sufficiencyWarnings } from '#core/segmentation/sufficiency-gate.ts';

const ENOUGH = {
  buyers: 500,
  historyDays: 180,
  repeatBuyers: 100,
  regularBuyers: 10,
  recentBuyers: 9,
  orders: 700,
  anonymousOrders: 349,
};

test('sufficiencyRefusal() lets 500 buyers, 180 days, recent orders and some third orders through', () => {
  expect(sufficiencyRefusal(ENOUGH)).toBeNull();
});

test.each([
  ['buyers', 499, '499 customers who bought; expected at least 500'],
  ['historyDays', 179, '179 days of purchases; expected at least 180'],
  ['regularBuyers', 9, '9 customers with three orders or more; expected at least 10'],
  ['recentBuyers', 8, '8 customers who bought in the last 30 days; expected at least 9'],
] as const)('sufficiencyRefusal() says what is missing: %s', (what, value, reason) => {
  expect(sufficiencyRefusal({ ...ENOUGH, [what]: value })).toContain(reason);
});

test('sufficiencyRefusal() asks a slow shop for one recent customer, and takes a straggler for none elsewhere', () => {
  const slow = { ...ENOUGH, historyDays: 3650, recentBuyers: 1 };
  expect(sufficiencyRefusal(slow)).toBeNull();
  expect(sufficiencyRefusal({ ...slow, recentBuyers: 0 })).not.toBeNull();
  expect(sufficiencyRefusal({ ...ENOUGH, buyers: 5000, recentBuyers: 1 })).not.toBeNull();
});

test('sufficiencyRefusal() says of a shop on marketplaces alone that nobody is known, and of none that there are none', () => {
  const nobody = { ...ENOUGH, buyers: 0, repeatBuyers: 0, regularBuyers: 0, recentBuyers: 0 };
  const refusal = sufficiencyRefusal({ ...nobody, historyDays: 0, anonymousOrders: 700 });
  expect(refusal).toMatch(/^Nobody is known behind the orders/);
  expect(refusal).not.toMatch(/\b0 customers/);
  expect(sufficiencyRefusal({ ...nobody, orders: 0, anonymousOrders: 0 })).toMatch(
    /^Portraits need more/,
  );
});

test('sufficiencyRefusal() points to the groups that work with less', () => {
  const refusal = sufficiencyRefusal({ ...ENOUGH, buyers: 50 });
  for (const way of ['/audiences/', 'persona statistics', 'written by hand']) {
    expect(refusal).toContain(way);
  }
});

test('sufficiencyWarnings() is silent when neither one-time buyers nor anonymous orders prevail', () => {
  expect(sufficiencyWarnings(ENOUGH)).toEqual([]);
});

test('sufficiencyWarnings() warns when nine of ten bought on one day only', () => {
  const [warning] = sufficiencyWarnings({ ...ENOUGH, buyers: 1000, repeatBuyers: 100 });
  expect(warning).toContain('90 of 100 customers bought on one day only');
});

test('sufficiencyWarnings() warns when half of the orders are of nobody known', () => {
  const [warning] = sufficiencyWarnings({ ...ENOUGH, anonymousOrders: 350 });
  expect(warning).toContain('Behind 50 of 100 orders is nobody we know');
});
