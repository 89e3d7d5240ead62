import { closeness, saysWordForWord } from './closeness.ts';
import type { SearchHit } from './search-document.ts';
import type { SearchPage } from './search-files.ts';
import { markRanges, snippetOf } from './search-snippet.ts';
import { searchWords, type SearchWord } from './search-words.ts';
import type { Matcher } from './word-matcher.ts';

/** How much more a page counts that has the words side by side, and one that has the query as it stands. */
const CLOSENESS = 1.5;
const WORD_FOR_WORD = 2;
/** A page that is called as the query says is the one that is looked for, written yet or not. */
const CALLED_SO = 100;

/** A page's words, title and text apart. */
export interface PageWords {
  title: readonly SearchWord[];
  text: readonly SearchWord[];
}

/** What a hit is judged and marked by: the query's words as they stand, how many of all readings, and their matches. */
export interface Asked {
  asked: readonly string[];
  words: number;
  matches: Matcher;
}

/**
 * Search hit – a page as a result: marked where it matched, and weighed once more by how its words stand together.
 * Definition: weight × (1 + 1.5 × closeness + 2 where it has the query word for word), a hundred times that where it is its name.
 * Source: this portal; the numbers are chosen by the questions of `tests/search`.
 * Empty case: without a match its snippet is the text's beginning, and nothing is marked.
 * @example searchHit({ id: 'a', url: 'a/', kind: 'page', title: 'Late', text: '' }, { title: [{ word: 'late', start: 0, end: 4 }], text: [] }, 2, { asked: ['late'], words: 1, matches: () => 0 }).score // => 200
 */
export function searchHit(
  { id, url, kind, title, name, text }: SearchPage,
  page: PageWords,
  weight: number,
  { asked, words, matches }: Asked,
): SearchHit {
  const { snippet, snippetMarks } = snippetOf(text, page.text, page.title, matches);
  const all = [...page.title, ...page.text].map(({ word }) => word);
  const near =
    1 +
    CLOSENESS * closeness(all, words, matches) +
    (saysWordForWord(all, asked) ? WORD_FOR_WORD : 0);
  return {
    id,
    url,
    kind,
    title,
    titleMarks: markRanges(page.title, matches),
    snippet,
    snippetMarks,
    score:
      near *
      weight *
      (isCalled(name === undefined ? page.title : searchWords(name), asked) ? CALLED_SO : 1),
  };
}

function isCalled(name: readonly SearchWord[], asked: readonly string[]): boolean {
  return name.length === asked.length && name.every(({ word }, at) => word === asked[at]);
}

/**
 * By score – the order of hits: the best first, of equal ones by id.
 * @example byScore({ id: 'a', score: 1 }, { id: 'b', score: 2 }) // => 1
 */
export function byScore(
  one: Pick<SearchHit, 'id' | 'score'>,
  other: Pick<SearchHit, 'id' | 'score'>,
): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}
