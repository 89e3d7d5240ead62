import { numberWord } from '#core/language/number-word.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';

/** Larger numbers read better in digits. */
const MOST = 12;

/**
 * A count in words, as far as its interval allows – "about two", "nine or ten". Definition: both ends rounded to whole
 * numbers from one to twelve; one word where they are the same, two where they are neighbours. Source: this portal.
 * Null where the ends are farther apart, or too large or small for a word.
 *
 * @example countWords({ low: 1.96, high: 2.06 }) // => 'about two'
 * @example countWords({ low: 9.3, high: 9.97 }) // => 'nine or ten'
 * @example countWords({ low: 4, high: 9 }) // => null
 */
export function countWords(
  { low, high }: { low: number; high: number },
  formats: Worded = {},
): string | null {
  const [from, to] = [Math.round(low), Math.round(high)];
  if (from < 1 || to > MOST || to - from > 1) return null;
  const { beside } = wordsOf(formats);
  return from === to
    ? filled(beside.about, { number: numberWord(from, formats) })
    : filled(beside.or, { low: numberWord(from, formats), high: numberWord(to, formats) });
}
