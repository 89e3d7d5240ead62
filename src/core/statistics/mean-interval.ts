import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Fewer observations, and the normal approximation is not to be trusted. */
const FEWEST = 30;

/**
 * Interval of a mean – how far an average would move if other people of the same kind had been asked.
 * Definition: mean ± normal quantile · s ÷ √n, from the exact sums of the values and of their squares.
 * Source: the central limit theorem, with n ≥ 30 as the usual rule for trusting it (Cochran, 1977, 2.15).
 * Empty case: null for fewer than 30 values.
 * @example meanInterval({ n: 2, sum: 3, squares: 5 }) // => null
 */
export function meanInterval(
  { n, sum, squares }: { n: number; sum: number; squares: number },
  level = 0.95,
): Interval | null {
  if (n < FEWEST) return null;
  const mean = sum / n;
  const variance = Math.max(0, squares - (sum * sum) / n) / (n - 1);
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half, level, method: 'normal, of a mean' };
}
