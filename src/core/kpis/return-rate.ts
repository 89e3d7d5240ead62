import type { Measure } from '#core/schemas/measure.ts';
import { shareOfSumsInterval } from '#core/statistics/share-of-sums-interval.ts';
import { PURCHASE, type KpiDefinition, type KpiSettings } from './kpi-definition.ts';
import { peopleMeasure } from './kpi-measure.ts';
import { NO_ORDERS, type OrderSums } from './order-sums.ts';

/**
 * Return rate in words, with the shop's own times.
 * @example returnRateDefinition({ repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 }).direction // => 'down'
 */
export function returnRateDefinition({ returnMaturityDays }: KpiSettings): KpiDefinition {
  return {
    id: 'return-rate',
    label: 'Return rate',
    question: { text: 'returnRate' },
    unit: 'ratio',
    counted: 'purchases',
    meaning: 'Of the money that customers spent on products, the share that went back to them.',
    direction: 'down',
    formula:
      'Returned value ÷ product value after discounts, both without tax, of the purchases placed in the period, ' +
      `whenever the return came; the current figure covers the twelve months up to ${returnMaturityDays} days before as-of; ${PURCHASE}`,
    definitionSource:
      'Returned value ÷ sales value of the same orders; value-based as in the yearly survey of the NRF and Happy Returns',
    caveats: [
      'By value and by the month of the order; rates by units, by orders or by the month of the return differ.',
      `Returns come late: orders younger than ${returnMaturityDays} days are not in the current figure, and their months are faded.`,
      'Where no returns are exported, refunds that orders state stand in; credit notes without an order cannot be assigned.',
    ],
    synonyms: ['returns', 'refund rate', 'send-backs'],
    order: 6,
  };
}

/**
 * Return rate – of the money spent on products, the share that went back.
 * Definition: returned value ÷ product value after discounts, both without tax and of the orders placed in the window;
 * interval of a share of sums over customers: whoever sends back does so again.
 * Source: value-based as in the NRF's yearly survey; interval: Korn & Graubard (1998).
 * Empty case: unavailable without purchases or when they were free; suppressed below the floor of people.
 * @example returnRate({ orders: 20, people: 20, paid: 900, returned: 90, credited: 0, paidCents: 90000, returnedCents: 9000, ordersSquared: 20, paidCentsSquared: 405000000, returnedCentsSquared: 4050000, paidTimesReturnedCents: 40500000, ordersTimesPaidCents: 90000 }, 10).value // => 0.1
 */
export function returnRate(sums: OrderSums, floor: number): Measure {
  return peopleMeasure({
    people: sums.people,
    n: sums.orders,
    numerator: sums.returned,
    denominator: sums.paid,
    floor,
    nobody: NO_ORDERS,
    noDenominator: 'The orders of this period have no product value',
    interval: () =>
      shareOfSumsInterval({
        n: sums.people,
        sumX: sums.paidCents,
        sumY: sums.returnedCents,
        sumXX: sums.paidCentsSquared,
        sumYY: sums.returnedCentsSquared,
        sumXY: sums.paidTimesReturnedCents,
      }),
  });
}
