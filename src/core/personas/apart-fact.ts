import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { logError, type ComparedFact } from './compare-facts.ts';

const LEVEL = 0.95;

/**
 * How far two Portraits are apart in a fact – "3.1 times". Definition: the larger value ÷ the smaller one, as times;
 * its 95 % interval is that of the difference of logarithms. Source: delta method, as for ratios of independent means.
 * Empty case: null where either is no number above zero; no interval where either has none.
 *
 * @example apartFact({ id: 'customers', facts: [], times: null, differs: null }) // => null
 */
export function apartFact(
  { id, facts: [own, other], times }: ComparedFact,
  formats: Worded = {},
): Fact | null {
  if (times === null || own.value === 0 || other.value === 0) return null;
  const { derived } = wordsOf(formats);
  const value = Math.max(times, 1 / times);
  const [one, two] = [logError(own), logError(other)];
  const margin =
    one === null || two === null
      ? null
      : Math.exp(normalQuantile((1 + LEVEL) / 2) * Math.hypot(one, two));
  return {
    id: `${id}Apart`,
    label: filled(derived.apart, { label: own.label }),
    unit: 'times',
    status: 'ok',
    value,
    ...(margin !== null && {
      interval: {
        low: value / margin,
        high: value * margin,
        level: LEVEL,
        method: derived.apartMethod,
      },
    }),
    n: Math.min(own.n, other.n),
    ...(own.counted && own.counted === other.counted && { counted: own.counted }),
    period: own.period,
    asOf: own.asOf,
    sources: [...new Set([...own.sources, ...other.sources])].sort(),
    formula: derived.apartFormula,
  };
}
