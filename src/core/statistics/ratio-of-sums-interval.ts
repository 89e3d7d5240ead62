import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Fewer observations, and the normal approximation is not to be trusted. */
const FEWEST = 30;
/** Largest relative standard error of either sum; beyond, a few large customers decide and no interval is given. */
const LARGEST_RELATIVE_ERROR = 0.1;

/** Sums over `n` independent people or orders: y above, x below the line. */
export interface PairedSums {
  n: number;
  sumX: number;
  sumY: number;
  sumXX: number;
  sumYY: number;
  sumXY: number;
}

/**
 * Interval of a ratio of sums – how far a money ratio (returned ÷ sold, this year ÷ last) would move if other people
 * of the same kind had bought.
 * Definition: ratio estimator R = Σy ÷ Σx, variance by linearisation n ÷ (n − 1) · Σ(y − R x)² ÷ (Σx)², normal
 * quantile; with x = 1 it is the interval of a mean.
 * Source: Cochran, Sampling Techniques (3rd ed., 1977), 2.11 and 6.3–6.5, with his rule for when to trust it: n ≥ 30 and
 * both sums with a relative standard error below 10 %.
 * Empty case: null where that rule is not met.
 * @example ratioOfSumsInterval({ n: 2, sumX: 2, sumY: 3, sumXX: 2, sumYY: 5, sumXY: 3 }) // => null
 */
export function ratioOfSumsInterval(sums: PairedSums, level = 0.95): Interval | null {
  const { n, sumX, sumY, sumXX, sumYY, sumXY } = sums;
  if (n < FEWEST || sumX <= 0) return null;
  if (relativeError(n, sumX, sumXX) >= LARGEST_RELATIVE_ERROR) return null;
  if (relativeError(n, sumY, sumYY) >= LARGEST_RELATIVE_ERROR) return null;
  const ratio = sumY / sumX;
  const residuals = Math.max(0, sumYY - 2 * ratio * sumXY + ratio * ratio * sumXX);
  const standardError = Math.sqrt((n / (n - 1)) * residuals) / sumX;
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { low: ratio - half, high: ratio + half, level, method: 'ratio estimator, linearised' };
}

/** Standard error of the sum ÷ the sum. */
function relativeError(n: number, sum: number, squares: number): number {
  if (sum === 0) return Infinity;
  const variance = Math.max(0, squares - (sum * sum) / n) / (n - 1);
  return Math.sqrt(n * variance) / Math.abs(sum);
}
