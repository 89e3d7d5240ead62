import { isStopWord, meaningfulWords } from './stop-words.ts';
import { joinedWords, searchWords } from './search-words.ts';
import { phrasesAsWords, placeOfPhrase, type AlikeGroups } from './words-alike.ts';

/** More words and letters than a person types; a pasted page must not stall the browser. */
const MOST_WORDS = 12;
const MOST_LETTERS = 1000;

/** One way to understand a query. */
export interface Reading {
  words: readonly string[];
  /** It stands for a title: a page that holds but one word of it is not meant. */
  isTitle: boolean;
}

/**
 * Readings of a query – its words as they stand, and once more for each other way to say them.
 * Definition: of the meaningful words the first twelve; "AOV of gifts" is also read as "average order value of gifts",
 * "send back" as the word that stands for its group, "clear-out" as "clearout".
 * Empty case: a query without letters or digits has one reading without words.
 * @example readingsOf('the AOV', { synonyms: { aov: 'order value' }, alike: [] }).map(({ words }) => words) // => [['aov'], ['order', 'value']]
 */
export function readingsOf(
  query: string,
  { synonyms, alike }: { synonyms: Readonly<Record<string, string>>; alike: AlikeGroups },
): Reading[] {
  const typed = wholeWords(query);
  const words = searchWords(typed).map(({ word }) => word);
  const joined = joinedWords(typed);
  const phrased = phrasesAsWords(words, alike);
  const said = phrased ? [words, phrased] : [words];
  return [
    ...said.map((some) => reading(some, false)),
    ...said.flatMap((some) => withTitles(some, synonyms)).map((some) => reading(some, true)),
    ...joined.map(({ word, at }) => reading(words.toSpliced(at, 2, word), true)),
  ];
}

/** A word that is cut would be another one. */
function wholeWords(query: string): string {
  return query.length > MOST_LETTERS ? query.slice(0, MOST_LETTERS).replace(/\S+$/, '') : query;
}

function reading(words: readonly string[], isTitle: boolean): Reading {
  return { words: meaningfulWords([...new Set(words)]).slice(0, MOST_WORDS), isTitle };
}

/** The words with the title of a page in the place of each other name that it has, whatever stands between: "spend the most". */
function withTitles(
  words: readonly string[],
  synonyms: Readonly<Record<string, string>>,
): string[][] {
  const said = words.filter((word) => !isStopWord(word));
  return Object.entries(synonyms).flatMap(([name, title]) => {
    const phrase = name.split(' ').filter((word) => !isStopWord(word));
    const at = phrase.length === 0 ? -1 : placeOfPhrase(phrase, said);
    if (at < 0) return [];
    return [said.toSpliced(at, phrase.length, ...searchWords(title).map(({ word }) => word))];
  });
}
