import type { Measure } from '#core/schemas/measure.ts';
import { kaplanMeierAt, type FollowUp } from '#core/statistics/kaplan-meier-at.ts';
import type { KpiDefinition, KpiSettings } from './kpi-definition.ts';
import { fewerThan, suppressedMeasure, unavailableMeasure } from './kpi-measure.ts';

/**
 * Second purchase rate in words, with the shop's own times.
 * @example secondPurchaseRateDefinition({ repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 }).id // => 'second-purchase-within-90-days'
 */
export function secondPurchaseRateDefinition({ secondPurchaseDays }: KpiSettings): KpiDefinition {
  return {
    // Another number of days is another KPI: its series must not continue this one.
    id: `second-purchase-within-${secondPurchaseDays}-days`,
    label: `Second purchase within ${secondPurchaseDays} days`,
    question: { text: 'secondPurchase', days: secondPurchaseDays },
    unit: 'ratio',
    counted: 'customers',
    meaning: `Of the people who bought for the first time, the share who bought again within ${secondPurchaseDays} days.`,
    direction: 'up',
    formula:
      `First-time buyers of the period who bought on another day within ${secondPurchaseDays} days after the first ÷ all ` +
      'its first-time buyers (a month of the series, or the twelve months up to as-of); customers whose time has not ' +
      'passed count for the days they were watched (Kaplan–Meier estimate)',
    definitionSource:
      'Kaplan & Meier (1958), interval with Greenwood’s variance on the log(−log) scale (Kalbfleisch & Prentice 2002)',
    caveats: [
      'Numerator ÷ denominator (second purchases seen so far ÷ first-time buyers) is lower while time has not passed for everybody.',
      'A first purchase is the first in the exports: in their first months, old customers look new.',
      'Assumes that those watched for a shorter time behave like the others.',
    ],
    synonyms: ['second order', 'first to second purchase', 'reorder'],
    order: 4,
    moves: ['repeat-purchase-rate'],
  };
}

/**
 * Second purchase rate – of the first-time buyers, the share who bought again within so many days.
 * Definition: Kaplan–Meier estimate at `withinDays` of the days from first to second purchase on another day;
 * customers whose days have not passed are censored, not failures. Numerator: second purchases seen; denominator:
 * first-time buyers.
 * Source: Kaplan & Meier, JASA 53 (1958).
 * Empty case: unavailable without first-time buyers, or when nobody was watched long enough; suppressed below the
 * floor.
 * @example secondPurchaseRate([{ days: 7, events: 5, censored: 0 }, { days: 90, events: 0, censored: 15 }], 90, 10).value // => 0.25
 */
export function secondPurchaseRate(
  followUps: readonly FollowUp[],
  withinDays: number,
  floor: number,
): Measure {
  const customers = firstTimeBuyers(followUps);
  if (customers === 0) return unavailableMeasure('No first-time buyers in this period');
  if (customers < floor) return suppressedMeasure(fewerThan(floor));
  const estimate = kaplanMeierAt(followUps, withinDays);
  if (estimate === null) {
    return unavailableMeasure(`Nobody’s ${withinDays} days have passed yet`);
  }
  return {
    status: 'ok',
    value: estimate.eventShare,
    n: customers,
    numerator: estimate.events,
    denominator: customers,
    interval: estimate.interval,
  };
}

/**
 * All who bought for the first time, whatever came of it.
 * @example firstTimeBuyers([{ days: 7, events: 5, censored: 1 }, { days: 90, events: 0, censored: 15 }]) // => 21
 */
export function firstTimeBuyers(followUps: readonly FollowUp[]): number {
  return followUps.reduce((sum, { events, censored }) => sum + events + censored, 0);
}
