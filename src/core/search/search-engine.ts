import { closeness, saysWordForWord } from './closeness.ts';
import { facetCounts, narrowed, type FacetCounts } from './search-facets.ts';
import { bestScores } from './page-scores.ts';
import {
  MANIFEST_PATH,
  pagesPath,
  termsFileOf,
  termsPath,
  wordsPath,
  type FacetFilter,
  type PagesFile,
  type SearchManifest,
  type SearchPage,
  type TermEntry,
  type TermsFile,
  type WordsFile,
} from './search-files.ts';
import { markRanges, snippetOf } from './search-snippet.ts';
import type { SearchHit, SearchKind } from './search-document.ts';
import { readingsOf } from './search-readings.ts';
import { searchWords, stem, type SearchWord } from './search-words.ts';
import { saysSomething } from './stop-words.ts';
import { isOneTypoApart, mayBeMistyped, wordMatcher, type Matcher } from './word-matcher.ts';
import { wordMeaning, type WordMeaning } from './word-meaning.ts';
import { placeOfPhrase, wordsAlike } from './words-alike.ts';

/** Files of terms that one word may need: two letters are the beginning of too many words. */
const MOST_FILES = 3;
/** How much more a page counts that is of the kind that is asked for, a Portrait for "who": more than a title beside a text. */
const ASKED_KIND = 10;
/** How much more a page counts that has the words side by side, and one that has the query as it stands. */
const CLOSENESS = 1.5;
const WORD_FOR_WORD = 2;

/** Reads one of the search's files by its path relative to the site. */
export type LoadSearchFile = (path: string, version?: string) => Promise<unknown>;

/** What is asked: words, what the results are narrowed to, and how many of a kind are shown. */
export interface SearchRequest {
  query: string;
  filter?: FacetFilter;
  /** Hits of each kind. */
  limit?: number;
}

export interface SearchGroup {
  kind: SearchKind;
  /** Hits of this kind; `hits` may show fewer. */
  total: number;
  hits: SearchHit[];
}

export interface SearchAnswer {
  total: number;
  /** By their best hit. */
  groups: SearchGroup[];
  facets: FacetCounts;
}

/** Thrown where a file belongs to another release than the manifest: the site was published in between. */
export class SearchFilesChanged extends Error {}

/**
 * Searches the files of one release. What was loaded once is kept; a query that fails to load can be asked again.
 *
 * Each word of a query counts in any of its forms, the last one and those that no page holds also as the beginning of
 * longer words; where no page holds it so, with one typo (from four letters on). Other words that mean much the same count a little less than the word itself,
 * and words that say little ("people") not at all beside others. A document's score is the sum of what lunr (BM25) gives it for each word, and
 * less the more of the query it leaves out, rare words counting more. A KPI's other names stand for its title.
 * Empty case: a query without letters or digits finds nothing.
 */
export class SearchEngine {
  readonly #load: LoadSearchFile;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #words = new WeakMap<SearchPage, PageWords>();
  #manifest: Promise<SearchManifest> | undefined;

  constructor(load: LoadSearchFile) {
    this.#load = load;
  }

  async search({ query, filter = {}, limit = 5 }: SearchRequest): Promise<SearchAnswer> {
    const manifest = await this.#readManifest();
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
    const groups = new Map<SearchKind, number[]>();
    for (const document of shown) {
      const kind = kindOf(document, manifest);
      const group = groups.get(kind);
      if (group) group.push(document);
      else groups.set(kind, [document]);
    }
    const shownGroups = await Promise.all(
      [...groups].map(async ([kind, documents]): Promise<SearchGroup> => {
        const hits = await Promise.all(
          documents.slice(0, limit).map(async (document) => {
            const page = await this.#page(document, manifest);
            return hit(page, this.#wordsOf(page), scores.get(document) ?? 0, {
              asked,
              words: words.length,
              matches,
            });
          }),
        );
        return { kind, total: documents.length, hits: hits.sort(byScore) };
      }),
    );
    return {
      total: shown.length,
      groups: shownGroups.sort(({ hits: [one] }, { hits: [other] }) =>
        one && other ? byScore(one, other) : 0,
      ),
      facets: facetCounts([...scores.keys()], filter, manifest),
    };
  }

  async #readManifest(): Promise<SearchManifest> {
    this.#manifest ??= this.#load(MANIFEST_PATH) as Promise<SearchManifest>;
    try {
      return await this.#manifest;
    } catch (error) {
      this.#manifest = undefined;
      throw error;
    }
  }

  async #read<File extends { version: string }>(path: string): Promise<File> {
    const { version } = await this.#readManifest();
    let file = this.#files.get(path) as Promise<File> | undefined;
    if (file === undefined) {
      file = this.#load(path, version) as Promise<File>;
      this.#files.set(path, file);
    }
    try {
      const read = await file;
      if (read.version !== version) throw new SearchFilesChanged(path);
      return read;
    } catch (error) {
      this.#files.delete(path);
      if (error instanceof SearchFilesChanged) {
        this.#files.clear();
        this.#manifest = undefined;
      }
      throw error;
    }
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
    const entries = await this.#entries(
      [...filesOf(word, manifest), ...alike.map((one) => termsFileOf(manifest.terms, stem(one)))],
      manifest,
    );
    const meaning = wordMeaning(word, entries, { alike, neighbours: [], isLast }, manifest.count);
    if (meaning || !mayBeMistyped(word)) return meaning;
    const lengths = manifest.words.filter((length) => Math.abs(length - word.length) <= 1);
    const lists = await Promise.all(
      lengths.map((length) => this.#read<WordsFile>(wordsPath(length))),
    );
    const near = lists
      .flatMap(({ words }) => words.split(' '))
      .filter((known) => isOneTypoApart(word, known));
    const files = near.flatMap((known) => filesOf(known, manifest));
    return wordMeaning(
      word,
      await this.#entries(files, manifest),
      { alike, neighbours: near, isLast },
      manifest.count,
    );
  }

  async #entries(files: readonly number[], manifest: SearchManifest): Promise<TermEntry[]> {
    if (manifest.terms.length === 0) return [];
    const read = await Promise.all(
      [...new Set(files)].map((file) => this.#read<TermsFile>(termsPath(file))),
    );
    return read.flatMap(({ terms }) => terms);
  }

  /** Cut once: as somebody types, the same pages are found again and again. */
  #wordsOf(page: SearchPage): PageWords {
    const before = this.#words.get(page);
    if (before) return before;
    const words = { title: searchWords(page.title), text: searchWords(page.text) };
    this.#words.set(page, words);
    return words;
  }

  async #page(document: number, manifest: SearchManifest): Promise<SearchPage> {
    const file = manifest.pages.findLastIndex((first) => first <= document);
    const { pages } = await this.#read<PagesFile>(pagesPath(file));
    const page = pages[document - (manifest.pages[file] ?? 0)];
    if (page === undefined) throw new SearchFilesChanged(pagesPath(file));
    return page;
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

function byScore(one: SearchHit, other: SearchHit): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}

function kindOf(document: number, { columns, values }: SearchManifest): SearchKind {
  const number = columns.kind[document];
  return values.kind[Number(number)]?.id as SearchKind;
}

/** A page's words, title and text apart. */
interface PageWords {
  title: readonly SearchWord[];
  text: readonly SearchWord[];
}

/** What a hit is judged and marked by: the query's words as they stand, how many of all readings, and their matches. */
interface Asked {
  asked: readonly string[];
  words: number;
  matches: Matcher;
}

function hit(
  { id, url, kind, title, text }: SearchPage,
  page: PageWords,
  weight: number,
  { asked, words, matches }: Asked,
): SearchHit {
  const { snippet, snippetMarks } = snippetOf(text, page.text, matches);
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
    score: near * weight,
  };
}
