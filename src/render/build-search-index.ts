import { createHash } from 'node:crypto';
import {
  SEARCH_KINDS,
  type SearchDocument,
  type SearchKind,
} from '#core/search/search-document.ts';
import { MANIFEST_PATH, type FacetValue, type SearchManifest } from '#core/search/search-files.ts';
import { shardSearchIndex, type FileSizes } from '#core/search/shard-search-index.ts';

/** Names of what the results can be narrowed to, and other words for it. */
export interface SearchNames {
  personas: readonly FacetValue[];
  kpis: readonly FacetValue[];
  kinds: Readonly<Record<SearchKind, string>>;
  /** Another name of a KPI or a Portrait, as `searchWords` cuts it → its title. */
  synonyms: Readonly<Record<string, string>>;
  /** Groups of everyday words that mean much the same, as `searchWords` cuts them. */
  alike: readonly (readonly string[])[];
  /** How questions about a kind of page begin, cut alike: "who". */
  asks: Readonly<Partial<Record<SearchKind, readonly string[]>>>;
}

/** The files of the search by their path relative to the site; the same documents in any order give the same bytes. */
export function buildSearchIndex(
  documents: readonly SearchDocument[],
  names: SearchNames,
  sizes?: FileSizes,
): Map<string, string> {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find((document, at) => document.id === sorted[at + 1]?.id);
  if (twice) {
    throw new TypeError(`Cannot build the search index: two documents have the id "${twice.id}"`);
  }
  const { manifest, files } = shardSearchIndex(sorted, sizes);
  const values = {
    kind: SEARCH_KINDS.map((id) => ({ id, name: names.kinds[id] })),
    persona: names.personas,
    kpi: names.kpis,
    grade: valuesOf(sorted, ({ facets }) => facets?.grade),
    year: valuesOf(sorted, ({ facets }) => facets?.year).reverse(),
  };
  const numbers = (some: readonly FacetValue[], ids: readonly (string | undefined)[]): number[] =>
    ids.flatMap((id) => {
      const number = some.findIndex((value) => value.id === id);
      return number < 0 ? [] : [number];
    });
  const unversioned: Omit<SearchManifest, 'version'> = {
    ...manifest,
    values,
    columns: {
      kind: sorted.map(({ kind }) => SEARCH_KINDS.indexOf(kind)),
      persona: sorted.map(({ facets }) => numbers(values.persona, facets?.personas ?? [])),
      kpi: sorted.map(({ facets }) => numbers(values.kpi, facets?.kpis ?? [])),
      grade: sorted.map(({ facets }) => numbers(values.grade, [facets?.grade])),
      year: sorted.map(({ facets }) => numbers(values.year, [facets?.year])),
    },
    synonyms: names.synonyms,
    alike: names.alike,
    asks: names.asks,
  };
  const texts = [[MANIFEST_PATH, unversioned] as const, ...files].map(
    ([path, file]) => [path, JSON.stringify(file)] as const,
  );
  const hash = createHash('sha256');
  for (const text of texts.flat()) hash.update(`${text.length} ${text}`);
  const version = JSON.stringify(hash.digest('hex').slice(0, 12));
  // Written once: a site has megabytes of them.
  return new Map(texts.map(([path, text]) => [path, `{"version":${version},${text.slice(1)}`]));
}

function valuesOf(
  documents: readonly SearchDocument[],
  value: (document: SearchDocument) => string | undefined,
): FacetValue[] {
  const ids = new Set(documents.flatMap((document) => value(document) ?? []));
  return [...ids].sort().map((id) => ({ id, name: id }));
}
