import type { Interval } from '#core/schemas/fact.ts';
import { ratioOfSumsInterval } from './ratio-of-sums-interval.ts';
import { studentQuantile } from './student-quantile.ts';

/** Fewer observations, and the normal approximation is not to be trusted. */
const FEWEST = 30;

/**
 * Interval of a mean – how far an average would move if other people of the same kind had been asked.
 * Definition: that of a ratio of sums with 1 below the line, on the log scale; of an average that is not above zero, or
 * not known within its half, mean ± Student's quantile · s ÷ √n. From the exact sums of the values and of their squares.
 * Source: the central limit theorem, with n ≥ 30 as the usual rule for trusting it (Cochran, 1977, 2.15);
 * `ratioOfSumsInterval`.
 * Empty case: null for fewer than 30 values.
 * @example meanInterval({ n: 2, sum: 3, squares: 5 }) // => null
 */
export function meanInterval(
  { n, sum, squares }: { n: number; sum: number; squares: number },
  level = 0.95,
): Interval | null {
  if (n < FEWEST) return null;
  const ones = { sumX: n, sumXX: n };
  const positive = ratioOfSumsInterval(
    { n, ...ones, sumY: sum, sumYY: squares, sumXY: sum },
    level,
  );
  if (positive) return { ...positive, method: 'of a mean, on the log scale' };
  const mean = sum / n;
  const variance = Math.max(0, squares - (sum * sum) / n) / (n - 1);
  const half = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half, level, method: 'of a mean' };
}
