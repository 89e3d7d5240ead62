import { facetCounts, narrowed, type FacetCounts } from './search-facets.ts';
import { bestScores } from './page-scores.ts';
import {
  termsFileOf,
  type FacetFilter,
  type SearchManifest,
  type SearchPage,
} from './search-files.ts';
import type { SearchHit, SearchKind } from './search-document.ts';
import { byScore, searchHit, type PageWords } from './search-hit.ts';
import { SearchReader, type LoadSearchFile } from './search-reader.ts';
import { readingsOf } from './search-readings.ts';
import { searchWords, stem } from './search-words.ts';
import { saysSomething } from './stop-words.ts';
import { isTypoOf, mayBeMistyped, wordMatcher } from './word-matcher.ts';
import { wordMeaning, type WordMeaning } from './word-meaning.ts';
import { placeOfPhrase, wordsAlike } from './words-alike.ts';

/** Files of terms that one word may need: two letters are the beginning of too many words. */
const MOST_FILES = 3;
/** How much more a page counts that is of the kind that is asked for, a Portrait for "who": more than a title beside a text. */
const ASKED_KIND = 10;

/** What is asked: words, what the results are narrowed to, and how many of a kind are shown. */
export interface SearchRequest {
  query: string;
  filter?: FacetFilter;
  /** Hits of each kind. */
  limit?: number;
}

/** The hits of one kind. */
export interface SearchGroup {
  kind: SearchKind;
  /** Hits of this kind; `hits` may show fewer. */
  total: number;
  hits: SearchHit[];
}

/** What a query finds. */
export interface SearchAnswer {
  total: number;
  /** By their best hit. */
  groups: SearchGroup[];
  facets: FacetCounts;
}

/**
 * Searches the files of one release; a query that fails to load can be asked again.
 *
 * Each word of a query counts in any of its forms, the last one and those (from four letters on) that no page holds also as the
 * beginning of longer words; where no page holds it so, with one typo, unless more is known nowhere. Other
 * words that mean much the same count less than the word itself, and words that say little ("people") not at all beside
 * others. A document's score is the sum of what lunr (BM25) gives it for each word, and less the more of the query it
 * leaves out, rare words counting more. The other names of a KPI and of a Portrait stand for its title.
 * Empty case: a query without letters or digits, and one of which hardly a word is known, finds nothing.
 */
export class SearchEngine {
  readonly #reader: SearchReader;
  readonly #words = new WeakMap<SearchPage, PageWords>();

  constructor(load: LoadSearchFile) {
    this.#reader = new SearchReader(load);
  }

  async search({ query, filter = {}, limit = 5 }: SearchRequest): Promise<SearchAnswer> {
    const manifest = await this.#reader.manifest();
    const asked = searchWords(query).map(({ word }) => word);
    const readings = readingsOf(query, manifest);
    const words = [...new Set(readings.flatMap((reading) => reading.words))];
    const meanings = await this.#meanings(words, asked.at(-1), manifest);
    const scores = bestScores(readings, meanings);
    const kinds = kindsAsked(asked, manifest);
    for (const [document, score] of scores) {
      if (kinds.has(kindOf(document, manifest))) scores.set(document, ASKED_KIND * score);
    }
    const shown = narrowed([...scores.keys()], filter, manifest);
    shown.sort((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0) || one - other);
    const matches = wordMatcher(
      words.map((word) => ({
        word,
        alike: wordsAlike(word, manifest.alike),
        isBeginning: meanings.get(word)?.isBeginning ?? false,
        isMistyped: meanings.get(word)?.isMistyped ?? false,
      })),
    );
    const hitOf = async (document: number): Promise<SearchHit> => {
      const page = await this.#reader.page(document, manifest);
      const weight = scores.get(document) ?? 0;
      return searchHit(page, this.#wordsOf(page), weight, { asked, words: words.length, matches });
    };
    const groups = await Promise.all(
      [...byKind(shown, manifest)].map(async ([kind, documents]): Promise<SearchGroup> => {
        const hits = await Promise.all(documents.slice(0, limit).map(hitOf));
        return { kind, total: documents.length, hits: hits.sort(byScore) };
      }),
    );
    return {
      total: shown.length,
      groups: groups.sort(({ hits: [one] }, { hits: [other] }) =>
        one && other ? byScore(one, other) : 0,
      ),
      facets: facetCounts([...scores.keys()], filter, manifest),
    };
  }

  async #meanings(
    words: readonly string[],
    last: string | undefined,
    manifest: SearchManifest,
  ): Promise<Map<string, WordMeaning>> {
    const found = await Promise.all(
      words.map((word) => this.#meaning(word, word === last, manifest)),
    );
    return new Map(found.flatMap((meaning) => (meaning ? [[meaning.word, meaning] as const] : [])));
  }

  /** What a word stands for; the lists of words are only loaded where it is written nowhere. */
  async #meaning(
    word: string,
    isLast: boolean,
    manifest: SearchManifest,
  ): Promise<WordMeaning | null> {
    const alike = wordsAlike(word, manifest.alike);
    const entries = await this.#reader.entries([
      ...filesOf(word, manifest),
      ...alike.map((one) => termsFileOf(manifest.terms, stem(one))),
    ]);
    const meaning = wordMeaning(word, entries, { alike, neighbours: [], isLast }, manifest.count);
    if (meaning || !mayBeMistyped(word)) return meaning;
    const lengths = manifest.words.filter((length) => Math.abs(length - word.length) <= 1);
    const near = (await this.#reader.words(lengths)).filter((known) => isTypoOf(word, known));
    const nearEntries = await this.#reader.entries(
      near.flatMap((known) => filesOf(known, manifest)),
    );
    return wordMeaning(word, nearEntries, { alike, neighbours: near, isLast }, manifest.count);
  }

  /** Cut once: as somebody types, the same pages are found again and again. */
  #wordsOf(page: SearchPage): PageWords {
    const before = this.#words.get(page);
    if (before) return before;
    const words = { title: searchWords(page.title), text: searchWords(page.text) };
    this.#words.set(page, words);
    return words;
  }
}

/** The files that may hold forms of a word, or words that it is the beginning of. */
function filesOf(word: string, { terms }: SearchManifest): number[] {
  const first = termsFileOf(terms, word);
  const last = word.length < 3 ? termsFileOf(terms, `${word}\uffff`) : first;
  const files = Array.from(
    { length: Math.min(last - first + 1, MOST_FILES) },
    (_, at) => first + at,
  );
  return [...new Set([...files, termsFileOf(terms, stem(word))])];
}

/** The kinds of page that a question asks for by its words; "who are our customers" asks for all of them. */
function kindsAsked(words: readonly string[], { asks }: SearchManifest): ReadonlySet<SearchKind> {
  if (!saysSomething(words)) return new Set();
  const kinds = Object.keys(asks) as SearchKind[];
  return new Set(
    kinds.filter((kind) => asks[kind]?.some((one) => placeOfPhrase(one.split(' '), words) >= 0)),
  );
}

function byKind(documents: readonly number[], manifest: SearchManifest): Map<SearchKind, number[]> {
  const groups = new Map<SearchKind, number[]>();
  for (const document of documents) {
    const kind = kindOf(document, manifest);
    const group = groups.get(kind);
    if (group) group.push(document);
    else groups.set(kind, [document]);
  }
  return groups;
}

function kindOf(document: number, { columns, values }: SearchManifest): SearchKind {
  const number = columns.kind[document];
  return values.kind[Number(number)]?.id as SearchKind;
}
