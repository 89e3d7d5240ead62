import {
  RATIO_FACTS,
  type PersonaTotals,
  type RatioTotals,
} from '#core/personas/persona-totals.ts';

/** A hundred customers with two orders of 50 each in a year; change what the test is about. */
export function buildTotals(change: Partial<PersonaTotals> = {}): PersonaTotals {
  return {
    customers: 100,
    orders: 200,
    items: 400,
    paid: 10_000,
    paidSquares: 1_000_000,
    repeatCustomers: 60,
    firstDiscountCustomers: 20,
    firstGiftCustomers: 15,
    laterGiftCustomers: 15,
    returners: 40,
    returnersBack: 30,
    ratios: Object.fromEntries(
      RATIO_FACTS.map((id) => [id, buildRatio()]),
    ) as PersonaTotals['ratios'],
    days: {
      recency: [{ value: 30, count: 100 }],
      gap: [{ value: 45.5, count: 60 }],
      second: [{ value: 20, count: 60 }],
      followUps: [
        { days: 20, events: 60, censored: 0 },
        { days: 400, events: 0, censored: 40 },
      ],
    },
    ...change,
  };
}

/** Two orders of each of a hundred customers, one of them something. */
export function buildRatio(change: Partial<RatioTotals> = {}): RatioTotals {
  const sums = { n: 100, sumX: 200, sumY: 100, sumXX: 400, sumYY: 100, sumXY: 200 };
  return {
    numerator: 100,
    denominator: 200,
    sums,
    scale: 1,
    people: 100,
    peopleIn: 50,
    peopleOut: 50,
    ...change,
  };
}
