import { RATIO_FACTS, type PersonaTotals, type RatioFact } from '#core/personas/persona-totals.ts';
import type { Engine, Row } from '../engine.ts';

/** Integer columns that the ratio facts are made of, per buyer. Squares of them stay exact in 128 bits. */
const COLUMNS = {
  orders: 'CAST(t.orders AS HUGEINT)',
  days: 'CAST(t.active_days AS HUGEINT)',
  cents: 'CAST(round(t.paid * 100) AS HUGEINT)',
  hundredths: 'CAST(round(coalesce(t.items, 0) * 100) AS HUGEINT)',
  itemisedOrders: 'CAST(t.itemised_orders AS HUGEINT)',
  itemisedCents: 'CAST(round(coalesce(t.itemised_paid, 0) * 100) AS HUGEINT)',
  returned: 'CAST(round(coalesce(t.returned_items, 0) * 100) AS HUGEINT)',
  discounted: 'CAST(t.discounted_orders AS HUGEINT)',
  gifts: 'CAST(t.gift_orders AS HUGEINT)',
  holiday: 'CAST(t.holiday_orders AS HUGEINT)',
  weekend: 'CAST(t.weekend_orders AS HUGEINT)',
} as const;
type Column = keyof typeof COLUMNS;

/** Which column over which; `scale` brings the ratio into the fact's unit. */
const RATIOS: Record<RatioFact, { over: Column; under: Column; scale: number }> = {
  ordersPerYear: { over: 'orders', under: 'days', scale: 365.25 },
  averageOrderValue: { over: 'cents', under: 'orders', scale: 0.01 },
  yearlySpend: { over: 'cents', under: 'days', scale: 3.6525 },
  itemsPerOrder: { over: 'hundredths', under: 'itemisedOrders', scale: 0.01 },
  unitPrice: { over: 'itemisedCents', under: 'hundredths', scale: 1 },
  returnRate: { over: 'returned', under: 'hundredths', scale: 1 },
  discountShare: { over: 'discounted', under: 'orders', scale: 1 },
  giftShare: { over: 'gifts', under: 'orders', scale: 1 },
  holidayShare: { over: 'holiday', under: 'orders', scale: 1 },
  weekendShare: { over: 'weekend', under: 'orders', scale: 1 },
};

/**
 * Exact sums of every Portrait, by id; the key null holds all customers with a purchase, assigned or not.
 * Only integer sums and medians that are one of the values: the same on every machine.
 */
export async function readPersonaTotals(
  engine: Engine,
): Promise<Map<string | null, PersonaTotals>> {
  const columns = Object.entries(COLUMNS).map(([name, sql]) => `${sql} AS ${name}`);
  const pairs = new Set<string>();
  for (const { over, under } of Object.values(RATIOS)) {
    for (const [a, b] of [
      [over, over],
      [under, under],
      [over, under],
    ] as const) {
      pairs.add(`CAST(sum(${a} * ${b}) AS VARCHAR) AS ${a}_${b}`);
    }
  }
  const sums = Object.keys(COLUMNS).map((name) => `CAST(sum(${name}) AS VARCHAR) AS ${name}`);
  const rows = await engine.rows(
    `WITH buyer AS (
       SELECT p.persona, t.purchase_days, t.recency_days, t.paid, c.categories, ${columns.join(', ')},
              CASE WHEN t.purchase_days > 1
                THEN round(CAST(t.gap_sum AS DOUBLE) / (t.purchase_days - 1), 1) END AS gap
       FROM buyer_totals t
       LEFT JOIN buyer_personas p USING (buyer)
       LEFT JOIN (SELECT buyer, count(*) AS categories FROM buyer_categories GROUP BY buyer) c USING (buyer)
     )
     SELECT persona, grouping(persona) AS everybody, count(*) AS customers, sum(paid) AS paid,
            count(*) FILTER (WHERE purchase_days > 1) AS repeat_customers,
            quantile_disc(recency_days, 0.5) AS recency_days, quantile_disc(gap, 0.5) AS gap,
            coalesce(sum(categories), 0) AS categories, count(categories) AS category_customers,
            ${[...sums, ...pairs].join(', ')}
     FROM buyer
     GROUP BY GROUPING SETS ((persona), ())
     ORDER BY everybody, persona`,
  );
  const totals = new Map<string | null, PersonaTotals>();
  for (const row of rows) {
    const everybody = Number(row['everybody']) === 1;
    if (!everybody && row['persona'] === null) continue;
    if (Number(row['customers']) === 0) continue;
    totals.set(everybody ? null : String(row['persona']), totalsOf(row));
  }
  return totals;
}

function totalsOf(row: Row): PersonaTotals {
  const number = (column: string): number => Number(row[column]);
  const customers = number('customers');
  const ratios = Object.fromEntries(
    RATIO_FACTS.map((id) => {
      const { over, under, scale } = RATIOS[id];
      const sums = {
        n: customers,
        sumX: number(under),
        sumY: number(over),
        sumXX: number(`${under}_${under}`),
        sumYY: number(`${over}_${over}`),
        sumXY: number(`${over}_${under}`),
      };
      return [id, { numerator: sums.sumY * scale, denominator: sums.sumX, sums, scale }];
    }),
  ) as PersonaTotals['ratios'];
  return {
    customers,
    orders: number('orders'),
    items: number('hundredths') / 100,
    paid: number('paid'),
    repeatCustomers: number('repeat_customers'),
    recencyDays: number('recency_days'),
    daysBetweenOrders: row['gap'] === null ? null : number('gap'),
    categories: number('categories'),
    categoryCustomers: number('category_customers'),
    ratios,
  };
}
