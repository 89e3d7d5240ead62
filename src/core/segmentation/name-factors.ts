import { startingSentence } from '#core/language/first-letter.ts';
import { featurePoles, startedSmall } from './feature-poles.ts';

/** A loading this strong is worth a word. */
export const STRONG_LOADING = 0.4;

/** What a factor is made of, and what it is called by those who look at it. */
interface NamedFeature {
  id: string;
  label: string;
}

/**
 * Working names of factors – a first handle on what each one measures, until a person finds a better word. Definition:
 * what the one or two features with the strongest loadings (absolute value ≥ 0.4) say of a customer, at the end that the sign of
 * the loading points to. A factor without a strong loading is called by its number. Source: the common limit for showing loadings
 * (Hair et al., 2010).
 *
 * @param ownNames what people call a factor, by its working name, by the one made of labels that it had before
 * (`labelNames`) or by its number from 1
 * @example nameFactors([{ id: 'orderValue', label: 'Order value' }, { id: 'giftShare', label: 'Share of gift orders' }], [[0.9], [-0.5]]) // => ['Large orders and few gift orders']
 * @example nameFactors([{ id: 'orderValue', label: 'Order value' }], [[0.9]], { 'Large orders': 'Big baskets' }) // => ['Big baskets']
 */
export function nameFactors(
  features: readonly NamedFeature[],
  loadings: readonly (readonly number[])[],
  ownNames: Readonly<Record<string, string>> = {},
): string[] {
  const own = new Map(Object.entries(ownNames));
  const before = labelNames(features, loadings);
  return strongFeatures(features, loadings).map((strong, factor) => {
    const words = strong.map(({ feature, loading }) => {
      const { much, little } = featurePoles(feature);
      return loading < 0 ? little : much;
    });
    const name = words.length > 0 ? startingSentence(words.join(' and ')) : unnamed(factor);
    return own.get(name) ?? own.get(before[factor] ?? '') ?? own.get(String(factor + 1)) ?? name;
  });
}

/**
 * Names of factors as they were made of labels alone – so that a configuration that uses one still finds its factor. Definition: the
 * labels of the same features, "less …" where the loading is negative.
 *
 * @example labelNames([{ id: 'orderValue', label: 'Order value' }, { id: 'giftShare', label: 'Gift share' }], [[0.9], [-0.5]]) // => ['Order value, less gift share']
 */
export function labelNames(
  features: readonly NamedFeature[],
  loadings: readonly (readonly number[])[],
): string[] {
  return strongFeatures(features, loadings).map((strong, factor) => {
    const words = strong.map(({ feature: { label }, loading }, at) =>
      loading < 0 ? `less ${startedSmall(label)}` : at > 0 ? startedSmall(label) : label,
    );
    return words.length > 0 ? words.join(', ') : unnamed(factor);
  });
}

/** Of each factor the one or two features that say most, strongest first. */
function strongFeatures(
  features: readonly NamedFeature[],
  loadings: readonly (readonly number[])[],
): { feature: NamedFeature; loading: number }[][] {
  return (loadings[0] ?? []).map((_, factor) =>
    features
      .map((feature, row) => ({ feature, loading: loadings[row]?.[factor] ?? 0 }))
      .filter(({ loading }) => Math.abs(loading) >= STRONG_LOADING)
      .sort((a, b) => Math.abs(b.loading) - Math.abs(a.loading))
      .slice(0, 2),
  );
}

function unnamed(factor: number): string {
  return `Factor ${factor + 1}`;
}
