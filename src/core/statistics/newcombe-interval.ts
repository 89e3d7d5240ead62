import type { Interval } from '#core/schemas/fact.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** How many of how many did something. */
export interface Proportion {
  successes: number;
  n: number;
}

/**
 * Newcombe's interval – by how much the rate of one group may truly differ from that of another, independent one.
 * Definition: hybrid score interval (method 10), built from the two Wilson intervals; rate of `a` minus rate of `b`.
 * Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 * 17 (1998).
 * Empty case: an empty group is a RangeError.
 * @example newcombeInterval({ successes: 5, n: 10 }, { successes: 5, n: 10 }).method // => 'Newcombe hybrid score'
 */
export function newcombeInterval(a: Proportion, b: Proportion, level = 0.95): Interval {
  const rateA = a.successes / a.n;
  const rateB = b.successes / b.n;
  const intervalA = wilsonInterval(a.successes, a.n, level);
  const intervalB = wilsonInterval(b.successes, b.n, level);
  const difference = rateA - rateB;
  return {
    low: difference - Math.hypot(rateA - intervalA.low, intervalB.high - rateB),
    high: difference + Math.hypot(intervalA.high - rateA, rateB - intervalB.low),
    level,
    method: 'Newcombe hybrid score',
  };
}
