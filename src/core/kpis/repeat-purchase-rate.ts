import type { Measure } from '#core/schemas/measure.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { PURCHASE, type KpiDefinition, type KpiSettings } from './kpi-definition.ts';
import { peopleMeasure } from './kpi-measure.ts';

/** Identified customers of one window. */
export interface RepeatCounts {
  /** With a purchase in the window. */
  customers: number;
  /** With purchases on two or more days of the window. */
  repeaters: number;
}

/**
 * Repeat purchase rate in words, with the shop's own times.
 * @example repeatPurchaseRateDefinition({ repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 }).moves // => ['net-revenue-retention']
 */
export function repeatPurchaseRateDefinition({ repeatPurchaseMonths }: KpiSettings): KpiDefinition {
  return {
    id: 'repeat-purchase-rate',
    label: 'Repeat purchase rate',
    question: { text: 'repeatPurchase' },
    unit: 'ratio',
    counted: 'customers',
    meaning: 'Of all customers who bought, the share who came back on another day.',
    direction: 'up',
    formula:
      `Customers with purchases on two or more days of the last ${repeatPurchaseMonths} months ÷ customers with a ` +
      `purchase in them; ${PURCHASE}`,
    definitionSource:
      'Little Stream Software, glossary: customers with two or more orders in a window ÷ customers with one or more; here two days, so that an order split in two is not a return visit',
    caveats: [
      'Not Shopify’s returning customer rate, where the first order may lie before the window.',
      'Falls when many new customers come, although nobody behaves differently.',
      'Purchases without an e-mail, phone or customer number cannot be joined and are left out.',
    ],
    synonyms: [
      'repurchase rate',
      'repeat customers',
      'returning customers',
      'order again',
      'come back',
      'loyalty',
    ],
    order: 3,
    moves: ['net-revenue-retention'],
  };
}

/**
 * Repeat purchase rate – of all customers who bought, the share who came back on another day.
 * Definition: customers with purchases on two or more days of the window ÷ customers with one or more; Wilson
 * interval.
 * Source: Little Stream Software, glossary, with days instead of orders.
 * Empty case: unavailable without customers; suppressed below the floor.
 * @example repeatPurchaseRate({ customers: 40, repeaters: 10 }, 10).value // => 0.25
 */
export function repeatPurchaseRate({ customers, repeaters }: RepeatCounts, floor: number): Measure {
  return peopleMeasure({
    people: customers,
    n: customers,
    numerator: repeaters,
    denominator: customers,
    floor,
    nobody: 'No identified customers in this period',
    noDenominator: 'No identified customers in this period',
    interval: () => wilsonInterval(repeaters, customers),
  });
}
