import type { Interval } from '#core/schemas/fact.ts';
import type { Proportion } from './newcombe-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A part's share as so many times the whole's. */
export interface Lift {
  times: number;
  interval: Interval;
}

/**
 * Lift of a part to the whole that holds it – "retired 2.3 times as often as all who answered".
 * Definition: (successes ÷ n of the part) ÷ (the same of all). Interval: the ratio to everybody else by MOVER-R from two
 * Wilson intervals, carried over to the whole, of which the part is a known share w: with r to the others, the lift is
 * r ÷ (w r + 1 − w), which only grows with r. It excludes 1 exactly where Newcombe's interval of the difference from the
 * others excludes 0, and holds where nobody or everybody gave the answer.
 * Source: Donner & Zou, "Closed-form confidence intervals for functions of the normal mean and standard deviation",
 * Statistical Methods in Medical Research 21 (2012), MOVER-R; Wilson, JASA 22 (1927).
 * Empty case: null where the part is empty or is everybody, or where nobody at all gave the answer.
 * @example liftToWhole({ successes: 8, n: 10 }, { successes: 8, n: 20 })?.times // => 2
 */
export function liftToWhole(part: Proportion, whole: Proportion, level = 0.95): Lift | null {
  const others = { successes: whole.successes - part.successes, n: whole.n - part.n };
  if (part.n === 0 || others.n === 0 || whole.successes === 0) return null;
  const weight = part.n / whole.n;
  const toWhole = (ratio: number): number =>
    ratio === Infinity ? 1 / weight : ratio / (weight * ratio + 1 - weight);
  const { low, high } = ratioLimits(part, others, level);
  return {
    times: part.successes / part.n / (whole.successes / whole.n),
    interval: {
      low: toWhole(low),
      high: toWhole(high),
      level,
      method: 'MOVER-R of Wilson scores, against everybody else who answered',
    },
  };
}

/** Where the difference p₁ − R p₂ stops excluding 0: the roots of a quadratic in R, written so that none cancels. */
function ratioLimits(a: Proportion, b: Proportion, level: number): { low: number; high: number } {
  const [p1, p2] = [a.successes / a.n, b.successes / b.n];
  const [one, other] = [
    wilsonInterval(a.successes, a.n, level),
    wilsonInterval(b.successes, b.n, level),
  ];
  const product = p1 * p2;
  const discriminant = (square1: number, square2: number): number =>
    Math.sqrt(Math.max(0, product ** 2 - square2 * square1));
  const low1 = p1 ** 2 - (p1 - one.low) ** 2;
  const low2 = p2 ** 2 - (other.high - p2) ** 2;
  const high1 = p1 ** 2 - (one.high - p1) ** 2;
  const high2 = p2 ** 2 - (p2 - other.low) ** 2;
  return {
    low: p1 === 0 ? 0 : low1 / (product + discriminant(low1, low2)),
    high: p2 === 0 ? Infinity : (product + discriminant(high1, high2)) / high2,
  };
}
