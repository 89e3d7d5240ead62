import type { Comparison, Verdict } from '#core/schemas/insight.ts';
import { newcombeInterval } from '#core/statistics/newcombe-interval.ts';
import { twoProportionPValue } from '#core/statistics/two-proportion-p-value.ts';
import type { ArmCounts, RateBase } from './arm-counts.ts';
import { armRate } from './arm-rate.ts';

type Metric = Comparison['metric'];

const EVENTS = {
  order: 'orders',
  click: 'clicks',
  unsubscribe: 'unsubscribes',
  complaint: 'complaints',
} as const;

/** Metrics of which more is bad news. */
const HARMS: readonly Metric[] = ['unsubscribe', 'complaint'];

/**
 * Comparison of two arms – by how much a rate differs from the reference's, and whether chance alone explains it.
 * Definition: difference in rate points with Newcombe's interval; two-sided p of the pooled z test; better or worse
 * when the interval leaves out 0. In the measure, numerator and denominator are the arm's own.
 * Source: Newcombe, Statistics in Medicine 17 (1998).
 * Empty case: not compared when either rate is missing or suppressed.
 * @example compareArms({ id: 'b', name: 'B', isControl: false, recipients: 5, delivered: null, opens: null, clicks: 1, orders: null, revenue: null, unsubscribes: null, complaints: null }, { id: 'a', name: 'A', isControl: true, recipients: 5, delivered: null, opens: null, clicks: 1, orders: null, revenue: null, unsubscribes: null, complaints: null }, { metric: 'click', role: 'primary', base: 'recipients', floor: 10 }).verdict // => 'not-compared'
 */
export function compareArms(
  arm: ArmCounts,
  reference: ArmCounts,
  how: { metric: Metric; role: Comparison['role']; base: RateBase; floor: number },
): Comparison {
  const { metric, role, base, floor } = how;
  const head = { variant: arm.id, reference: reference.id, metric, role };
  const rate = armRate(arm, EVENTS[metric], base, floor);
  const referenceRate = armRate(reference, EVENTS[metric], base, floor);
  if (rate.status !== 'ok' || referenceRate.status !== 'ok') {
    const difference = rate.status === 'ok' ? referenceRate : rate;
    return { ...head, difference, pValue: null, verdict: 'not-compared' };
  }
  const own = { successes: rate.numerator, n: rate.denominator };
  const others = { successes: referenceRate.numerator, n: referenceRate.denominator };
  const interval = newcombeInterval(own, others);
  return {
    ...head,
    difference: {
      status: 'ok',
      value: rate.value - referenceRate.value,
      n: rate.n + referenceRate.n,
      numerator: rate.numerator,
      denominator: rate.denominator,
      interval,
    },
    pValue: twoProportionPValue(own, others),
    verdict: verdictOf(interval, HARMS.includes(metric)),
  };
}

function verdictOf({ low, high }: { low: number; high: number }, isHarm: boolean): Verdict {
  if (low <= 0 && high >= 0) return 'no-clear-difference';
  return low > 0 === isHarm ? 'worse' : 'better';
}
