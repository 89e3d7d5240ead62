import { wordsOf, type Worded } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';

/**
 * Words after a figure on a wall, where it is read with what it is of. Definition: the list of the language file. Source: this portal.
 * A fact without words of its own: its label.
 *
 * @example figureWords({ id: 'giftShare', label: 'Gift orders' }) // => 'of their orders are gifts'
 */
export function figureWords(
  { id, label }: Pick<Fact, 'id' | 'label'>,
  formats: Worded = {},
): string {
  const figures: Readonly<Record<string, string>> = wordsOf(formats).figures;
  return figures[id] ?? label;
}
