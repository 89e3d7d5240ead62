import { expect, test } from 'vitest';
import { onTimeDelivery } from '#core/kpis/on-time-delivery.ts';
import { returnRate } from '#core/kpis/return-rate.ts';
import { differ } from '#core/personas/compare-facts.ts';
import { ratioInterval } from '#core/personas/measured-facts.ts';
import type { Fact, Interval } from '#core/schemas/fact.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import { kaplanMeierAt } from '#core/statistics/kaplan-meier-at.ts';
import { liftToWhole } from '#core/statistics/lift-to-whole.ts';
import { meanInterval } from '#core/statistics/mean-interval.ts';
import { medianInterval } from '#core/statistics/median-interval.ts';
import { newcombeInterval } from '#core/statistics/newcombe-interval.ts';
import { ratioOfSumsInterval } from '#core/statistics/ratio-of-sums-interval.ts';
import { ratioToWhole } from '#core/statistics/ratio-to-whole.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import {
  drawnCustomer,
  pairedSums,
  poissonDeviate,
  type CustomerKind,
  type DrawnCustomer,
} from './simulated-customers.ts';

/** `COVERAGE=full` draws twenty times as many shops, larger ones too, and prints how often each interval held the truth. */
const IS_FULL = process.env['COVERAGE'] === 'full';
const SHOPS = IS_FULL ? 4000 : 200;
const sizes = (...all: number[]): number[] => all.filter((size) => IS_FULL || size <= 100);

/** One shop of a kind: what would be shown, and what is true of everybody of that kind. */
type Draw = (random: Random) => { interval: Interval | null | undefined; truth: number };

interface Coverage {
  /** Shares of the intervals that were given: with the truth inside, wholly below it, wholly above it. */
  held: number;
  below: number;
  above: number;
  /** Of the shops that had an interval at all. */
  given: number;
}

function coverageOf(name: string, draw: Draw): Coverage {
  const random = seededRandom(
    [...name].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7) % 2 ** 31,
  );
  const counts = { given: 0, below: 0, above: 0 };
  for (let shop = 0; shop < SHOPS; shop += 1) {
    const { interval, truth } = draw(random);
    if (!interval) continue;
    counts.given += 1;
    if (interval.high < truth - 1e-12) counts.below += 1;
    if (interval.low > truth + 1e-12) counts.above += 1;
  }
  const { given } = counts;
  const [below, above] = [counts.below / given, counts.above / given];
  return { held: 1 - below - above, below, above, given: given / SHOPS };
}

const many = (random: Random, count: number, kind: CustomerKind): DrawnCustomer[] =>
  Array.from({ length: count }, () => drawnCustomer(random, kind));
const orderSums = (customers: readonly DrawnCustomer[]) =>
  pairedSums(customers.map(({ orders, habit }) => ({ x: orders, y: habit })));
const successes = (random: Random, count: number, share: number): number =>
  Array.from({ length: count }, () => Number(random() < share)).reduce((sum, one) => sum + one, 0);
const intervalOf = (measure: Measure) => (measure.status === 'ok' ? measure.interval : null);

/** Money of an order on average, at the spread that `drawnCustomer` draws by itself. */
const ORDER_VALUE = 40 * Math.exp((0.7 ** 2 + 0.5 ** 2) / 2);

function shareOfOrders(customers: number, kind: CustomerKind): Draw {
  return (random) => ({
    interval: ratioInterval(orderSums(many(random, customers, kind)), { scale: 1, unit: 'ratio' }),
    truth: kind.share,
  });
}

function shareOfMoney(customers: number, kind: CustomerKind): Draw {
  return (random) => ({
    interval: ratioInterval(
      pairedSums(many(random, customers, kind).map((one) => ({ x: one.paid, y: one.habitPaid }))),
      { scale: 1, unit: 'ratio' },
    ),
    truth: kind.share,
  });
}

function orderValue(customers: number, further: number): Draw {
  return (random) => ({
    interval: ratioOfSumsInterval(
      pairedSums(
        many(random, customers, { further, share: 0, alike: 0 }).map((one) => ({
          x: one.orders,
          y: one.paid,
        })),
      ),
    ),
    truth: ORDER_VALUE,
  });
}

function ordersPerYear(customers: number, further: number): Draw {
  return (random) => ({
    interval: ratioOfSumsInterval(
      pairedSums(
        many(random, customers, { further, share: 0, alike: 0 }).map(({ orders }) => ({
          x: (30 + 970 * random()) / 365,
          y: orders,
        })),
      ),
    ),
    truth: (1 + further) / (515 / 365),
  });
}

/** One customer in five is of the Portrait, orders twice as often, and has the habit twice as often. */
function timesAverage(customers: number, share: number): Draw {
  return (random) => {
    const own = many(random, customers, { further: 3, share, alike: 0.3 });
    const others = many(random, 4 * customers, { further: 1, share: share / 2, alike: 0.3 });
    return {
      interval: ratioToWhole(orderSums(own), orderSums([...own, ...others]))?.interval,
      truth: 1.5,
    };
  };
}

function returned(customers: number, share: number): Draw {
  return (random) => {
    const drawn = many(random, customers, { further: 1.5, share, alike: 0.3 });
    const cents = pairedSums(drawn.map((one) => ({ x: one.paid, y: one.habitPaid })));
    return {
      interval: intervalOf(
        returnRate(
          {
            orders: drawn.reduce((sum, { orders }) => sum + orders, 0),
            people: customers,
            paid: cents.sumX,
            returned: cents.sumY,
            credited: 0,
            paidCents: cents.sumX,
            returnedCents: cents.sumY,
            ordersSquared: 0,
            paidCentsSquared: cents.sumXX,
            returnedCentsSquared: cents.sumYY,
            paidTimesReturnedCents: cents.sumXY,
            ordersTimesPaidCents: 0,
          },
          10,
        ),
      ),
      truth: share,
    };
  };
}

function onTime(customers: number, share: number): Draw {
  return (random) => {
    const sums = orderSums(many(random, customers, { further: 1.5, share, alike: 0.3 }));
    return {
      interval: intervalOf(
        onTimeDelivery(
          {
            cases: sums.sumX,
            good: sums.sumY,
            people: customers,
            casesSquared: sums.sumXX,
            goodSquared: sums.sumYY,
            casesTimesGood: sums.sumXY,
          },
          10,
        ),
      ),
      truth: share,
    };
  };
}

/** Money of two years, of customers who spend very differently; half of it comes again. */
function retention(customers: number): Draw {
  const money = (random: Random, orders: number) =>
    Array.from({ length: orders }, () => Math.exp(0.6 * normalDeviate(random))).reduce(
      (sum, value) => sum + value,
      0,
    );
  return (random) => ({
    interval: ratioOfSumsInterval(
      pairedSums(
        Array.from({ length: customers }, () => {
          const level = Math.exp(0.8 * normalDeviate(random));
          return {
            x: level * money(random, 1 + poissonDeviate(random, 0.8)),
            y: level * money(random, poissonDeviate(random, 0.9)),
          };
        }),
      ),
    ),
    truth: 0.5,
  });
}

/** Watched for up to a year; the second purchase comes at random. */
function secondPurchase(customers: number, share: number): Draw {
  const rate = -Math.log(1 - share) / 90;
  return (random) => ({
    interval: kaplanMeierAt(
      Array.from({ length: customers }, () => {
        const bought = Math.ceil(-Math.log(1 - random()) / rate);
        const watched = 1 + Math.floor(random() * 365);
        return bought <= watched
          ? { days: bought, events: 1, censored: 0 }
          : { days: watched, events: 0, censored: 1 };
      }),
      90,
    )?.interval,
    truth: share,
  });
}

function answers(asked: number, share: number): Draw {
  return (random) => {
    const own = successes(random, asked, share);
    const others = successes(random, 5 * asked, share / 2);
    return {
      interval: liftToWhole({ successes: own, n: asked }, { successes: own + others, n: 6 * asked })
        ?.interval,
      truth: 6 / 3.5,
    };
  };
}

function uplift(people: number, share: number, reference: number): Draw {
  return (random) => ({
    interval: newcombeInterval(
      { successes: successes(random, people, share), n: people },
      { successes: successes(random, people, reference), n: people },
    ),
    truth: share - reference,
  });
}

function columnMean(people: number, value: (random: Random) => number, truth: number): Draw {
  return (random) => {
    const { n, sumY, sumYY } = pairedSums(
      Array.from({ length: people }, () => ({ x: 1, y: value(random) })),
    );
    return { interval: meanInterval({ n, sum: sumY, squares: sumYY }), truth };
  };
}

const alike = 0.3;
const CASES: [name: string, draw: Draw][] = [
  ...sizes(12, 40, 100, 400).flatMap((customers) =>
    [0.02, 0.1, 0.5, 0.98].flatMap((share): [string, Draw][] => [
      [
        `share of orders, one each, ${customers} customers, ${share}`,
        shareOfOrders(customers, { further: 0.15, share, alike }),
      ],
      [
        `share of orders, four each, ${customers} customers, ${share}`,
        shareOfOrders(customers, { further: 3, share, alike }),
      ],
      [
        `share of orders, sixteen each and hardly alike, ${customers} customers, ${share}`,
        shareOfOrders(customers, { further: 15, share, alike: 0.05 }),
      ],
    ]),
  ),
  ...sizes(20, 100, 400).flatMap((customers) =>
    [0.02, 0.3, 0.9].map((share): [string, Draw] => [
      `share of money, ${customers} customers, ${share}`,
      shareOfMoney(customers, { further: 3, share, alike }),
    ]),
  ),
  ...sizes(60, 100, 400).flatMap((customers): [string, Draw][] => [
    [`order value, one each, ${customers} customers`, orderValue(customers, 0.15)],
    [`order value, four each, ${customers} customers`, orderValue(customers, 3)],
    [`orders a year, one each, ${customers} customers`, ordersPerYear(customers, 0.15)],
    [`orders a year, four each, ${customers} customers`, ordersPerYear(customers, 3)],
    [`retention of money, ${customers} customers`, retention(customers)],
  ]),
  ...sizes(30, 100, 400).flatMap((customers) =>
    [0.1, 0.5].map((share): [string, Draw] => [
      `times the average, ${customers} customers, ${share}`,
      timesAverage(customers, share),
    ]),
  ),
  ...sizes(40, 200, 1000).flatMap((customers): [string, Draw][] => [
    [`return rate, ${customers} customers, 0.03`, returned(customers, 0.03)],
    [`return rate, ${customers} customers, 0.4`, returned(customers, 0.4)],
    [`on time, ${customers} customers, 0.8`, onTime(customers, 0.8)],
    [`on time, ${customers} customers, 0.97`, onTime(customers, 0.97)],
  ]),
  ...[12, 20, 200].flatMap((people) =>
    [0.1, 0.5, 0.97].map((share): [string, Draw] => [
      `share of people, ${people} people, ${share}`,
      (random) => ({
        interval: wilsonInterval(successes(random, people, share), people),
        truth: share,
      }),
    ]),
  ),
  ...sizes(15, 40, 400).flatMap((customers) =>
    [0.03, 0.2, 0.7].map((share): [string, Draw] => [
      `second purchase, ${customers} customers, ${share}`,
      secondPurchase(customers, share),
    ]),
  ),
  ...[10, 20, 100].map((people): [string, Draw] => [
    `median, ${people} people`,
    (random) => ({
      interval: medianInterval(
        Array.from({ length: people }, () => ({
          value: Math.exp(normalDeviate(random)),
          count: 1,
        })),
      )?.interval,
      truth: 1,
    }),
  ]),
  ...sizes(12, 40, 100).flatMap((asked) =>
    [0.05, 0.6].map((share): [string, Draw] => [
      `answers against all, ${asked} asked, ${share}`,
      answers(asked, share),
    ]),
  ),
  ['uplift, 50 people each, 0.3 to 0.2', uplift(50, 0.3, 0.2)],
  ['uplift, 500 people each, 0.02 to 0.015', uplift(500, 0.02, 0.015)],
  ['uplift, 2000 people each, 0.002 to 0.001', uplift(2000, 0.002, 0.001)],
  ...[60, 200].flatMap((people): [string, Draw][] => [
    [
      `mean of a column, even, ${people} people`,
      columnMean(people, (random) => 3 + normalDeviate(random), 3),
    ],
    [
      `mean of a column, skewed, ${people} people`,
      columnMean(people, (random) => Math.exp(normalDeviate(random)), Math.exp(0.5)),
    ],
    [
      `mean of a column, few above zero, ${people} people`,
      columnMean(people, (random) => poissonDeviate(random, 0.1), 0.1),
    ],
  ]),
];

/** Of 200 shops an interval that holds 95 % holds fewer than 89 % once in two thousand; seeds do not change. */
const LEAST = 0.89;

/** What people spend, where the few who spend most are seldom among thirty: the shortfall docs/features.md states. */
const HEAVY: [name: string, draw: Draw][] = [
  ...[30].map((customers): [string, Draw] => [
    `order value, four each, ${customers} customers, `,
    orderValue(customers, 3),
  ]),
  [
    'mean of a column, skewed, 30 people',
    columnMean(30, (random) => Math.exp(normalDeviate(random)), Math.exp(0.5)),
  ],
];
const LEAST_OF_HEAVY = 0.86;

/** A fortieth of the people have a third of all: what docs/features.md states of it, by their number. */
const A_FEW = [30, 100, 400, 1600].map((people): [name: string, draw: Draw] => [
  `mean of a column, a few have most of it, ${people} people`,
  columnMean(people, (random) => Math.exp(1.5 * normalDeviate(random)), Math.exp(1.125)),
]);
const LEAST_OF_A_FEW = 0.75;

test.each([
  ...CASES.map(([name, draw]) => [name, draw, LEAST] as const),
  ...HEAVY.map(([name, draw]) => [name, draw, LEAST_OF_HEAVY] as const),
  ...A_FEW.map(([name, draw]) => [name, draw, LEAST_OF_A_FEW] as const),
])('intervals hold the truth 95 times in 100: %s', (name, draw, least) => {
  const { held, below, above, given } = coverageOf(name, draw);
  if (IS_FULL) {
    const shown = [held, below, above, given].map((share) => `${(100 * share).toFixed(1)} %`);
    console.log([name, ...shown].join(' | '));
  }
  expect(held).toBeGreaterThanOrEqual(least);
});

test('differ() calls two Portraits that are alike different about five times in 100', () => {
  const random = seededRandom(11);
  const fact = (): Fact => {
    const sums = orderSums(many(random, 120, { further: 3, share: 0.2, alike }));
    const interval = ratioInterval(sums, { scale: 1, unit: 'ratio' });
    return {
      ...{ id: 'giftShare', label: 'Gift orders', unit: 'ratio', formula: 'Gift orders ÷ orders' },
      ...{
        n: 120,
        period: { from: '2026-01-01', to: '2026-03-31' },
        asOf: '2026-03-31',
        sources: [],
      },
      ...{ status: 'ok', value: sums.sumY / sums.sumX, ...(interval && { interval }) },
    };
  };
  const told = Array.from({ length: SHOPS }, () => differ(fact(), fact())).filter(Boolean).length;
  expect(told / SHOPS).toBeLessThan(0.08);
});
