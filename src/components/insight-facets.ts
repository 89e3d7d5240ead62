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
export function filedIn(facets: readonly InsightFacet[]): Map<string, string[]> {
  const filed = new Map<string, string[]>();
  for (const { id, values } of facets) {
    for (const value of values) {
      for (const insight of value.insights) {
        const own = filed.get(insight.id);
        if (own) own.push(`${id}/${value.id}`);
        else filed.set(insight.id, [`${id}/${value.id}`]);
      }
    }
  }
  return filed;
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
  const words = <Id extends string>(record: Readonly<Record<Id, string>>) =>
    Object.entries<string>(record).map(([id, label]) => ({ id, label }));
  const facet = (
    id: InsightFacet['id'],
    label: string,
    values: readonly { id: string; label: string }[],
    idsOf: (insight: InsightEntry) => readonly string[],
  ): InsightFacet => {
    const byId = new Map<string, InsightEntry[]>();
    for (const insight of insights) {
      for (const value of idsOf(insight)) {
        const filed = byId.get(value);
        if (filed) filed.push(insight);
        else byId.set(value, [insight]);
      }
    }
    return {
      id,
      label,
      values: values.flatMap((value) => {
        const filed = byId.get(value.id);
        return filed ? [{ ...value, insights: filed }] : [];
      }),
    };
  };
  const years = [...new Set(insights.flatMap(yearOf))].sort().reverse();
  return [
    facet('kind', learnings.kind, words(kinds), ({ story, result }) => [
      story?.kind ?? result?.kind ?? 'story',
    ]),
    facet('finding', learnings.finding, words(findings), ({ result }) =>
      result ? [findingOf(result)] : [],
    ),
    facet(
      'grade',
      learnings.grade,
      words(grades).map(({ id, label }) => ({ id: id.toLowerCase(), label })),
      ({ result }) => (result ? [result.grade.toLowerCase()] : []),
    ),
    facet(
      'portrait',
      learnings.portrait,
      personas.map(({ id, name }) => ({ id, label: name })),
      ({ story }) => story?.personas ?? [],
    ),
    facet(
      'kpi',
      learnings.kpi,
      kpis.map(({ id, title }) => ({ id, label: title })),
      ({ story }) => story?.kpis ?? [],
    ),
    facet(
      'year',
      learnings.year,
      years.map((year) => ({ id: year, label: year })),
      yearOf,
    ),
  ].filter(
    ({ values }) => values.length > 1 || (values[0] && values[0].insights.length < insights.length),
  );

  function yearOf({ date }: InsightEntry): string[] {
    return date ? [date.slice(0, 4)] : [];
  }
}
