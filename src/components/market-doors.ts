import type { Fact } from '#core/schemas/fact.ts';
import { SMALLEST_LIFT } from '#core/personas/distinct-part.ts';
import type { PartTable } from '#core/personas/part-table.ts';
import type { PersonaEntry } from '#data/personas.ts';

/** One way in to the shop: how many orders take it, and whose it is more than others'. */
export interface MarketDoor {
  name: string;
  /** Share of all customers' orders. */
  share: Fact;
  /** Portraits that it sets apart, by how large its share of their orders is. */
  above: { persona: PersonaEntry; share: Fact }[];
  /** Portraits of which nobody can say whether they use it more: their share is hidden, or was not tested. */
  untold: PersonaEntry[];
}

type Row = PartTable['rows'][number];

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
      const own = facts.find(({ id, status }) => id === 'distinctChannelShare' && status === 'ok');
      return distinctChannel(persona) === name && own ? [{ persona, share: own }] : [];
    });
    const untold = personas.filter((persona) => {
      const row = table.rows.find(({ id }) => id === persona.figures?.id);
      const distinct = distinctChannel(persona);
      return (
        distinct !== name && row && mayBeAbove(row, at, Number(share.value), distinct !== null)
      );
    });
    return [
      {
        name,
        share,
        above: above.toSorted(
          (left, right) => Number(right.share.value) - Number(left.share.value),
        ),
        untold,
      },
    ];
  });
}

function distinctChannel({ figures }: PersonaEntry): Fact['value'] {
  return figures?.facts.find(({ id }) => id === 'distinctChannel')?.value ?? null;
}

/**
 * A hidden share can be as large as what the others leave of the whole; a share that is seen to be large was weighed
 * against chance only where no other channel sets the Portrait apart.
 */
function mayBeAbove({ cells }: Row, at: number, ofAll: number, hasDistinct: boolean): boolean {
  const cell = cells[at];
  const known = cells.reduce((sum, one) => sum + Number(one?.value ?? 0), 0);
  const most = cell?.status === 'ok' ? (hasDistinct ? Number(cell.value) : 0) : 1 - known;
  return cell !== null && most >= SMALLEST_LIFT * ofAll;
}
