import type { TextRange } from './search-document.ts';
import type { SearchWord } from './search-words.ts';
import type { Matcher } from './word-matcher.ts';

const LENGTH = 170;
const BEFORE = 50;

/**
 * Where a text, cut into its words, holds words of the query.
 * @example markRanges([{ word: 'late', start: 0, end: 4 }, { word: 'parcels', start: 5, end: 12 }], (word) => (word === 'parcels' ? 0 : -1)) // => [[5, 12]]
 */
export function markRanges(words: readonly SearchWord[], matches: Matcher): TextRange[] {
  return words.flatMap(({ word, start, end }): TextRange[] =>
    matches(word) < 0 ? [] : [[start, end]],
  );
}

/**
 * Snippet – the part of a text that holds the most words of the query, cut at words, with an ellipsis where text is left out.
 * Definition: the most different words that the title does not say already, then the most matches.
 * Empty case: without a match it is the text's beginning.
 * @example snippetOf('Late parcels', [{ word: 'late', start: 0, end: 4 }, { word: 'parcels', start: 5, end: 12 }], [], (word) => (word === 'parcels' ? 0 : -1)) // => { snippet: 'Late parcels', snippetMarks: [[5, 12]] }
 */
export function snippetOf(
  text: string,
  words: readonly SearchWord[],
  title: readonly SearchWord[],
  matches: Matcher,
): { snippet: string; snippetMarks: TextRange[] } {
  const marks = markRanges(words, matches);
  const said = new Set(title.map(({ word }) => matches(word)));
  const from = startOf(
    text,
    words.flatMap(({ word, start, end }): Match[] => {
      const wanted = matches(word);
      return wanted < 0 ? [] : [{ start, end, wanted, isNew: !said.has(wanted) }];
    }),
  );
  const to = endOf(text, from);
  const head = from > 0 ? '… ' : '';
  const tail = to < text.length ? ' …' : '';
  const shift = head.length - from;
  return {
    snippet: `${head}${text.slice(from, to)}${tail}`,
    snippetMarks: marks.flatMap(([start, end]): TextRange[] =>
      start >= from && end <= to ? [[start + shift, end + shift]] : [],
    ),
  };
}

/** A word of the query in a text. */
interface Match {
  start: number;
  end: number;
  /** Which one of the query's. */
  wanted: number;
  /** The title does not say it. */
  isNew: boolean;
}

function startOf(text: string, matches: readonly Match[]): number {
  let best = { start: 0, words: 0, matches: 0 };
  for (const { start } of matches) {
    const near = matches.filter(
      (other) => other.start >= start && other.end <= start + LENGTH - BEFORE,
    );
    const words = new Set(near.flatMap(({ wanted, isNew }) => (isNew ? wanted : []))).size;
    if (words > best.words || (words === best.words && near.length > best.matches)) {
      best = { start, words, matches: near.length };
    }
  }
  if (best.start <= BEFORE) return 0;
  const space = text.indexOf(' ', best.start - BEFORE);
  return space >= 0 && space < best.start ? space + 1 : best.start;
}

function endOf(text: string, from: number): number {
  if (text.length <= from + LENGTH) return text.length;
  const space = text.lastIndexOf(' ', from + LENGTH);
  return space > from + LENGTH / 2 ? space : from + LENGTH;
}
