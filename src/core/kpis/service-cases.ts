import type { Measure } from '#core/schemas/measure.ts';
import { shareOfSumsInterval } from '#core/statistics/share-of-sums-interval.ts';
import { peopleMeasure } from './kpi-measure.ts';

/** What delivery or service has done in one window, case by case: a parcel, a check, a question. */
export interface ServiceCases {
  cases: number;
  /** Those that went as they should. */
  good: number;
  /** Customers behind them; a case of nobody known counts as somebody else's. */
  people: number;
  /** Squares and products of what each of them has. */
  casesSquared: number;
  goodSquared: number;
  casesTimesGood: number;
}

/**
 * Share of cases – how many of the parcels, checks or questions of a window went as they should.
 * Definition: good cases ÷ cases; interval of a share of sums over customers.
 * Source: the definitions of the KPIs that use it.
 * Empty case: unavailable without cases; suppressed below the floor of people.
 * @example shareOfCases({ cases: 40, good: 38, people: 35, casesSquared: 50, goodSquared: 46, casesTimesGood: 47 }, 10, 'No parcels').value // => 0.95
 */
export function shareOfCases(
  { cases, good, people, casesSquared, goodSquared, casesTimesGood }: ServiceCases,
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
    interval: () =>
      shareOfSumsInterval({
        n: people,
        sumX: cases,
        sumY: good,
        sumXX: casesSquared,
        sumYY: goodSquared,
        sumXY: casesTimesGood,
      }),
  });
}
