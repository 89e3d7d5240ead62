import { expect, test } from 'vitest';
import { withToldOrders } from '#core/personas/with-told-orders.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact, rangedFact } from './build-fact.ts';

function told(facts: readonly Fact[], orders: number, as = orders): Record<string, Fact> {
  const figures = { facts: [...facts], breakdowns: [], distinguishing: [] };
  const { facts: changed } = withToldOrders(figures, { orders, told: as, floor: 10 });
  return Object.fromEntries(changed.map((fact) => [fact.id, fact]));
}

test('withToldOrders() makes averages of the orders that may be told', () => {
  // 2,596 paid in 52 orders, told as of 59: whatever the orders are, the average tells those.
  const facts = told(
    [
      rangedFact('averageOrderValue', 2596 / 52, [45, 55], 'money'),
      numberFact('ordersPerYear', 52 / 40, 'perYear'),
      numberFact('unitPrice', 17.31, 'money'),
    ],
    52,
    59,
  );
  expect(facts['averageOrderValue']?.value).toBeCloseTo(2596 / 59, 10);
  expect(facts['ordersPerYear']?.value).toBeCloseTo(59 / 40, 10);
  expect(facts['unitPrice']?.value).toBe(17.31);
  expect(facts['averageOrderValue']?.formula).toMatch(
    /; rounded, so as not to tell how many orders$/,
  );
  const interval =
    facts['averageOrderValue']?.status === 'ok' && facts['averageOrderValue'].interval;
  expect(interval && [interval.low < 45 * (52 / 59), interval.high > 55 * (52 / 59)]).toEqual([
    true,
    true,
  ]);
});

test('withToldOrders() leaves several numbers below the line of a share', () => {
  const share = (gifts: number, orders: number) =>
    told([numberFact('giftShare', gifts / orders)], 51)['giftShare']?.value;
  const orders = Array.from({ length: 30 }, (_, at) => 45 + at);
  const alike = orders.filter((count) =>
    Array.from({ length: count }, (_, gifts) => share(gifts, count)).includes(share(14, 51)),
  );
  expect(alike).toEqual(orders);
});

test('withToldOrders() makes nothing of nobody or all of a share, and takes its interval outwards', () => {
  const facts = told(
    [
      rangedFact('giftShare', 0.004, [0.001, 0.011]),
      rangedFact('holidayShare', 0.999, [0.97, 1]),
      numberFact('weekendShare', 0),
    ],
    400,
  );
  expect(facts['giftShare']).toMatchObject({ value: 0.005, interval: { low: 0, high: 0.015 } });
  expect(facts['holidayShare']).toMatchObject({ value: 0.995, interval: { low: 0.97, high: 1 } });
  expect(facts['weekendShare']?.value).toBe(0);
});

test('withToldOrders() changes quotients and splits with their figures', () => {
  const { facts, breakdowns, distinguishing } = withToldOrders(
    {
      facts: [numberFact('averageOrderValueTimes', 0.5, 'times')],
      breakdowns: [
        {
          ...{ id: 'months', label: 'Months', base: 'orders' },
          rows: [{ label: 'May', share: 0.12345, shareOfAll: 0.1, n: 20 }],
        },
      ],
      distinguishing: [{ fact: 'averageOrderValue', timesAverage: 0.5, average: 100 }],
    },
    { orders: 400, told: 410, floor: 10 },
  );
  expect(facts[0]?.value).toBeCloseTo((0.5 * 400) / 410, 12);
  expect(breakdowns[0]?.rows[0]?.share).toBe(0.125);
  expect(distinguishing[0]?.timesAverage).toBeCloseTo((0.5 * 400) / 410, 12);
});
