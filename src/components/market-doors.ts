import type { Fact } from '#core/schemas/fact.ts';
import type { PartTable } from '#core/personas/part-table.ts';
import type { PersonaEntry } from '#data/personas.ts';

/** One way in to the shop: how many orders take it, and whose it is more than others'. */
export interface MarketDoor {
  name: string;
  /** Share of all customers' orders. */
  share: Fact;
  /** Portraits that it sets apart, by how large its share of their orders is. */
  above: { persona: PersonaEntry; share: Fact }[];
}

/**
 * The channels of the shop, the largest first, each with the Portraits that use it at least a quarter more than all
 * customers do, beyond chance: those whose own fact `distinctChannel` names it.
 */
export function marketDoors(
  table: PartTable | null,
  personas: readonly PersonaEntry[],
): MarketDoor[] {
  if (table === null) return [];
  return table.parts.flatMap((name, at) => {
    const share = table.ofAll[at];
    if (share?.status !== 'ok') return [];
    const above = personas.flatMap((persona) => {
      const facts = persona.figures?.facts ?? [];
      const isTheirs = facts.some(({ id, value }) => id === 'distinctChannel' && value === name);
      const own = facts.find(({ id, status }) => id === 'distinctChannelShare' && status === 'ok');
      return isTheirs && own ? [{ persona, share: own }] : [];
    });
    return [
      {
        name,
        share,
        above: above.toSorted(
          (left, right) => Number(right.share.value) - Number(left.share.value),
        ),
      },
    ];
  });
}
