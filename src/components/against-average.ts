import type { Fact, Interval } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';

/** One habit of a Portrait beside that of the average customer. */
export interface AgainstAverage {
  fact: Fact;
  /** The quotient as a fact of its own, where there is one. */
  times: Fact | null;
  timesAverage: number;
  interval: Interval | null;
  /** The average customer's figure, in the fact's unit; null where the file does not hold it. */
  average: number | null;
}

/** How often, how much at a time and how much a year: asked of everybody, also where they are nothing special. */
const ASKED_OF_ALL = ['ordersPerYear', 'averageOrderValue', 'yearlySpend'];
const MOST = 7;

/** What a Portrait is held against the average in: what anybody asks, then what sets it apart, more before less. */
export function againstAverage(figures: Persona | null): AgainstAverage[] {
  if (!figures) return [];
  const found = [...ASKED_OF_ALL, ...figures.distinguishing.map(({ fact }) => fact)];
  return [...new Set(found)]
    .flatMap((id) => compared(figures, id) ?? [])
    .slice(0, MOST)
    .toSorted((left, right) => right.timesAverage - left.timesAverage);
}

function compared({ facts, distinguishing }: Persona, id: string): AgainstAverage | null {
  const fact = facts.find((one) => one.id === id && one.status === 'ok');
  if (!fact || typeof fact.value !== 'number') return null;
  const apart = distinguishing.find((one) => one.fact === id);
  const times = facts.find((one) => one.id === `${id}Times` && one.status === 'ok') ?? null;
  if (apart) {
    const { timesAverage, interval = null, average = null } = apart;
    return { fact, times, timesAverage, interval, average };
  }
  if (times?.status !== 'ok' || typeof times.value !== 'number' || times.value <= 0) return null;
  return {
    fact,
    times,
    timesAverage: times.value,
    interval: times.interval ?? null,
    average: fact.value / times.value,
  };
}
