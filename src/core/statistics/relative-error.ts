/**
 * Relative error of a sum – by which part of itself a sum over people would move if others of the same kind had come.
 * Definition: standard error of the sum ÷ the sum.
 * Source: Cochran, Sampling Techniques (3rd ed., 1977), 2.7 (coefficient of variation of an estimated total).
 * Empty case: infinite where the sum is nothing, or where there is no second value.
 * @example relativeError({ n: 4, sum: 8, squares: 16 }) // => 0
 */
export function relativeError({
  n,
  sum,
  squares,
}: {
  n: number;
  sum: number;
  squares: number;
}): number {
  if (n < 2 || sum === 0) return Infinity;
  const variance = Math.max(0, squares - (sum * sum) / n) / (n - 1);
  return Math.sqrt(n * variance) / Math.abs(sum);
}
