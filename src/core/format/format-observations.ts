import { plural } from '#core/language/plural.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Counted, Fact } from '#core/schemas/fact.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';

/**
 * Observations – how many of what stand behind a figure: "5,765 orders".
 * Definition: the number and the noun of what was counted.
 * Empty case: where nobody says what was counted, the bare number.
 * @example formatObservations(5765, 'orders', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '5,765 orders'
 */
export function formatObservations(
  n: number,
  counted: Counted | undefined,
  formats: Formats,
): string {
  const count = formatValue(n, 'count', formats);
  if (counted === undefined) return count;
  return filled(plural(wordsOf(formats).observations[counted], n, formats), { count });
}

/**
 * Observations of a fact – the line of its passport that says how many of what stand behind it.
 * Definition: that of `formatObservations`.
 * Empty case: null where a figure is missing or withheld, and where a tool does not say; a 0 would say that there are none.
 * @example observationsOf({ n: 0, counted: 'orders' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => null
 */
export function observationsOf(
  fact: { n?: number; value?: Fact['value']; counted?: Counted | undefined },
  formats: Formats,
): string | null {
  if (fact.value === null || !fact.n) return null;
  return formatObservations(fact.n, fact.counted, formats);
}
