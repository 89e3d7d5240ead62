import type { SearchDocument, SearchKind } from './search-document.ts';

/** The fields of a document that are searched; a field's place here is its number in the files. */
export const SEARCH_FIELDS = ['title', 'keywords', 'text'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** /search-index.json: all that is loaded with the first letter. It says which other files hold what. */
export interface SearchManifest {
  /** Digest of all files; each of them repeats it, so that files of two releases are never mixed. */
  version: string;
  /** Documents, numbered from 0 by id. */
  count: number;
  /** First letters of the first term of each /search/terms-N.json, ascending: see `termsFileOf`. */
  terms: readonly string[];
  /** Lengths for which there is a /search/words-N.json. */
  words: readonly number[];
  /** First document of each /search/pages-N.json. */
  pages: readonly number[];
  /** Column by column, one entry a document. */
  columns: FacetColumns;
  /** What the numbers in the columns stand for. */
  values: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** Another name of a page, as its words are compared → the words of its title: "aov" → "average order value". */
  synonyms: Readonly<Record<string, string>>;
  /** Everyday words that mean much the same, as they are compared: ["parcel", "package"], ["return", "send back"]. */
  alike: readonly (readonly string[])[];
  /** How questions about a kind of page begin, as they are compared: { persona: ["who"], kpi: ["how many"] }. */
  asks: Readonly<Partial<Record<SearchKind, readonly string[]>>>;
}

/** A value of a facet: its id, and its name as people read it. */
export interface FacetValue {
  id: string;
  name: string;
}

/** For each document the number of its value, or of its values. */
export type FacetColumns = Readonly<Record<FacetName, readonly (number | readonly number[])[]>>;

export const FACET_NAMES = ['kind', 'persona', 'kpi', 'grade', 'year'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** What the results are narrowed to: per facet the ids of which one must hold; an absent or empty one narrows nothing. */
export type FacetFilter = Partial<Readonly<Record<FacetName, readonly string[]>>>;

/** /search/terms-N.json: the postings of neighbouring terms. */
export interface TermsFile {
  version: string;
  terms: readonly TermEntry[];
}

/**
 * A stem, the words of the texts that have it (space between), in how many fields of documents it stands, and its
 * postings in each field that holds it. Of a word that very many texts hold, only those are listed where it weighs most.
 */
export type TermEntry = readonly [
  stem: string,
  words: string,
  held: number,
  ...postings: FieldPostings[],
];

/**
 * Where one field holds a term: steps from one document number to the next, and for each document how much the term
 * weighs there, as one digit of base 36 between nothing and the scale.
 */
export type FieldPostings = readonly [
  field: number,
  scale: number,
  steps: readonly number[],
  levels: string,
];

/** /search/words-N.json: all words of N letters that some text holds, ascending, with a space between. */
export interface WordsFile {
  version: string;
  words: string;
}

/** /search/pages-N.json: what hits are shown from. */
export interface PagesFile {
  version: string;
  pages: readonly SearchPage[];
}

export type SearchPage = Pick<SearchDocument, 'id' | 'url' | 'kind' | 'title' | 'name' | 'text'>;

export const MANIFEST_PATH = 'search-index.json';
export const termsPath = (file: number): string => `search/terms-${file}.json`;
export const wordsPath = (length: number): string => `search/words-${length}.json`;
export const pagesPath = (file: number): string => `search/pages-${file}.json`;

/**
 * Terms that share their first letters stand in one file: a word, its forms and its longer neighbours.
 * @example sharedLetters('return') // => 'ret'
 */
export function sharedLetters(term: string): string {
  return term.slice(0, 3);
}

/**
 * Terms file of – the number of the file that holds the terms with these first letters.
 * Definition: the last file that does not begin after them.
 * @example termsFileOf(['a', 'fit', 'ret'], 'return') // => 2
 */
export function termsFileOf(firsts: readonly string[], term: string): number {
  const letters = sharedLetters(term);
  return Math.max(
    0,
    firsts.findLastIndex((first) => first <= letters),
  );
}
