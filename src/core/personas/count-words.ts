import { NUMBER_WORDS } from '#core/format/english-words.ts';

/**
 * A count in words, as far as its interval allows – "about two", "nine or ten". Definition: both ends rounded to whole
 * numbers from one to twelve; one word where they are the same, two where they are neighbours. Source: this portal.
 * Null where the ends are farther apart, or too large or small for a word.
 *
 * @example countWords({ low: 1.96, high: 2.06 }) // => 'about two'
 * @example countWords({ low: 9.3, high: 9.97 }) // => 'nine or ten'
 * @example countWords({ low: 4, high: 9 }) // => null
 */
export function countWords({ low, high }: { low: number; high: number }): string | null {
  const [from, to] = [Math.round(low), Math.round(high)];
  const [first, last] = [NUMBER_WORDS[from], NUMBER_WORDS[to]];
  if (from < 1 || first === undefined || last === undefined || to - from > 1) return null;
  return from === to ? `about ${first}` : `${first} or ${last}`;
}
