import lunr from 'lunr';
import type { SearchDocument, SearchKind } from './search-document.ts';
import { SEARCH_FIELDS, type SearchField } from './search-files.ts';
import { joinedWords, searchWords, stem } from './search-words.ts';
import { isStopWord } from './stop-words.ts';

/** How much a word weighs by where it stands. */
const BOOST = { title: 8, keywords: 6, text: 1 } as const;

/** A part of a page comes after the page itself, unless it alone holds what was asked. */
const KIND_BOOST: Readonly<Record<SearchKind, number>> = {
  persona: 1,
  insight: 1,
  kpi: 1,
  page: 0.8,
  voice: 0.25,
  fact: 0.25,
  chart: 0.25,
};
const PARTS: ReadonlySet<SearchKind> = new Set(['voice', 'fact', 'chart']);

/** What lunr writes of an index. */
export interface SerializedIndex {
  version: string;
  fields: string[];
  /** Field reference ("text/12") and its vector: term numbers and weights by turns. */
  fieldVectors: [fieldRef: string, vector: number[]][];
  invertedIndex: [term: string, posting: Record<string, Record<string, object>>][];
  pipeline: string[];
}

/**
 * The words of each field as they are indexed. Words that every page has are left out of the texts, where they would
 * only weigh; titles keep them. Words with a hyphen, and neighbours in a title, are there as one word as well:
 * people write "email" and "powershopper".
 */
export function fieldWords({
  kind,
  title,
  text,
  keywords,
}: SearchDocument): Record<SearchField, string[]> {
  const words = (source: string): string[] => searchWords(source).map(({ word }) => word);
  const titleWords = words(title);
  const textWords = searchWords(text);
  return {
    title: titleWords,
    keywords: [
      ...keywords.flatMap((keyword) => words(keyword)),
      ...(PARTS.has(kind)
        ? []
        : titleWords.slice(1).map((word, at) => `${titleWords[at] ?? ''}${word}`)),
    ],
    text: [
      ...textWords.map(({ word }) => word).filter((word) => !isStopWord(word)),
      ...joinedWords(text, textWords).map(({ word }) => word),
    ],
  };
}

/**
 * The index of all documents by stem, as lunr makes and weighs it (BM25 a field); its references are their numbers.
 *
 * @param fields `fieldWords` of each document
 */
export function searchIndex(
  documents: readonly Pick<SearchDocument, 'kind'>[],
  fields: readonly Record<SearchField, string[]>[],
): SerializedIndex {
  const builder = new lunr.Builder();
  // The words were cut already. The type asks for lunr's own separator, which this tokenizer does not use.
  builder.tokenizer = Object.assign(stemTokens, { separator: /\s+/ });
  builder.ref('number');
  for (const field of SEARCH_FIELDS) builder.field(field, { boost: BOOST[field] });
  documents.forEach((document, number) => {
    builder.add(
      { number: String(number), ...fields[number] },
      { boost: KIND_BOOST[document.kind] },
    );
  });
  return builder.build().toJSON() as SerializedIndex;
}

function stemTokens(words: unknown): lunr.Token[] {
  return (words as string[]).map((word) => new lunr.Token(stem(word), {}));
}
