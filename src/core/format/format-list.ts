import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';

/**
 * Names one after the other, in the language of the interface.
 *
 * Definition: commas between them, and before the last the interface's own "and".
 * Empty case: no name is an empty text.
 * @example formatList(['Amazon orders', 'eBay', 'Zendesk']) // => 'Amazon orders, eBay and Zendesk'
 * @example formatList(['eBay']) // => 'eBay'
 */
export function formatList(names: readonly string[], formats: Worded = {}): string {
  if (names.length < 2) return names.join('');
  const first = names.slice(0, -1).join(', ');
  return filled(wordsOf(formats).lists.two, { first, last: names.at(-1) ?? '' });
}
