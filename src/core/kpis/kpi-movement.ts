import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import { couldBeChance } from '#core/statistics/could-be-chance.ts';

/** What became of a KPI in a year. */
export type KpiMovement = 'better' | 'worse' | 'higher' | 'lower' | 'unchanged' | 'could-be-chance';

/** A hundredth more or less is no news. */
const HARDLY = 0.01;

/**
 * KPI movement – whether a figure got better, in one word that does not read a trend into chance.
 * Definition: less than a hundredth of the former figure is no change; where both figures have intervals, a difference
 * that `couldBeChance` "could be chance". Else by the KPI's direction.
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
  if (isWithinChance(now, before)) return 'could-be-chance';
  if (direction === 'neutral') return difference > 0 ? 'higher' : 'lower';
  return difference > 0 === (direction === 'up') ? 'better' : 'worse';
}

function isWithinChance(now: Fact, before: Fact): boolean {
  const [one, other] = [now, before].map((fact) =>
    typeof fact.value === 'number' && 'interval' in fact && fact.interval
      ? { value: fact.value, low: fact.interval.low, high: fact.interval.high }
      : null,
  );
  return one && other ? couldBeChance(one, other) : false;
}
