/**
 * Holm's adjustment – p-values made honest when several comparisons are looked at together.
 * Definition: step-down Bonferroni: the i-th smallest of k is multiplied by k − i + 1, never falling, at most 1; in
 * the order given.
 * Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979).
 * Empty case: no p-values, no result.
 * @example holmAdjusted([0.01, 0.02]) // => [0.02, 0.02]
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const ascending = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => 0);
  let largest = 0;
  ascending.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
