import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { howOften } from './how-often.ts';

/** A figure of a poster, and how it compares with all customers where that is worth saying. */
export interface PosterFact {
  fact: Fact;
  timesAverage: number | null;
}

const MOST_FIGURES = 4;

/** The few figures of a poster: what anybody asks first, then what sets the Portrait apart, then what there is. */
export function posterFacts(figures: Persona | null): PosterFact[] {
  if (figures === null) return [];
  const times = new Map(figures.distinguishing.map((one) => [one.fact, one.timesAverage]));
  const ids = new Set([
    ...['customers', howOften(figures.facts), 'averageOrderValue', 'shareOfRevenue'],
    ...times.keys(),
    ...figures.facts.filter(({ unit }) => unit !== 'text').map(({ id }) => id),
  ]);
  return [...ids]
    .flatMap((id) => figures.facts.find((fact) => fact.id === id && fact.status === 'ok') ?? [])
    .slice(0, MOST_FIGURES)
    .map((fact) => ({ fact, timesAverage: times.get(fact.id) ?? null }));
}
