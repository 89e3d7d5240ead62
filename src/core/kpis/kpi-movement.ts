import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import { differenceInterval, type Estimate } from '#core/statistics/difference-interval.ts';

/** What became of a KPI in a year. */
export type KpiMovement =
  'better' | 'worse' | 'higher' | 'lower' | 'unchanged' | 'could-be-chance' | 'few-people';

/** Up to a hundredth of the former figure more or less is no news. */
const HARDLY = 0.01;

/**
 * KPI movement – whether a figure got better, in one word that does not read a trend into chance.
 * Definition: where one of the two figures hangs on so few people that it can have no interval, no verdict. It hardly changed
 * where all of the interval of the difference lies within a hundredth of the former figure; else, where that interval
 * holds zero, the difference could be chance, however small it is; else by the KPI's direction. A figure without an
 * interval is taken as known.
 * Source: Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987), 657–680: that two figures are alike is said by
 * an interval inside a margin, not by a difference that is not significant; the interval is `differenceInterval`.
 * Empty case: null where either figure has no number.
 * @example kpiMovement(undefined, undefined, 'up') // => null
 */
export function kpiMovement(
  now: Fact | undefined,
  before: Fact | undefined,
  direction: Kpi['direction'],
): KpiMovement | null {
  if (typeof now?.value !== 'number' || typeof before?.value !== 'number') return null;
  if ([now, before].some(hangsOnFew)) return 'few-people';
  const { low, high } = differenceInterval(
    estimateOf(now, now.value),
    estimateOf(before, before.value),
  );
  if (Math.max(-low, high) <= HARDLY * Math.abs(before.value)) return 'unchanged';
  if (low <= 0 && high >= 0) return 'could-be-chance';
  if (direction === 'neutral') return low > 0 ? 'higher' : 'lower';
  return low > 0 === (direction === 'up') ? 'better' : 'worse';
}

/**
 * Few people – whether a figure hangs on so few that nobody can say how far chance moves it.
 * Definition: it is one that has an interval, and of these people none can be had.
 * Source: each interval's own limit, such as that of `ratioOfSumsInterval`.
 * Empty case: a figure that chance does not move (a total) hangs on nobody.
 * @example hangsOnFew({ id: 'current', label: 'Return rate', unit: 'ratio', n: 0, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'returned ÷ sold', status: 'unavailable', value: null, reason: 'No orders' }) // => false
 */
export function hangsOnFew(fact: Fact): boolean {
  return 'intervalUnknown' in fact && fact.intervalUnknown === true;
}

function estimateOf(fact: Fact, value: number): Estimate {
  const interval = 'interval' in fact ? fact.interval : undefined;
  return { value, low: interval?.low ?? value, high: interval?.high ?? value };
}
