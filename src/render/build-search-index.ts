import { searchIndex } from '#core/search/search-index.ts';
import type { SearchDocument, SearchIndexFile } from '#core/search/search-document.ts';

/** What /search-index.json holds: the finished index, and the documents that its hits are shown from. */
export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndexFile {
  // By id, so that the file's bytes do not depend on the order of a folder.
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find((document, at) => document.id === sorted[at + 1]?.id);
  if (twice) {
    throw new TypeError(`Cannot build the search index: two documents have the id "${twice.id}"`);
  }
  return { index: searchIndex(sorted).toJSON(), documents: sorted };
}
