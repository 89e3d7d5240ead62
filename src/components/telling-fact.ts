import type { Fact } from '#core/schemas/fact.ts';
import type { PersonaEntry } from '#data/personas.ts';

/** What takes the place of a figure above average, where there is none: how much of the shop they are. */
const OTHERWISE = 'shareOfRevenue';

/**
 * The figure a Portrait is best told by: of those in which it lies above everybody, the one that does so most. What
 * people hardly do (3 % gift orders) sets them apart, too, but says nothing about who they are.
 */
export function tellingFact({ figures }: Pick<PersonaEntry, 'figures'>): Fact | null {
  const above = (figures?.distinguishing ?? [])
    .filter(({ timesAverage }) => timesAverage > 1)
    .toSorted((left, right) => right.timesAverage - left.timesAverage);
  const told = [...above.map(({ fact }) => fact), OTHERWISE].flatMap(
    (id) => figures?.facts.find((fact) => fact.id === id && fact.status === 'ok') ?? [],
  );
  return told[0] ?? null;
}
