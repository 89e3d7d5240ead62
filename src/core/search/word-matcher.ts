import { stem } from './search-words.ts';

/** Which word of the query a word of a text stands for, by its place there; -1 for none. */
export type Matcher = (word: string) => number;

/**
 * A short word is near to too many others, and a figure with a typo is another figure.
 * @example mayBeMistyped('parcle') // => true
 */
export function mayBeMistyped(word: string): boolean {
  return word.length > 3 && !/\d/.test(word);
}

/**
 * Typo of – whether a word is probably another one, with one typo.
 * Definition: one typo apart, and of a word of four letters all stand in the other: with one wrong or one too many only
 * three would be left to know it by ("lore" is not "more").
 * Empty case: a word that is never taken for mistyped is no typo.
 * @example isTypoOf('gfit', 'gift') // => true
 */
export function isTypoOf(word: string, other: string): boolean {
  return (
    mayBeMistyped(word) &&
    isOneTypoApart(word, other) &&
    (word.length > 4 || [...word].every((letter) => other.includes(letter)))
  );
}

/** A word of a query, and what else it is found by. */
export interface WantedWord {
  word: string;
  /** Words that mean much the same. */
  alike: readonly string[];
  /** Longer words that begin with it are meant as well. */
  isBeginning: boolean;
  /** No page holds it as written. */
  isMistyped: boolean;
}

/**
 * The rules of the search once more, for marking: as written, as the beginning of a longer word, by its stem, by another word for it,
 * and with one typo where no page holds the word as written.
 * @example ['parcels', 'late', 'box'].map(wordMatcher([{ word: 'late', alike: [], isBeginning: false, isMistyped: false }, { word: 'parcel', alike: [], isBeginning: false, isMistyped: false }])) // => [1, 0, -1]
 */
export function wordMatcher(words: readonly WantedWord[]): Matcher {
  const wanted = words.map(({ word, alike, isBeginning, isMistyped }) => ({
    word,
    roots: new Set([word, ...alike].map(stem)),
    isBeginning,
    isMistyped,
  }));
  const placeOf = (text: string): number =>
    wanted.findIndex(
      ({ word, roots, isBeginning, isMistyped }) =>
        text === word ||
        (isBeginning && word.length > 1 && text.startsWith(word)) ||
        roots.has(stem(text)) ||
        (isMistyped && isTypoOf(word, text)),
    );
  // Texts repeat their words; stems are what costs.
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = placeOf(text);
    known.set(text, answer);
    return answer;
  };
}

/**
 * One typo apart – one letter too many, too few, wrong, or swapped with its neighbour.
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors" (1964).
 * Empty case: two equal words are.
 * @example isOneTypoApart('retrun', 'return') // => true
 */
export function isOneTypoApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  return (
    rest === otherRest ||
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest.length > 1 &&
      rest[0] === otherRest[1] &&
      rest[1] === otherRest[0] &&
      rest.slice(2) === otherRest.slice(2))
  );
}
