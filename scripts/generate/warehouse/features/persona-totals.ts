import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { RATIO_FACTS, type PersonaTotals, type RatioFact } from '#core/personas/persona-totals.ts';
import type { Engine, Row } from '../engine.ts';
import { inCents } from '../money-sql.ts';
import { noDays, readPersonaDays } from './persona-days.ts';

/** Younger returns say nothing yet of whether somebody buys again. */
const DAYS_AFTER_RETURN = 90;

/**
 * Whole numbers that the ratio facts are made of, per buyer. Money is multiplied in 128 bits, in which squares are exact in any
 * currency, everything else in 64, which the engine does several times as fast.
 */
const COLUMNS = {
  orders: 'CAST(t.orders AS BIGINT)',
  days: 'CAST(t.active_days AS BIGINT)',
  cents: inCents('t.paid'),
  fullCents: inCents('t.paid + coalesce(t.discount, 0)'),
  takenOff: inCents('coalesce(t.discount, 0)'),
  hundredths: inCents('coalesce(t.items, 0)'),
  itemisedOrders: 'CAST(t.itemised_orders AS BIGINT)',
  itemisedCents: inCents('coalesce(t.itemised_paid, 0)'),
  returnable: inCents('coalesce(t.returnable_items, 0)'),
  returned: inCents('coalesce(t.returned_items, 0)'),
  exchanged: inCents('coalesce(t.exchanged_items, 0)'),
  discounted: 'CAST(t.discounted_orders AS BIGINT)',
  laterOrders: 'CAST(t.orders - f.orders AS BIGINT)',
  laterDiscounted: 'CAST(t.discounted_orders - f.discounted AS BIGINT)',
  gifts: 'CAST(t.gift_orders AS BIGINT)',
  spring: 'CAST(t.spring_orders AS BIGINT)',
  summer: 'CAST(t.summer_orders AS BIGINT)',
  autumn: 'CAST(t.autumn_orders AS BIGINT)',
  holiday: 'CAST(t.holiday_orders AS BIGINT)',
  weekend: 'CAST(t.weekend_orders AS BIGINT)',
  categories: 'CAST(coalesce(c.categories, 0) AS BIGINT)',
  hasCategory: 'CAST(c.categories IS NOT NULL AS BIGINT)',
} as const;
type Column = keyof typeof COLUMNS;

const MONEY: readonly Column[] = ['cents', 'fullCents', 'takenOff', 'itemisedCents'];

function product(a: Column, b: Column): string {
  const type = MONEY.includes(a) || MONEY.includes(b) ? 'HUGEINT' : 'BIGINT';
  return `CAST(${a} AS ${type}) * ${b}`;
}

/** Which column over which; `scale` brings the ratio into the fact's unit. */
const RATIOS: Record<RatioFact, { over: Column; under: Column; scale: number }> = {
  ordersPerYear: { over: 'orders', under: 'days', scale: 365.25 },
  averageOrderValue: { over: 'cents', under: 'orders', scale: 0.01 },
  yearlySpend: { over: 'cents', under: 'days', scale: 3.6525 },
  itemsPerOrder: { over: 'hundredths', under: 'itemisedOrders', scale: 0.01 },
  unitPrice: { over: 'itemisedCents', under: 'hundredths', scale: 1 },
  returnRate: { over: 'returned', under: 'returnable', scale: 1 },
  exchangeShare: { over: 'exchanged', under: 'returned', scale: 1 },
  discountShare: { over: 'discounted', under: 'orders', scale: 1 },
  discountRate: { over: 'takenOff', under: 'fullCents', scale: 1 },
  repeatDiscountShare: { over: 'laterDiscounted', under: 'laterOrders', scale: 1 },
  giftShare: { over: 'gifts', under: 'orders', scale: 1 },
  springShare: { over: 'spring', under: 'orders', scale: 1 },
  summerShare: { over: 'summer', under: 'orders', scale: 1 },
  autumnShare: { over: 'autumn', under: 'orders', scale: 1 },
  holidayShare: { over: 'holiday', under: 'orders', scale: 1 },
  weekendShare: { over: 'weekend', under: 'orders', scale: 1 },
  categoriesBought: { over: 'categories', under: 'hasCategory', scale: 1 },
};

/** Ratios of a part to its whole: behind them stand people with some of it, and people with some that is not of it. */
const SHARES = Object.entries(RATIOS).filter(([id]) =>
  PERSONA_FACTS.some((fact) => fact.id === id && fact.unit === 'ratio'),
);

/** What is added up over customers, by the name of its sum. */
const SUMS: Record<string, string> = {
  customers: 'count(*)',
  paid: 'sum(paid)',
  repeat_customers: 'count(*) FILTER (WHERE purchase_days > 1)',
  first_discount_customers: 'count(*) FILTER (WHERE first_discounted > 0)',
  first_gift_customers: 'count(*) FILTER (WHERE first_gifts > 0)',
  later_gift_customers: 'count(*) FILTER (WHERE gifts > first_gifts)',
  returners: 'count(*) FILTER (WHERE sent_back)',
  returners_back: 'count(*) FILTER (WHERE sent_back AND came_back)',
  ...Object.fromEntries(Object.keys(COLUMNS).map((name) => [`sum_${name}`, `sum(${name})`])),
  ...Object.fromEntries(
    Object.values(RATIOS).map(({ under }) => [
      `${under}_people`,
      `count(*) FILTER (WHERE ${under} > 0)`,
    ]),
  ),
  ...Object.fromEntries(
    SHARES.flatMap(([id, { over, under }]) => [
      [`${id}_in`, `count(*) FILTER (WHERE ${over} > 0)`],
      [`${id}_out`, `count(*) FILTER (WHERE ${over} < ${under})`],
    ]),
  ),
  ...Object.fromEntries(
    Object.values(RATIOS).flatMap(({ over, under }) =>
      (
        [
          [over, over],
          [under, under],
          [over, under],
        ] as const
      ).map(([a, b]) => [`${a}_${b}`, `sum(${product(a, b)})`]),
    ),
  ),
};

const TOTALS = `
WITH first_days AS (
  SELECT buyer, count(*) AS orders, count(*) FILTER (WHERE discounted) AS discounted,
         count(*) FILTER (WHERE gift) AS gifts
  FROM first_orders
  GROUP BY buyer
), first_returns AS (
  SELECT o.buyer, min(r.returned_on) AS sent_on
  FROM order_returns r JOIN purchase_orders o USING (order_id)
  GROUP BY o.buyer
), buyer AS (
  SELECT p.persona, t.purchase_days, t.paid,
         f.discounted AS first_discounted, f.gifts AS first_gifts,
         -- as-of is the last order and the days since
         r.sent_on <= t.last_on + CAST(t.recency_days AS INTEGER) - ${DAYS_AFTER_RETURN} AS sent_back,
         t.last_on > r.sent_on AS came_back,
         ${Object.entries(COLUMNS)
           .map(([name, sql]) => `${sql} AS ${name}`)
           .join(', ')}
  FROM buyer_totals t
  JOIN first_days f USING (buyer)
  LEFT JOIN buyer_personas p USING (buyer)
  LEFT JOIN first_returns r USING (buyer)
  LEFT JOIN (SELECT buyer, count(*) AS categories FROM buyer_categories GROUP BY buyer) c USING (buyer)
), of_personas AS (
  SELECT persona, ${Object.entries(SUMS)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ')}
  FROM buyer
  GROUP BY persona
)
SELECT persona, grouping(persona) AS everybody,
       ${Object.keys(SUMS)
         .map((name) => `CAST(sum(${name}) AS VARCHAR) AS ${name}`)
         .join(', ')}
FROM of_personas
GROUP BY GROUPING SETS ((persona), ())
ORDER BY everybody, persona`;

/**
 * Exact sums of every Portrait, by id; the key null holds all customers with a purchase, assigned or not.
 * Only integer sums and counts: the same on every machine.
 */
export async function readPersonaTotals(
  engine: Engine,
): Promise<Map<string | null, PersonaTotals>> {
  const days = await readPersonaDays(engine);
  const totals = new Map<string | null, PersonaTotals>();
  for (const row of await engine.rows(TOTALS)) {
    const everybody = Number(row['everybody']) === 1;
    if (!everybody && row['persona'] === null) continue;
    if (Number(row['customers']) === 0) continue;
    const key = everybody ? null : String(row['persona']);
    totals.set(key, { ...totalsOf(row), days: days.get(key) ?? noDays() });
  }
  return totals;
}

function totalsOf(row: Row): Omit<PersonaTotals, 'days'> {
  const number = (column: string): number => Number(row[column]);
  const customers = number('customers');
  const ratios = Object.fromEntries(
    RATIO_FACTS.map((id) => {
      const { over, under, scale } = RATIOS[id];
      const people = number(`${under}_people`);
      const sums = {
        n: people,
        sumX: number(`sum_${under}`),
        sumY: number(`sum_${over}`),
        sumXX: number(`${under}_${under}`),
        sumYY: number(`${over}_${over}`),
        sumXY: number(`${over}_${under}`),
      };
      const counted = (side: string): number | null =>
        SHARES.some(([share]) => share === id) ? number(`${id}_${side}`) : null;
      return [
        id,
        {
          ...{ numerator: sums.sumY * scale, denominator: sums.sumX, sums, scale, people },
          ...{ peopleIn: counted('in'), peopleOut: counted('out') },
        },
      ];
    }),
  ) as PersonaTotals['ratios'];
  return {
    customers,
    orders: number('sum_orders'),
    items: number('sum_hundredths') / 100,
    paid: number('paid'),
    paidSquares: number('cents_cents') / 10_000,
    repeatCustomers: number('repeat_customers'),
    firstDiscountCustomers: number('first_discount_customers'),
    firstGiftCustomers: number('first_gift_customers'),
    laterGiftCustomers: number('later_gift_customers'),
    returners: number('returners'),
    returnersBack: number('returners_back'),
    ratios,
  };
}
