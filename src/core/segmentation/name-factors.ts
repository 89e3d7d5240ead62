import { insideSentence } from '#core/language/first-letter.ts';

/** A loading this strong is worth a word. */
export const STRONG_LOADING = 0.4;

/**
 * Working names of factors – a first handle on what each one measures, until a person finds a better word. Definition:
 * the labels of the one or two features with the strongest loadings (absolute value ≥ 0.4), "less …" where the loading
 * is negative. A factor without a strong loading is called by its number. Source: the common limit for showing loadings
 * (Hair et al., 2010).
 *
 * @param ownNames what people call a factor, by its working name or its number from 1
 * @example nameFactors(['Order value', 'Gift share'], [[0.9], [-0.5]]) // => ['Order value, less gift share']
 * @example nameFactors(['Order value'], [[0.9]], { 'Order value': 'Big baskets' }) // => ['Big baskets']
 */
export function nameFactors(
  labels: readonly string[],
  loadings: readonly (readonly number[])[],
  ownNames: Readonly<Record<string, string>> = {},
): string[] {
  const own = new Map(Object.entries(ownNames));
  return (loadings[0] ?? []).map((_, factor) => {
    const name = workingName(
      labels,
      labels.map((_, feature) => loadings[feature]?.[factor] ?? 0),
      factor,
    );
    return own.get(name) ?? own.get(String(factor + 1)) ?? name;
  });
}

function workingName(labels: readonly string[], column: readonly number[], factor: number): string {
  const words = labels
    .map((label, feature) => ({ label, loading: column[feature] ?? 0 }))
    .filter(({ loading }) => Math.abs(loading) >= STRONG_LOADING)
    .sort((a, b) => Math.abs(b.loading) - Math.abs(a.loading))
    .slice(0, 2)
    .map(({ label, loading }, at) =>
      loading < 0 ? `less ${startedSmall(label)}` : at > 0 ? startedSmall(label) : label,
    );
  return words.length > 0 ? words.join(', ') : `Factor ${factor + 1}`;
}

/** Names of categories inside a label keep their capitals, and so does one that is written in capitals. */
function startedSmall(label: string): string {
  if (!/^\p{Lu}\p{Ll}/u.test(label)) return label;
  return insideSentence(label);
}
