import { RATIO_FACTS, type PersonaTotals } from '#core/personas/persona-totals.ts';

/** A hundred customers with two orders of 50 each in a year; change what the test is about. */
export function buildTotals(change: Partial<PersonaTotals> = {}): PersonaTotals {
  const sums = { n: 100, sumX: 200, sumY: 100, sumXX: 400, sumYY: 100, sumXY: 200 };
  const ratio = { numerator: 100, denominator: 200, sums, scale: 1 };
  return {
    customers: 100,
    orders: 200,
    items: 400,
    paid: 10_000,
    repeatCustomers: 60,
    recencyDays: 30,
    daysBetweenOrders: 45.5,
    categories: 250,
    categoryCustomers: 100,
    ratios: Object.fromEntries(RATIO_FACTS.map((id) => [id, ratio])) as PersonaTotals['ratios'],
    ...change,
  };
}
