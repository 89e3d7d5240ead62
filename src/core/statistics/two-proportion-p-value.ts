import type { Proportion } from './newcombe-interval.ts';
import { normalCdf } from './normal-cdf.ts';
import { assertProportion } from './wilson-interval.ts';

/**
 * Two-proportion z test – how surprising the difference of two rates would be if both groups behaved alike.
 * Definition: two-sided p-value with the pooled variance, no continuity correction (equals the chi-square test of the
 * 2 × 2 table).
 * Source: Agresti, Categorical Data Analysis (3rd ed., 2013), 3.2.1.
 * Empty case: null when nobody or everybody in both groups did it: there is no variance to test with.
 * @example twoProportionPValue({ successes: 5, n: 10 }, { successes: 10, n: 20 }) // => 1
 */
export function twoProportionPValue(a: Proportion, b: Proportion): number | null {
  assertProportion(a.successes, a.n);
  assertProportion(b.successes, b.n);
  const pooled = (a.successes + b.successes) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  if (variance === 0) return null;
  const z = Math.abs(a.successes / a.n - b.successes / b.n) / Math.sqrt(variance);
  return Math.min(1, 2 * normalCdf(-z));
}
