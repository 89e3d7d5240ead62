import type { Measure } from '#core/schemas/measure.ts';
import { ratioOfSumsInterval } from '#core/statistics/ratio-of-sums-interval.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import { peopleMeasure } from './kpi-measure.ts';
import { NOBODY_BEFORE, NO_REVENUE_BEFORE, type RetentionSums } from './retention-sums.ts';

/** Equal windows of twelve months, because of seasonality. */
export const RETENTION_MONTHS = 12;

/** Net revenue retention in words. */
export const netRevenueRetentionDefinition: KpiDefinition = {
  id: 'net-revenue-retention',
  label: 'Net revenue retention',
  question: { text: 'netRevenueRetention' },
  unit: 'ratio',
  counted: 'customers',
  meaning:
    'Of the money that last year’s customers brought, how much the same customers brought again this year.',
  direction: 'up',
  formula:
    'Net revenue of the last twelve months from customers who bought in the twelve months before ÷ their net revenue ' +
    'in those twelve months before',
  definitionSource:
    'Net revenue retention of subscription businesses (Recharge glossary: expansion, contraction and churn in one figure), carried over to shops by two equal windows of twelve months',
  caveats: [
    'New customers do not count, however much they buy.',
    'A few customers who buy much more can hide many who left: look at the share of customers kept, too.',
    'Not the retention rate of customers: this one counts money.',
  ],
  synonyms: ['NRR', 'retention', 'dollar retention'],
  order: 1,
};

/**
 * Net revenue retention – how much of last year’s customers’ money the same customers brought again.
 * Definition: their net revenue in the window ÷ in the equal window before; interval of a ratio of sums over
 * customers.
 * Source: Recharge, glossary; transfer to shops by this portal; interval: Cochran, Sampling Techniques (1977), 6.3.
 * Empty case: unavailable when nobody bought before, or brought nothing; suppressed below the floor.
 * @example netRevenueRetention({ customers: 20, kept: 9, before: 1000, after: 640, lesser: 600, beforeCents: 100000, afterCents: 64000, beforeCentsSquared: 0, afterCentsSquared: 0, beforeTimesAfterCents: 0 }, 10).value // => 0.64
 */
export function netRevenueRetention(sums: RetentionSums, floor: number): Measure {
  return peopleMeasure({
    ...cohort(sums, floor),
    numerator: sums.after,
    denominator: sums.before,
    interval: () =>
      ratioOfSumsInterval({
        n: sums.customers,
        sumX: sums.beforeCents,
        sumY: sums.afterCents,
        sumXX: sums.beforeCentsSquared,
        sumYY: sums.afterCentsSquared,
        sumXY: sums.beforeTimesAfterCents,
      }),
  });
}

/**
 * Gross revenue retention – the same without growth: nobody counts for more than last year.
 * Definition: Σ of the smaller of then and now, customer by customer ÷ net revenue then.
 * Source: Recharge, glossary.
 * Empty case: as `netRevenueRetention`.
 * @example grossRevenueRetention({ customers: 20, kept: 9, before: 1000, after: 640, lesser: 600, beforeCents: 0, afterCents: 0, beforeCentsSquared: 0, afterCentsSquared: 0, beforeTimesAfterCents: 0 }, 10).value // => 0.6
 */
export function grossRevenueRetention(sums: RetentionSums, floor: number): Measure {
  return peopleMeasure({
    ...cohort(sums, floor),
    numerator: sums.lesser,
    denominator: sums.before,
  });
}

/**
 * Customers kept – which share of last year’s customers bought again at all.
 * Definition: customers with a purchase in both windows ÷ customers with one in the window before; Wilson interval.
 * Source: the share behind every retention figure, by people instead of money.
 * Empty case: as `netRevenueRetention`.
 * @example customersKept({ customers: 20, kept: 9, before: 1000, after: 640, lesser: 600, beforeCents: 0, afterCents: 0, beforeCentsSquared: 0, afterCentsSquared: 0, beforeTimesAfterCents: 0 }, 10).value // => 0.45
 */
export function customersKept(sums: RetentionSums, floor: number): Measure {
  return peopleMeasure({
    ...cohort(sums, floor),
    numerator: sums.kept,
    denominator: sums.customers,
    interval: () => wilsonInterval(sums.kept, sums.customers),
  });
}

function cohort(sums: RetentionSums, floor: number) {
  return {
    people: sums.customers,
    n: sums.customers,
    floor,
    nobody: NOBODY_BEFORE,
    noDenominator: NO_REVENUE_BEFORE,
  };
}
