import type { Interval } from '#core/schemas/fact.ts';
import { relativeError } from './relative-error.ts';
import { studentQuantile } from './student-quantile.ts';

/** Fewer observations, and their spread is not known well enough. */
const FEWEST = 30;
/** Largest relative standard error of either sum; beyond, a few large customers decide and no interval is given. */
const LARGEST_RELATIVE_ERROR = 0.5;

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
 * Interval of a ratio of sums – how far a money ratio (an order's value, this year ÷ last) would move if other people
 * of the same kind had bought.
 * Definition: ratio estimator R = Σy ÷ Σx, variance by linearisation n ÷ (n − 1) · Σ(y − R x)² ÷ (Σx)², Student's
 * quantile with n − 1 degrees of freedom, on the log scale: what people spend is skewed, and an interval that is even
 * on both sides lies too low. With x = 1 it is the interval of a mean.
 * Source: Cochran, Sampling Techniques (3rd ed., 1977), 2.11 and 6.3–6.5; Student's quantile as Särndal, Swensson &
 * Wretman, Model Assisted Survey Sampling (1992), 5.2, advise for few observations. How often it holds the true ratio is
 * simulated in tests/core/statistics/coverage.test.ts.
 * Empty case: null for fewer than 30 people, and where either sum is not above zero or not known within its half.
 * @example ratioOfSumsInterval({ n: 2, sumX: 2, sumY: 3, sumXX: 2, sumYY: 5, sumXY: 3 }) // => null
 */
export function ratioOfSumsInterval(sums: PairedSums, level = 0.95): Interval | null {
  const { n, sumX, sumY, sumXX, sumYY, sumXY } = sums;
  if (n < FEWEST || sumX <= 0 || sumY <= 0) return null;
  if (relativeError({ n, sum: sumX, squares: sumXX }) >= LARGEST_RELATIVE_ERROR) return null;
  if (relativeError({ n, sum: sumY, squares: sumYY }) >= LARGEST_RELATIVE_ERROR) return null;
  const ratio = sumY / sumX;
  const residuals = Math.max(0, sumYY - 2 * ratio * sumXY + ratio * ratio * sumXX);
  const relative = Math.sqrt((n / (n - 1)) * residuals) / sumY;
  const reach = Math.exp(studentQuantile((1 + level) / 2, n - 1) * relative);
  return {
    low: ratio / reach,
    high: ratio * reach,
    level,
    method: 'ratio estimator, linearised on the log scale',
  };
}
