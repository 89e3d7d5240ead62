import type { Measure } from '#core/schemas/measure.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import { shareOfCases, type ServiceCases } from './service-cases.ts';

/** Order accuracy in words. */
export const orderAccuracyDefinition: KpiDefinition = {
  id: 'order-accuracy',
  label: 'Order accuracy',
  question: { text: 'orderAccuracy' },
  unit: 'ratio',
  counted: 'checks',
  meaning: 'Of 100 packed orders that were checked, how many were right in every point.',
  direction: 'up',
  formula: 'Checked orders without any fault ÷ checked orders, by the day of the check',
  definitionSource:
    'Orders shipped with the right things and numbers ÷ orders shipped (order accuracy of the perfect order measure), here of the orders that were checked',
  caveats: [
    'Says as much about all orders as the choice of those checked: draw them by lot.',
    'By orders; the share of right lines is always higher.',
  ],
  synonyms: ['pick accuracy', 'packing errors', 'wrong item', 'mistakes'],
  order: 8,
  moves: ['return-rate'],
};

/**
 * Order accuracy – how many of the packed orders that were checked were right in every point.
 * Definition: correct checks ÷ checks; interval over customers.
 * Source: perfect order measure, its part of order accuracy.
 * Empty case: unavailable without checks; suppressed below the floor of people.
 * @example orderAccuracy({ cases: 50, good: 47, people: 50, casesSquared: 50, goodSquared: 47, casesTimesGood: 47 }, 10).value // => 0.94
 */
export function orderAccuracy(checks: ServiceCases, floor: number): Measure {
  return shareOfCases(checks, floor, 'No packed orders were checked in this period');
}
