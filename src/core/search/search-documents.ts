import lunr from 'lunr';
import { type Matcher, mayBeMistyped, wordMatcher } from './word-matcher.ts';
import { markRanges, snippetOf } from './search-snippet.ts';
import type { SearchDocument, SearchHit } from './search-document.ts';
import { searchWords, stem } from './search-words.ts';
import { meaningfulWords } from './stop-words.ts';

/** More words than a person types; a pasted page must not stall the browser. */
const MOST_WORDS = 12;

/**
 * Searches – pages that hold the words of a query, best first.
 * Definition: each word counts as written, by its stem, and as the beginning of a longer word, in falling order; only
 * where no page holds it in any of these ways, with one typo (from four letters on). Pages that hold more of the words come first, then lunr's score (BM25), then the id.
 * Pages that hold fewer than half of the words are left out.
 * Empty case: a query without letters or digits finds nothing; no query throws.
 */
export function searchDocuments(
  index: lunr.Index,
  documents: readonly SearchDocument[],
  query: string,
  limit = 20,
): SearchHit[] {
  const written = searchWords(query).map(({ word }) => word);
  const words = meaningfulWords([...new Set(written)]).slice(0, MOST_WORDS);
  const found = new Map<string, { words: number; score: number }>();
  const mistyped = new Set<string>();
  for (const word of words) {
    const asWritten = searchAsWritten(index, word);
    if (asWritten.length === 0) mistyped.add(word);
    for (const { ref, score } of mistyped.has(word) ? searchMistyped(index, word) : asWritten) {
      const before = found.get(ref) ?? { words: 0, score: 0 };
      found.set(ref, { words: before.words + 1, score: before.score + score });
    }
  }
  const matches = wordMatcher(words, mistyped);
  return documents
    .flatMap((document) => {
      const match = found.get(document.id);
      return match && match.words * 2 >= words.length ? [{ document, ...match }] : [];
    })
    .sort(
      (a, b) => b.words - a.words || b.score - a.score || (a.document.id < b.document.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ document, score }) => hit(document, score, matches));
}

/** The query is put together clause by clause: lunr's query language would read "title:" or "-" as commands. */
function searchAsWritten(index: lunr.Index, word: string): lunr.Index.Result[] {
  return index.query((query) => {
    query.term(word, { usePipeline: false, boost: 12 });
    query.term(stem(word), { usePipeline: false, boost: 8 });
    if (word.length > 1) {
      query.term(word, {
        usePipeline: false,
        boost: 3,
        wildcard: lunr.Query.wildcard.TRAILING,
      });
    }
  });
}

function searchMistyped(index: lunr.Index, word: string): lunr.Index.Result[] {
  if (!mayBeMistyped(word)) return [];
  return index.query((query) => {
    query.term(word, { usePipeline: false, editDistance: 1 });
  });
}

function hit(
  { id, url, kind, title, text }: SearchDocument,
  score: number,
  matches: Matcher,
): SearchHit {
  const { snippet, snippetMarks } = snippetOf(text, matches);
  return {
    id,
    url,
    kind,
    title,
    titleMarks: markRanges(title, matches),
    snippet,
    snippetMarks,
    score,
  };
}
