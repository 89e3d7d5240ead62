import {
  FACET_NAMES,
  type FacetFilter,
  type FacetName,
  type SearchManifest,
} from './search-files.ts';

/** For each facet how many results each of its values has, in the values' order; values without any are left out. */
export type FacetCounts = Readonly<Record<FacetName, readonly FacetCount[]>>;

export interface FacetCount {
  id: string;
  name: string;
  count: number;
}

type Faceted = Pick<SearchManifest, 'columns' | 'values'>;

/**
 * The documents that the filter leaves.
 * @example narrowed([0, 1], { kind: ['page'] }, { columns: { kind: [0, 1], persona: [[], []], kpi: [[], []], grade: [[], []], year: [[], []] }, values: { kind: [{ id: 'kpi', name: 'KPIs' }, { id: 'page', name: 'Pages' }], persona: [], kpi: [], grade: [], year: [] } }) // => [1]
 */
export function narrowed(
  documents: readonly number[],
  filter: FacetFilter,
  manifest: Faceted,
): number[] {
  const asked = FACET_NAMES.flatMap((facet) => {
    const ids = filter[facet] ?? [];
    return ids.length > 0 ? [{ facet, wanted: numbersOf(facet, ids, manifest) }] : [];
  });
  return documents.filter((document) =>
    asked.every(({ facet, wanted }) =>
      valuesOf(facet, document, manifest).some((value) => wanted.has(value)),
    ),
  );
}

/**
 * Counted over what the other facets leave: choosing a second value of a facet widens the results.
 * @example facetCounts([0, 1], {}, { columns: { kind: [0, 1], persona: [[], []], kpi: [[], []], grade: [[], []], year: [[], []] }, values: { kind: [{ id: 'kpi', name: 'KPIs' }, { id: 'page', name: 'Pages' }], persona: [], kpi: [], grade: [], year: [] } }).kind.map(({ id, count }) => [id, count]) // => [['kpi', 1], ['page', 1]]
 */
export function facetCounts(
  documents: readonly number[],
  filter: FacetFilter,
  manifest: Faceted,
): FacetCounts {
  const countsOf = (facet: FacetName): FacetCount[] => {
    const others = narrowed(documents, { ...filter, [facet]: [] }, manifest);
    const found = new Map<number, number>();
    for (const document of others) {
      for (const value of valuesOf(facet, document, manifest)) {
        found.set(value, (found.get(value) ?? 0) + 1);
      }
    }
    const chosen = numbersOf(facet, filter[facet] ?? [], manifest);
    return manifest.values[facet].flatMap(({ id, name }, number): FacetCount[] => {
      const count = found.get(number) ?? 0;
      // What was chosen stays in sight, so that it can be taken back.
      return count > 0 || chosen.has(number) ? [{ id, name, count }] : [];
    });
  };
  return {
    kind: countsOf('kind'),
    persona: countsOf('persona'),
    kpi: countsOf('kpi'),
    grade: countsOf('grade'),
    year: countsOf('year'),
  };
}

function valuesOf(facet: FacetName, document: number, { columns }: Faceted): readonly number[] {
  const value = columns[facet][document] ?? [];
  return typeof value === 'number' ? [value] : value;
}

function numbersOf(
  facet: FacetName,
  ids: readonly string[],
  { values }: Faceted,
): ReadonlySet<number> {
  return new Set(ids.map((id) => values[facet].findIndex((value) => value.id === id)));
}
