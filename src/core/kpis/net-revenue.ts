import type { Measure } from '#core/schemas/measure.ts';
import { PURCHASE, type KpiDefinition } from './kpi-definition.ts';
import { peopleMeasure } from './kpi-measure.ts';
import { NO_ORDERS, type OrderSums } from './order-sums.ts';

/** Net revenue in words. */
export const netRevenueDefinition: KpiDefinition = {
  id: 'net-revenue',
  label: 'Net revenue',
  question: { text: 'netRevenue' },
  unit: 'money',
  counted: 'purchases',
  meaning: 'The money that customers paid for products and did not get back.',
  direction: 'up',
  formula:
    'Product value − discounts − returns, without tax and shipping, over the purchases of the period; credit notes ' +
    `count on their own day; ${PURCHASE}`,
  definitionSource: 'Shopify, "net sales": gross sales − discounts − returns',
  caveats: [
    'Not what the bank account shows: tax and shipping are left out.',
    'Returns count in the month of the order, so recent months still fall.',
    'Of a refund that also covers tax and shipping, the share of the products counts.',
  ],
  synonyms: ['net sales', 'turnover', 'revenue after returns'],
  order: 2,
  sums: [
    {
      words:
        'Purchases × average order value × (1 − return rate), less credit notes without an order',
      of: ['average-order-value', 'return-rate'],
      counts: 'purchases',
    },
    {
      words:
        'What last year’s customers brought then × net revenue retention, and what all others bring now',
      of: ['net-revenue-retention'],
    },
  ],
};

/**
 * Net revenue – the money that customers paid for products and did not get back.
 * Definition: product value after discounts − returns − credit notes; n is the number of purchases.
 * Source: Shopify, "net sales": gross sales − discounts − returns.
 * Empty case: unavailable without purchases; suppressed below the floor of people.
 * @example netRevenue({ orders: 20, people: 20, paid: 900, returned: 100, credited: 50, paidCents: 0, returnedCents: 0, ordersSquared: 0, paidCentsSquared: 0, returnedCentsSquared: 0, paidTimesReturnedCents: 0, ordersTimesPaidCents: 0 }, 10).value // => 750
 */
export function netRevenue(sums: OrderSums, floor: number): Measure {
  return peopleMeasure({
    people: sums.people,
    n: sums.orders,
    numerator: sums.paid - sums.returned - sums.credited,
    denominator: 1,
    floor,
    nobody: NO_ORDERS,
    noDenominator: NO_ORDERS,
  });
}
