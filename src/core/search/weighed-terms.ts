import { rarityOf } from './rarity.ts';
import type { SearchDocument, SearchKind } from './search-document.ts';
import { SEARCH_FIELDS, type SearchField } from './search-files.ts';
import { stem } from './search-words.ts';

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

/** What nobody has written yet comes after what somebody has, whatever its title. */
const DRAFT_BOOST = 0.2;

/** How soon more of a word adds nothing, and how much a long text counts against it: BM25's parameters, as lunr sets them. */
const SATURATION = 1.2;
const LENGTH = 0.75;

/** What a term weighs in a field of a document. */
export interface Posting {
  /** Its number. */
  document: number;
  weight: number;
}

interface Counted {
  document: number;
  /** How many times the field holds the term. */
  times: number;
}

/**
 * Weighed terms – what each stem weighs in each field of each document, as lunr's builder weighs it.
 * Definition: BM25 a field, times what the field and the kind of document count, drafts less; to three decimals.
 * Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); lunr 2.3.9, whose
 * builder takes three times as long, since it also keeps positions and a set for wildcards, which no file holds.
 * Empty case: no documents have no terms.
 *
 * @param fields `fieldWords` of each document
 * @returns by stem its postings by field, each in the order of the documents
 * @example [...weighedTerms([{ kind: 'page' }], [{ title: ['late', 'parcels'], keywords: [], text: [] }]).keys()] // => ['late', 'parcel']
 */
export function weighedTerms(
  documents: readonly Pick<SearchDocument, 'kind' | 'isDraft'>[],
  fields: readonly Readonly<Record<SearchField, readonly string[]>>[],
): Map<string, Posting[][]> {
  const terms = new Map<string, Counted[][]>();
  fields.forEach((words, document) => {
    SEARCH_FIELDS.forEach((field, at) => {
      for (const [term, times] of timesOf(words[field])) {
        let counted = terms.get(term);
        if (!counted) terms.set(term, (counted = SEARCH_FIELDS.map(() => [])));
        counted[at]?.push({ document, times });
      }
    });
  });
  const averages = SEARCH_FIELDS.map(
    (field) => fields.reduce((sum, words) => sum + words[field].length, 0) / fields.length,
  );
  const boostOf = (document: number): number => {
    const { kind = 'page', isDraft = false } = documents[document] ?? {};
    return KIND_BOOST[kind] * (isDraft ? DRAFT_BOOST : 1);
  };
  const weigh = ({ document, times }: Counted, at: number, rarity: number): Posting => {
    const field = SEARCH_FIELDS[at] ?? 'text';
    const length = (fields[document]?.[field].length ?? 0) / (averages[at] ?? 1);
    const share =
      (rarity * ((SATURATION + 1) * times)) / (SATURATION * (1 - LENGTH + LENGTH * length) + times);
    const weight = share * BOOST[field] * boostOf(document);
    return { document, weight: Math.round(weight * 1000) / 1000 };
  };
  return new Map(
    [...terms].map(([term, counted]) => {
      const rarity = rarityOf(
        counted.reduce((sum, some) => sum + some.length, 0),
        fields.length,
      );
      return [term, counted.map((some, at) => some.map((one) => weigh(one, at, rarity)))];
    }),
  );
}

function timesOf(words: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of words) {
    const term = stem(word);
    times.set(term, (times.get(term) ?? 0) + 1);
  }
  return times;
}
