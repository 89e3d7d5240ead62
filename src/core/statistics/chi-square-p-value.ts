import { gammaTail } from './gamma-tail.ts';

/**
 * Chi-square goodness of fit – how surprising the counts would be if they followed the planned shares.
 * Definition: Pearson's statistic Σ (observed − expected)² ÷ expected with k − 1 degrees of freedom, upper tail.
 * Source: Pearson (1900); Agresti, Categorical Data Analysis (3rd ed., 2013), 1.5.2.
 * Empty case: null with fewer than two counts or none observed; a planned share of 0 is a RangeError.
 * @example chiSquarePValue([50, 50], [0.5, 0.5]) // => 1
 */
export function chiSquarePValue(
  observed: readonly number[],
  shares: readonly number[],
): number | null {
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (observed.length < 2 || total === 0) return null;
  const statistic = observed.reduce((sum, count, i) => {
    const expected = total * (shares[i] ?? 0);
    if (!(expected > 0)) throw new RangeError('Cannot compare with a planned share of 0');
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return gammaTail((observed.length - 1) / 2, statistic / 2);
}
