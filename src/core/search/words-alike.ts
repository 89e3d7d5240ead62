import { stem } from './search-words.ts';

/** Groups of words and phrases that mean much the same; the first of a group is a word that stands for all of it. */
export type AlikeGroups = readonly (readonly string[])[];

/** Each may be a file to load; the first of a group say best what it means. */
const MOST = 3;

/**
 * Words alike – the other words that say much the same as a word, in any of its forms.
 * Definition: the first three single words of the groups that hold the word by its stem.
 * Empty case: none for a word that is in no group.
 * @example wordsAlike('packages', [['parcel', 'package', 'small box']]) // => ['parcel']
 */
export function wordsAlike(word: string, groups: AlikeGroups): string[] {
  const root = stem(word);
  const others = groups
    .filter((group) => group.some((one) => stem(one) === root))
    .flat()
    .filter((one) => !one.includes(' ') && stem(one) !== root);
  return [...new Set(others)].slice(0, MOST);
}

/**
 * Phrases as words – a query with each phrase of a group as the word that stands for the group.
 * Definition: a phrase is found by the stems of its words.
 * Empty case: null where the query holds no phrase.
 * @example phrasesAsWords(['who', 'sends', 'back', 'jeans'], [['return', 'send back']]) // => ['who', 'return', 'jeans']
 */
export function phrasesAsWords(words: readonly string[], groups: AlikeGroups): string[] | null {
  let said = [...words];
  for (const [first = '', ...others] of groups) {
    for (const phrase of others.map((one) => one.split(' '))) {
      const at = phrase.length < 2 ? -1 : placeOfPhrase(phrase, said);
      if (at >= 0) said = said.toSpliced(at, phrase.length, first);
    }
  }
  return said.length < words.length ? said : null;
}

/**
 * Place of phrase – where its words stand side by side, in any of their forms; −1 for nowhere.
 * @example placeOfPhrase(['late', 'parcel'], ['why', 'late', 'parcels']) // => 1
 */
export function placeOfPhrase(phrase: readonly string[], words: readonly string[]): number {
  return words.findIndex((_, at) =>
    phrase.every((word, next) => stem(words[at + next] ?? '') === stem(word)),
  );
}
