import { wordsOf } from '#core/language/words-of.ts';
import { findingOf } from '#core/insights/finding.ts';
import type { InsightEntry } from '#data/insights.ts';
import type { Portal } from '#data/portal.ts';

/** One way to sort through the learnings, and what there is of each. */
export interface InsightFacet {
  /** Its part of the address: /insights/grade/a/. */
  id: 'kind' | 'finding' | 'grade' | 'portrait' | 'kpi' | 'year';
  /** "How sure we are". */
  label: string;
  values: InsightFacetValue[];
}

export interface InsightFacetValue {
  /** Its part of the address. */
  id: string;
  label: string;
  /** Newest first. */
  insights: InsightEntry[];
}

/** The values that each learning is filed under, by its id: "grade/a". */
export function filedIn(facets: readonly InsightFacet[]): ReadonlyMap<string, readonly string[]> {
  const filed = facets.flatMap(({ id, values }) =>
    values.flatMap((value) =>
      value.insights.map((insight) => ({ id: insight.id, value: `${id}/${value.id}` })),
    ),
  );
  return new Map(
    [...Map.groupBy(filed, ({ id }) => id)].map(([id, own]) => [id, own.map(({ value }) => value)]),
  );
}

type Filed = Pick<Portal, 'insights' | 'personas' | 'kpis' | 'formats'>;

/** Fewer learnings than this are read through faster than sorted. */
export const FEWEST_TO_SORT = 8;

/**
 * Every way to sort through the learnings, each with the learnings of its values; a value that none has is not
 * offered, nor is a facet with a single value: it would sort nothing.
 */
export function insightFacets({ insights, personas, kpis, formats }: Filed): InsightFacet[] {
  if (insights.length < FEWEST_TO_SORT) return [];
  const { learnings, kinds, findings, grades } = wordsOf(formats);
  const years = [...new Set(insights.flatMap(yearOf))].sort().reverse();
  const sorted: SortedBy[] = [
    {
      ...{ id: 'kind', label: learnings.kind, values: worded(kinds) },
      valuesOf: ({ story, result }) => [story?.kind ?? result?.kind ?? 'story'],
    },
    {
      ...{ id: 'finding', label: learnings.finding, values: worded(findings) },
      valuesOf: ({ result }) => (result ? [findingOf(result)] : []),
    },
    {
      ...{ id: 'grade', label: learnings.grade },
      values: worded(grades).map(({ id, label }) => ({ id: id.toLowerCase(), label })),
      valuesOf: ({ result }) => (result ? [result.grade.toLowerCase()] : []),
    },
    {
      ...{ id: 'portrait', label: learnings.portrait },
      values: personas.map(({ id, name }) => ({ id, label: name })),
      valuesOf: ({ story }) => story?.personas ?? [],
    },
    {
      ...{ id: 'kpi', label: learnings.kpi },
      values: kpis.map(({ id, title }) => ({ id, label: title })),
      valuesOf: ({ story }) => story?.kpis ?? [],
    },
    {
      ...{ id: 'year', label: learnings.year },
      values: years.map((year) => ({ id: year, label: year })),
      valuesOf: yearOf,
    },
  ];
  return sorted
    .map((way) => facetOf(insights, way))
    .filter(
      ({ values }) =>
        values.length > 1 || values.some((value) => value.insights.length < insights.length),
    );
}

/** Where the learnings of a value are listed, all of them where there is nothing to sort. */
export function listAddress(portal: Filed, facet: InsightFacet['id'], value: string): string {
  const offered = insightFacets(portal).find(({ id }) => id === facet)?.values ?? [];
  return offered.some(({ id }) => id === value) ? `/insights/${facet}/${value}/` : '/insights/';
}

/** A way to sort, before it is known which learnings it sorts. */
interface SortedBy extends Omit<InsightFacet, 'values'> {
  /** In the order of the page. */
  values: readonly Omit<InsightFacetValue, 'insights'>[];
  /** The values of one learning. */
  valuesOf: (insight: InsightEntry) => readonly string[];
}

function facetOf(
  insights: readonly InsightEntry[],
  { id, label, values, valuesOf }: SortedBy,
): InsightFacet {
  const filed = Map.groupBy(
    insights.flatMap((insight) => valuesOf(insight).map((value) => ({ value, insight }))),
    ({ value }) => value,
  );
  return {
    id,
    label,
    values: values.flatMap((value) => {
      const own = filed.get(value.id);
      return own ? [{ ...value, insights: own.map(({ insight }) => insight) }] : [];
    }),
  };
}

/** Values that the language file names, in its order. */
function worded(words: Readonly<Record<string, string>>): { id: string; label: string }[] {
  return Object.entries(words).map(([id, label]) => ({ id, label }));
}

function yearOf({ date }: InsightEntry): string[] {
  return date ? [date.slice(0, 4)] : [];
}
