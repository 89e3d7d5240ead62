import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi } from '#core/schemas/kpi.ts';

/** What became of a KPI in a year. */
export type KpiMovement = 'better' | 'worse' | 'higher' | 'lower' | 'unchanged' | 'could-be-chance';

/** A hundredth more or less is no news. */
const HARDLY = 0.01;

/**
 * KPI movement – whether a figure got better, in one word that does not read a trend into chance.
 * Definition: less than a hundredth of the former figure is no change; where both figures have intervals, a difference whose interval holds zero "could be chance": from d by
 * the square root of the summed squares of the two distances to the nearer limits (MOVER, as for two independent
 * samples; where many customers are in both years it is the more cautious). Else by the KPI's direction.
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10; Zou & Donner, ibid. 27 (2008), 1693–1702.
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
  if (couldBeChance(now, before)) return 'could-be-chance';
  if (direction === 'neutral') return difference > 0 ? 'higher' : 'lower';
  return difference > 0 === (direction === 'up') ? 'better' : 'worse';
}

function couldBeChance(now: Fact, before: Fact): boolean {
  if (typeof now.value !== 'number' || typeof before.value !== 'number') return false;
  if (!('interval' in now) || !('interval' in before) || !now.interval || !before.interval) {
    return false;
  }
  const [upper, lower] =
    now.value > before.value
      ? [
          { value: now.value, reach: now.value - now.interval.low },
          { value: before.value, reach: before.interval.high - before.value },
        ]
      : [
          { value: before.value, reach: before.value - before.interval.low },
          { value: now.value, reach: now.interval.high - now.value },
        ];
  return upper.value - lower.value <= Math.hypot(upper.reach, lower.reach);
}
