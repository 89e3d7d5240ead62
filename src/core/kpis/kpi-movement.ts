import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import { couldBeChance } from '#core/statistics/could-be-chance.ts';

/** What became of a KPI in a year. */
export type KpiMovement =
  'better' | 'worse' | 'higher' | 'lower' | 'unchanged' | 'could-be-chance' | 'few-people';

/** A hundredth more or less is no news. */
const HARDLY = 0.01;

/**
 * KPI movement – whether a figure got better, in one word that does not read a trend into chance.
 * Definition: less than a hundredth of the former figure is no change; where both figures have intervals, a difference
 * that `couldBeChance` "could be chance"; where one of them hangs on so few people that it can have none, no verdict.
 * Else by the KPI's direction.
 * Source: this portal; chance as `couldBeChance`.
 * Empty case: null where either figure has no number.
 * @example kpiMovement(undefined, undefined, 'up') // => null
 */
export function kpiMovement(
  now: Fact | undefined,
  before: Fact | undefined,
  direction: Kpi['direction'],
): KpiMovement | null {
  if (typeof now?.value !== 'number' || typeof before?.value !== 'number') return null;
  const difference = now.value - before.value;
  if (Math.abs(difference) < HARDLY * Math.abs(before.value)) return 'unchanged';
  if ([now, before].some(hangsOnFew)) return 'few-people';
  if (isWithinChance(now, before)) return 'could-be-chance';
  if (direction === 'neutral') return difference > 0 ? 'higher' : 'lower';
  return difference > 0 === (direction === 'up') ? 'better' : 'worse';
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

function isWithinChance(now: Fact, before: Fact): boolean {
  const [one, other] = [now, before].map((fact) =>
    typeof fact.value === 'number' && 'interval' in fact && fact.interval
      ? { value: fact.value, low: fact.interval.low, high: fact.interval.high }
      : null,
  );
  return one && other ? couldBeChance(one, other) : false;
}
