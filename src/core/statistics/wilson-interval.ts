import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson interval – between which rates the true one plausibly lies, when `successes` of `n` did something.
 * Definition: score interval without continuity correction; never leaves 0–1 and holds for small n and rare events.
 * Source: Wilson, JASA 22 (1927); recommended by Brown, Cai & DasGupta, Statistical Science 16 (2001).
 * Empty case: n = 0 and more successes than n are a RangeError: there is no rate.
 * @example wilsonInterval(0, 10).low // => 0
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  assertProportion(successes, n);
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const rate = successes / n;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half =
    (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return {
    // At the ends the two terms cancel exactly in theory, but not in floating point.
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
    level,
    method: 'Wilson score',
  };
}

/**
 * Misuse in one place: every interval of proportions starts here.
 * @example assertProportion(1, 2) // => undefined
 */
export function assertProportion(successes: number, n: number): void {
  if (!(n > 0 && successes >= 0 && successes <= n)) {
    throw new RangeError(
      `Cannot take the share of ${successes} in ${n}; expected 0 ≤ successes ≤ n and n > 0`,
    );
  }
}
