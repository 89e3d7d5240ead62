import type { Fact } from '#core/schemas/fact.ts';
import { SMALLEST_LIFT } from '#core/personas/part-divergence.ts';
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
 * customers do, beyond chance: those whose own fact `distinctChannel` names it. A channel that nearly everybody uses
 * leaves no room for a quarter more: there, those whose main channel it is with a share above that of all, beyond chance.
 */
export function marketDoors(
  table: PartTable | null,
  personas: readonly PersonaEntry[],
): MarketDoor[] {
  if (table === null) return [];
  return table.parts.flatMap((name, at) => {
    const share = table.ofAll[at];
    if (share?.status !== 'ok') return [];
    const ofAll = Number(share.value);
    const hasRoom = SMALLEST_LIFT * ofAll <= 1;
    const above = personas.flatMap((persona) => {
      const own = hasRoom ? distinctShare(persona, name) : largerShare(persona, name, ofAll);
      return own ? [{ persona, share: own }] : [];
    });
    const untold = personas.filter((persona) => {
      const row = table.rows.find(({ id }) => id === persona.figures?.id);
      if (row === undefined || above.some((one) => one.persona === persona)) return false;
      if (!hasRoom) return hiddenAtMost(row, at) > ofAll;
      const distinct = distinctChannel(persona);
      return distinct !== name && mayBeAbove(row, at, ofAll, distinct !== null);
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

function factOf({ figures }: PersonaEntry, id: string): Fact | undefined {
  return figures?.facts.find((fact) => fact.id === id && fact.status === 'ok');
}

function distinctChannel(persona: PersonaEntry): Fact['value'] {
  return factOf(persona, 'distinctChannel')?.value ?? null;
}

function distinctShare(persona: PersonaEntry, name: string): Fact | undefined {
  return distinctChannel(persona) === name ? factOf(persona, 'distinctChannelShare') : undefined;
}

/** The share of the main channel, where it is this one and its whole interval lies above the share of all. */
function largerShare(persona: PersonaEntry, name: string, ofAll: number): Fact | undefined {
  const own = factOf(persona, 'mainChannelShare');
  const isMain = factOf(persona, 'mainChannel')?.value === name;
  return isMain && own?.status === 'ok' && own.interval && own.interval.low > ofAll
    ? own
    : undefined;
}

/** What a hidden share can be at most, as large as what the others leave of the whole; 0: it is not hidden. */
function hiddenAtMost({ cells }: Row, at: number): number {
  const cell = cells[at];
  if (cell == null || cell.status === 'ok') return 0;
  return 1 - cells.reduce((sum, one) => sum + Number(one?.value ?? 0), 0);
}

/** A share that is seen to be large was weighed against chance only where no other channel sets the Portrait apart. */
function mayBeAbove(row: Row, at: number, ofAll: number, hasDistinct: boolean): boolean {
  const cell = row.cells[at];
  const seen = cell?.status === 'ok' && hasDistinct ? Number(cell.value) : 0;
  return Math.max(seen, hiddenAtMost(row, at)) >= SMALLEST_LIFT * ofAll;
}
