import type { Matcher } from './word-matcher.ts';

/** So many other words may stand between those of the query. */
const BETWEEN = 2;

/**
 * Closeness – how much of a query stands together somewhere in a text: 1 where all its words do.
 * Definition: the most different words of the query within as many words of the text, and two more; one beside none
 * counts as nothing.
 * Empty case: 0 for a query of one word.
 * @example closeness(['we', 'saved', 'your', 'basket'], 2, (word) => ['saved', 'basket'].indexOf(word)) // => 1
 */
export function closeness(text: readonly string[], words: number, matches: Matcher): number {
  if (words < 2) return 0;
  const places = text.flatMap((word, at) => {
    const wanted = matches(word);
    return wanted < 0 ? [] : [{ wanted, at }];
  });
  let most = 1;
  places.forEach(({ at }, first) => {
    const together = new Set<number>();
    for (let next = first; (places[next]?.at ?? Infinity) < at + words + BETWEEN; next += 1) {
      together.add(places[next]?.wanted ?? -1);
    }
    most = Math.max(most, together.size);
  });
  return (most - 1) / (words - 1);
}

/**
 * Says word for word – whether a text holds a query as it stands, its common words included.
 * Empty case: false for a query of one word, which says nothing of its neighbours.
 * @example saysWordForWord(['come', 'on', 'time'], ['on', 'time']) // => true
 */
export function saysWordForWord(text: readonly string[], query: readonly string[]): boolean {
  return query.length > 1 && ` ${text.join(' ')} `.includes(` ${query.join(' ')} `);
}
