/** What search knows of one page. Never holds anything about a single customer. */
export interface SearchDocument {
  /** Unique over all kinds: "personas/brand-enthusiast". */
  id: string;
  url: string;
  kind: 'persona' | 'insight' | 'kpi' | 'page';
  title: string;
  /** The page's words, as text. */
  text: string;
  /** Synonyms, tags, names: other words that people type. */
  keywords: string[];
}

/** First letter and the one after the last, as `String.slice` takes them. */
export type TextRange = readonly [start: number, end: number];

/** One result. Matches are ranges, not markup: what came out of an export stays text. */
export interface SearchHit {
  id: string;
  url: string;
  kind: SearchDocument['kind'];
  title: string;
  titleMarks: TextRange[];
  /** The part of the text that matched, or its beginning. */
  snippet: string;
  snippetMarks: TextRange[];
  score: number;
}

/** /search-index.json */
export interface SearchIndexFile {
  index: object;
  documents: SearchDocument[];
}
