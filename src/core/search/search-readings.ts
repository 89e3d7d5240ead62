import { meaningfulWords } from './stop-words.ts';
import { joinedWords, searchWords } from './search-words.ts';

/** More words than a person types; a pasted page must not stall the browser. */
const MOST_WORDS = 12;

/**
 * Readings of a query – its words as they stand, and once more for each other name of a KPI and each hyphen in it.
 * Definition: of the meaningful words the first twelve; "AOV of gifts" is also read as "average order value of gifts",
 * "clear-out" also as "clearout".
 * Empty case: a query without letters or digits has one reading without words.
 * @example readingsOf('the AOV', { aov: 'average order value' }) // => [['aov'], ['average', 'order', 'value']]
 */
export function readingsOf(query: string, synonyms: Readonly<Record<string, string>>): string[][] {
  const words = searchWords(query.slice(0, 1000)).map(({ word }) => word);
  const joined = joinedWords(query.slice(0, 1000));
  const readings = [
    words,
    ...Object.keys(synonyms).flatMap((name) => {
      const at = placeOf(name.split(' '), words);
      if (at < 0) return [];
      const title = searchWords(synonyms[name] ?? '').map(({ word }) => word);
      return [words.toSpliced(at, name.split(' ').length, ...title)];
    }),
    ...joined.map(({ word, at }) => words.toSpliced(at, 2, word)),
  ];
  return readings.map((reading) => meaningfulWords([...new Set(reading)]).slice(0, MOST_WORDS));
}

function placeOf(part: readonly string[], words: readonly string[]): number {
  return words.findIndex((_, at) => part.every((word, next) => words[at + next] === word));
}
