/**
 * Benjamini and Hochberg's adjustment – p-values that say which share of all findings is false, where many things are
 * looked at together.
 * Definition: step-up: the i-th smallest of k is multiplied by k ÷ i, never above the next larger one's, at most 1; in
 * the order given. Findings below 0.05 are false in at most 5 of 100 on average.
 * Source: Benjamini & Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995).
 * Empty case: no p-values, no result.
 * @example benjaminiHochberg([0.5, 0.01]) // => [0.5, 0.02]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = pValues.map(() => 0);
  let smallest = 1;
  descending.forEach(({ p, index }, at) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - at));
    adjusted[index] = smallest;
  });
  return adjusted;
}
