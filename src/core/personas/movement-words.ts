import type { Movement } from '#core/schemas/segmentation-history.ts';

/** How it is written: days and numbers as the reader's language has them. */
export interface MovementWriting {
  day: (day: string) => string;
  count: (count: number) => string;
}

/**
 * Who came to a Portrait and who left it, in plain words – what changed since last quarter. Definition: one sentence for
 * first purchases and one for moves; numbers of too few people are not said. Nothing about a Portrait that is not in it.
 *
 * @example movementSentences({ from: '2026-01-01', totals: [{ id: 'a', movedIn: 20, movedOut: 0, newcomers: null }] }, 'a', { day: (day) => day, count: String }) // => ['Since 2026-01-01, too few people bought like this for the first time to say how many.', '20 customers came over from other Portraits; nobody went over to others.']
 */
export function movementSentences(
  { from, totals }: Pick<Movement, 'from' | 'totals'>,
  id: string,
  { day, count }: MovementWriting,
): string[] {
  const own = totals.find((one) => one.id === id);
  if (!own) return [];
  const people = (number: number): string =>
    number === 1 ? '1 customer' : `${count(number)} customers`;
  const { newcomers, movedIn, movedOut } = own;
  const bought =
    newcomers === null
      ? `too few people bought like this for the first time to say how many`
      : newcomers === 0
        ? 'nobody bought like this for the first time'
        : `${people(newcomers)} bought for the first time, and like this`;
  const came =
    movedIn === null
      ? 'Too few customers came over from other Portraits to say how many'
      : movedIn === 0
        ? 'Nobody came over from other Portraits'
        : `${people(movedIn)} came over from other Portraits`;
  const went =
    movedOut === null
      ? 'too few went over to others to say how many'
      : movedOut === 0
        ? 'nobody went over to others'
        : `${count(movedOut)} went over to others`;
  return [`Since ${day(from)}, ${bought}.`, `${came}; ${went}.`];
}
