import type { Interval } from '#core/schemas/fact.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { ratioOfSumsInterval } from '#core/statistics/ratio-of-sums-interval.ts';
import { PURCHASE, type KpiDefinition } from './kpi-definition.ts';
import { peopleMeasure } from './kpi-measure.ts';
import { NO_ORDERS, type OrderSums } from './order-sums.ts';

/** Average order value in words. */
export const averageOrderValueDefinition: KpiDefinition = {
  id: 'average-order-value',
  label: 'Average order value',
  question: { text: 'averageOrderValue' },
  unit: 'money',
  counted: 'purchases',
  meaning: 'What one order is worth on average on the day it is placed.',
  direction: 'up',
  formula: `Product value after discounts, without tax and shipping and before returns, ÷ purchases; ${PURCHASE}`,
  definitionSource:
    'Shopify, change of 9 January 2023: gross sales − discounts, ÷ orders, without later adjustments',
  caveats: [
    'An average: a few very large orders can lift it while most orders stay as they were.',
    'Tools that divide total sales by orders include tax and shipping and show more.',
  ],
  synonyms: ['AOV', 'basket size', 'average basket'],
  order: 5,
};

/**
 * Average order value – what one order is worth on the day it is placed.
 * Definition: (product value − discounts) ÷ purchases, before returns; n is the number of purchases.
 * Source: Shopify, changelog of 9 January 2023; interval: `ratioOfSumsInterval` over customers.
 * Empty case: unavailable without purchases; suppressed below the floor of people.
 * @example averageOrderValue({ orders: 20, people: 20, paid: 900, returned: 100, credited: 50, paidCents: 0, returnedCents: 0, ordersSquared: 20, paidCentsSquared: 0, returnedCentsSquared: 0, paidTimesReturnedCents: 0, ordersTimesPaidCents: 0 }, 10).value // => 45
 */
export function averageOrderValue(sums: OrderSums, floor: number): Measure {
  return peopleMeasure({
    people: sums.people,
    n: sums.orders,
    numerator: sums.paid,
    denominator: sums.orders,
    floor,
    nobody: NO_ORDERS,
    noDenominator: NO_ORDERS,
    interval: () => valueInterval(sums),
  });
}

/** Money is in cents, what is shown in whole units. */
function valueInterval(sums: OrderSums): Interval | null {
  const interval = ratioOfSumsInterval({
    n: sums.people,
    sumX: sums.orders,
    sumY: sums.paidCents,
    sumXX: sums.ordersSquared,
    sumYY: sums.paidCentsSquared,
    sumXY: sums.ordersTimesPaidCents,
  });
  const unit = sums.paid / sums.paidCents;
  return interval && { ...interval, low: interval.low * unit, high: interval.high * unit };
}
