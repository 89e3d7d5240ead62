/** A loading this strong is worth a word. */
const STRONG_LOADING = 0.4;

/**
 * Working names of factors – a first handle on what each one measures. Definition: the labels of the one or two
 * features with the strongest loadings (absolute value ≥ 0.4), "less …" where the loading is negative. A factor
 * without a strong loading is called by its number. Source: the common limit for showing loadings (Hair et al., 2010).
 *
 * @example nameFactors(['Order value', 'Gift share'], [[0.9], [-0.5]]) // => ['Order value, less gift share']
 */
export function nameFactors(
  labels: readonly string[],
  loadings: readonly (readonly number[])[],
): string[] {
  return (loadings[0] ?? []).map((_, factor) => {
    const strong = labels
      .map((label, feature) => ({ label, loading: loadings[feature]?.[factor] ?? 0 }))
      .filter(({ loading }) => Math.abs(loading) >= STRONG_LOADING)
      .sort((a, b) => Math.abs(b.loading) - Math.abs(a.loading))
      .slice(0, 2)
      .map(({ label, loading }) => (loading < 0 ? `less ${label.toLowerCase()}` : label));
    return strong.length > 0
      ? strong
          .map((word, at) => (at > 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word))
          .join(', ')
      : `Factor ${factor + 1}`;
  });
}
