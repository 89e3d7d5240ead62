import type { Counted, Interval, Unit } from '#core/schemas/fact.ts';
import { kaplanMeierAt } from '#core/statistics/kaplan-meier-at.ts';
import { medianInterval, type ValueCount } from '#core/statistics/median-interval.ts';
import { ratioOfSumsInterval, type PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { ratioToWhole } from '#core/statistics/ratio-to-whole.ts';
import { shareOfSumsInterval } from '#core/statistics/share-of-sums-interval.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { PERSONA_FACTS } from './fact-definitions.ts';
import type { PersonaTotals, RatioFact } from './persona-totals.ts';

/**
 * A value with how sure it is, or the reason why there is none. `n` is what was counted below the line, customers where
 * nothing else is said; `people` are those behind the value, where they are fewer than the Portrait's customers.
 */
export type Measured = { n: number; counted?: Counted; people?: number } & (
  { value: number | string; interval?: Interval | null } | { value: null; reason: string }
);

/**
 * One sum over another: orders a year, share of gifts.
 * @example ratio('giftShare', { orders: 0, ratios: { giftShare: { numerator: 0, denominator: 0 } } }) // => { n: 0, counted: 'orders', value: null, reason: 'There is nothing to divide by' }
 */
export function ratio(id: RatioFact, totals: PersonaTotals): Measured {
  const { numerator, denominator, sums, scale, people } = totals.ratios[id];
  const counts = observations(id, totals);
  if (denominator <= 0) return { ...counts, value: null, reason: 'There is nothing to divide by' };
  const value = numerator / denominator;
  const unit = PERSONA_FACTS.find((definition) => definition.id === id)?.unit;
  return {
    ...counts,
    people,
    value,
    interval: ratioInterval(sums, { scale, unit }),
  };
}

/** What was counted below the line: orders, pieces or people. */
function observations(
  id: RatioFact,
  { orders, items, ratios }: PersonaTotals,
): { n: number; counted: Counted } {
  switch (id) {
    case 'unitPrice':
      return { n: Math.round(items), counted: 'items' };
    // In hundredths of pieces, and only those of which an export tells whether they came back.
    case 'returnRate':
    case 'exchangeShare':
      return { n: Math.round(ratios[id].denominator / 100), counted: 'items' };
    case 'repeatDiscountShare':
      return { n: ratios.repeatDiscountShare.denominator, counted: 'orders' };
    case 'categoriesBought':
      return { n: ratios.categoriesBought.people, counted: 'customers' };
    default:
      return { n: orders, counted: 'orders' };
  }
}

/**
 * The interval of one sum over another, over customers: of a share, or of any other ratio in its own unit.
 * @example ratioInterval({ n: 5, sumX: 5, sumY: 1, sumXX: 5, sumYY: 1, sumXY: 1 }, { scale: 1, unit: 'ratio' })?.method // => 'Wilson score of the effective sample size'
 */
export function ratioInterval(
  sums: PairedSums,
  { scale, unit }: { scale: number; unit: Unit | undefined },
): Interval | null {
  if (unit === 'ratio') return shareOfSumsInterval(sums);
  const interval = ratioOfSumsInterval(sums);
  return interval && { ...interval, low: interval.low * scale, high: interval.high * scale };
}

/**
 * What these paid is a sum over all customers, of whom only these count above the line.
 * @example shareOfRevenue({ customers: 12, paid: 0 }, { paid: 0 }) // => { n: 12, value: null, reason: 'No revenue in the period' }
 */
export function shareOfRevenue(totals: PersonaTotals, all: PersonaTotals): Measured {
  const n = totals.customers;
  if (all.paid <= 0) return { n, value: null, reason: 'No revenue in the period' };
  const sums: PairedSums = {
    n: all.customers,
    sumX: all.paid,
    sumY: totals.paid,
    sumXX: all.paidSquares,
    sumYY: totals.paidSquares,
    sumXY: totals.paidSquares,
  };
  return { n, value: totals.paid / all.paid, interval: shareOfSumsInterval(sums) };
}

/**
 * The same ratio of all customers = 1.
 * @example timesAverage('giftShare', { orders: 0, ratios: { giftShare: { people: 0, sums: { n: 0, sumX: 0, sumY: 0 } } } }, { ratios: { giftShare: { sums: { n: 0, sumX: 0, sumY: 0 } } } }) // => { n: 0, counted: 'orders', value: null, reason: 'There is nothing to compare with' }
 */
export function timesAverage(id: RatioFact, totals: PersonaTotals, all: PersonaTotals): Measured {
  const compared = ratioToWhole(totals.ratios[id].sums, all.ratios[id].sums);
  const counts = observations(id, totals);
  const { people } = totals.ratios[id];
  return compared
    ? { ...counts, people, value: compared.times, interval: compared.interval }
    : { ...counts, value: null, reason: 'There is nothing to compare with' };
}

/**
 * Who bought on a second day by then; whoever could not be watched so long counts for the days before.
 * @example secondPurchase({ days: { followUps: [] }, customers: 3 }, 90) // => { n: 3, value: null, reason: 'Nobody without a second purchase was watched for 90 days' }
 */
export function secondPurchase({ days, customers }: PersonaTotals, withinDays: number): Measured {
  const estimate = kaplanMeierAt(days.followUps, withinDays);
  return estimate
    ? { n: customers, value: estimate.eventShare, interval: estimate.interval }
    : {
        n: customers,
        value: null,
        reason: `Nobody without a second purchase was watched for ${withinDays} days`,
      };
}

/**
 * Middle of counted values: days between orders.
 * @example median([], 'Nobody bought twice') // => { n: 0, value: null, reason: 'Nobody bought twice' }
 */
export function median(counts: readonly ValueCount[], nobody: string): Measured {
  const found = medianInterval(counts);
  return found
    ? { n: found.n, people: found.n, value: found.value, interval: found.interval }
    : { n: 0, value: null, reason: nobody };
}

/**
 * People out of people.
 * @example share(0, 0, 'Nobody was asked') // => { n: 0, value: null, reason: 'Nobody was asked' }
 */
export function share(people: number, of: number, nobody: string): Measured {
  if (of <= 0) return { n: 0, value: null, reason: nobody };
  return { n: of, value: people / of, interval: wilsonInterval(people, of) };
}
