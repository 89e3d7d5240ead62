/** What a document of the search is about; results are grouped by it, in the order of their best hit. */
export const SEARCH_KINDS = [
  'persona',
  'insight',
  'kpi',
  'voice',
  'fact',
  'chart',
  'page',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What search knows of one page, or of one part of it. Never holds anything about a single customer. */
export interface SearchDocument {
  /** Unique over all kinds: "personas/brand-enthusiast". */
  id: string;
  /** Relative to the site. Parts have the address of their page. */
  url: string;
  kind: SearchKind;
  title: string;
  /** What the page is called, where its title says more: that it is a draft. */
  name?: string;
  /** The page's words, as text. */
  text: string;
  /** Synonyms, tags, names: other words that people type. */
  keywords: string[];
  /** Nobody has written it yet: it comes after what somebody has. */
  isDraft?: boolean;
  /** What the results can be narrowed to; a document without one of these is in none of its values. */
  facets?: SearchFacets;
}

/** Ids, not names; names are in the manifest. */
export interface SearchFacets {
  personas?: readonly string[];
  kpis?: readonly string[];
  /** Evidence grade of a learning: "A". */
  grade?: string;
  /** Of the learning: "2026". */
  year?: string;
}

/** First letter and the one after the last, as `String.slice` takes them. */
export type TextRange = readonly [start: number, end: number];

/** One result. Matches are ranges, not markup: what came out of an export stays text. */
export interface SearchHit {
  id: string;
  url: string;
  kind: SearchKind;
  title: string;
  titleMarks: TextRange[];
  /** The part of the text that matched, or its beginning. */
  snippet: string;
  snippetMarks: TextRange[];
  score: number;
}
