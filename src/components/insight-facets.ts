import { findingOf } from '#core/insights/finding.ts';
import type { InsightEntry } from '#data/insights.ts';
import type { Portal } from '#data/portal.ts';
import { FINDING_WORDS, GRADE_WORDS, KIND_WORDS } from './insight-words.ts';

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

type Filed = Pick<Portal, 'insights' | 'personas' | 'kpis'>;

/** Fewer learnings than this are read through faster than sorted. */
export const FEWEST_TO_SORT = 8;

/**
 * Every way to sort through the learnings, each with the learnings of its values; a value that none has is not
 * offered, nor is a facet with a single value: it would sort nothing.
 */
export function insightFacets({ insights, personas, kpis }: Filed): InsightFacet[] {
  if (insights.length < FEWEST_TO_SORT) return [];
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
    facet('kind', 'How we learned it', words(KIND_WORDS), ({ story, result }) => [
      story?.kind ?? result?.kind ?? 'story',
    ]),
    facet('finding', 'What came out', words(FINDING_WORDS), ({ result }) =>
      result ? [findingOf(result)] : [],
    ),
    facet(
      'grade',
      'How sure we are',
      words(GRADE_WORDS).map(({ id, label }) => ({ id: id.toLowerCase(), label })),
      ({ result }) => (result ? [result.grade.toLowerCase()] : []),
    ),
    facet(
      'portrait',
      'About whom',
      personas.map(({ id, name }) => ({ id, label: name })),
      ({ story }) => story?.personas ?? [],
    ),
    facet(
      'kpi',
      'What it moves',
      kpis.map(({ id, title }) => ({ id, label: title })),
      ({ story }) => story?.kpis ?? [],
    ),
    facet(
      'year',
      'When',
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
