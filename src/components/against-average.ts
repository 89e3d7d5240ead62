import type { Worded } from '#core/language/words-of.ts';
import { averageFact, timesFact } from '#core/personas/average-facts.ts';
import { pullsAverageUp, type SharesOfAll } from '#core/personas/pulls-average-up.ts';
import type { Fact, Interval } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { PersonaEntry } from '#data/personas.ts';

/** One habit of a Portrait beside that of the average customer. */
export interface AgainstAverage {
  fact: Fact;
  /** The quotient as a fact of its own. */
  times: Fact;
  timesAverage: number;
  interval: Interval | null;
  /** The average customer's figure; null where the file does not hold it. */
  average: Fact | null;
}

/** How often, how much at a time and how much a year: asked of everybody, also where they are nothing special. */
const ASKED_OF_ALL = ['ordersPerYear', 'averageOrderValue', 'yearlySpend'];
const MOST = 7;

/** What a Portrait is held against the average in: what anybody asks, then what sets it apart, more before less. */
export function againstAverage(figures: Persona | null, formats: Worded = {}): AgainstAverage[] {
  if (!figures) return [];
  const found = [...ASKED_OF_ALL, ...figures.distinguishing.map(({ fact }) => fact)];
  return [...new Set(found)]
    .flatMap((id) => compared(figures, id, formats) ?? [])
    .slice(0, MOST)
    .toSorted((left, right) => right.timesAverage - left.timesAverage);
}

/** The Portrait that pulls the average of all customers up, with its shares of them and of their money. */
export function pulledUpBy(
  personas: readonly Pick<PersonaEntry, 'id' | 'name' | 'figures'>[],
): (SharesOfAll & Pick<PersonaEntry, 'id' | 'name'>) | undefined {
  return personas
    .flatMap(({ id, name, figures }) => {
      const shares = figures && !figures.retired ? pullsAverageUp(figures.facts) : null;
      return shares ? [{ id, name, ...shares }] : [];
    })
    .at(0);
}

function compared(figures: Persona, id: string, formats: Worded): AgainstAverage | null {
  const { facts, distinguishing } = figures;
  const fact = facts.find((one) => one.id === id && one.status === 'ok');
  if (!fact || typeof fact.value !== 'number') return null;
  const times = timesFact(figures, id, formats);
  if (times?.status !== 'ok' || typeof times.value !== 'number' || times.value <= 0) return null;
  const apart = distinguishing.find((one) => one.fact === id);
  const ofTable = averageOfColumn(figures, fact, formats);
  const average = apart ? apart.average : fact.value / times.value;
  const customers = facts.find((one) => one.id === 'shareOfCustomers' && one.status === 'ok')?.n;
  return {
    fact,
    times,
    timesAverage: times.value,
    interval: times.interval ?? null,
    average:
      average === undefined ? ofTable : averageFact(fact, average, customers ?? null, formats),
  };
}

/** The average of all customers beside a fact of a customer table; null where none is told. */
export function averageOfColumn(
  { averages = [] }: Pick<Persona, 'averages'>,
  fact: Fact,
  formats: Worded = {},
): Fact | null {
  const found = averages.find((one) => one.fact === fact.id);
  return found ? averageFact(fact, found.average, found.n, formats) : null;
}
