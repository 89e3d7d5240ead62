import type { Measure } from '#core/schemas/measure.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { peopleMeasure } from './kpi-measure.ts';

/** What delivery or service has done in one window, case by case: a parcel, a check, a question. */
export interface ServiceCases {
  cases: number;
  /** Those that went as they should. */
  good: number;
  /** Customers behind them; a case of nobody known counts as somebody else's. */
  people: number;
}

/**
 * Share of cases – how many of the parcels, checks or questions of a window went as they should.
 * Definition: good cases ÷ cases; Wilson interval.
 * Source: the definitions of the KPIs that use it.
 * Empty case: unavailable without cases; suppressed below the floor of people.
 * @example shareOfCases({ cases: 40, good: 38, people: 35 }, 10, 'No parcels').value // => 0.95
 */
export function shareOfCases(
  { cases, good, people }: ServiceCases,
  floor: number,
  nobody: string,
): Measure {
  return peopleMeasure({
    people,
    n: cases,
    numerator: good,
    denominator: cases,
    floor,
    nobody,
    noDenominator: nobody,
    interval: () => wilsonInterval(good, cases),
  });
}
