import type { Measure } from '#core/schemas/measure.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import { shareOfCases, type ServiceCases } from './service-cases.ts';

/** On-time delivery in words. */
export const onTimeDeliveryDefinition: KpiDefinition = {
  id: 'on-time-delivery',
  label: 'On-time delivery',
  question: { text: 'onTimeDelivery' },
  unit: 'ratio',
  counted: 'parcels',
  meaning: 'Of 100 parcels, how many came on the day we promised, or before.',
  direction: 'up',
  formula:
    'Parcels delivered on the promised day or before ÷ delivered parcels with a promised day, by the day of delivery',
  definitionSource:
    'Delivered by the promised date ÷ delivered with a promise, as marketplaces count it; Amazon asks its sellers for more than 90%',
  caveats: [
    'Begins with our promise, not with the carrier’s collection: “sent on time” is another figure.',
    'Parcels without a promised day are not in it, and those that never came are not either.',
  ],
  synonyms: ['late parcels', 'delivery promise', 'carriers', 'punctual', 'shipping time'],
  order: 7,
  moves: ['repeat-purchase-rate'],
};

/**
 * On-time delivery – how many parcels came by the day that was promised.
 * Definition: parcels delivered on the promised day or before ÷ delivered parcels with a promised day; interval
 * over customers.
 * Source: on-time delivery rate as Amazon's Seller Central counts it.
 * Empty case: unavailable without such parcels; suppressed below the floor of people.
 * @example onTimeDelivery({ cases: 200, good: 184, people: 150, casesSquared: 300, goodSquared: 276, casesTimesGood: 282 }, 10).value // => 0.92
 */
export function onTimeDelivery(parcels: ServiceCases, floor: number): Measure {
  return shareOfCases(parcels, floor, 'No delivered parcels with a promised day in this period');
}
