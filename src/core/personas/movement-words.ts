import { plural } from '#core/language/plural.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Movement } from '#core/schemas/segmentation-history.ts';

/** How it is written: days and numbers as the reader's language has them. */
export interface MovementWriting extends Worded {
  day: (day: string) => string;
  count: (count: number) => string;
}

/**
 * Who came to a Portrait and who left it, in plain words – what changed since last quarter. Definition: one sentence for
 * those of whom little was known before and one for moves; a hidden number is not called small, since it may be one that would give away another.
 * Nothing about a Portrait that is not in it.
 *
 * @example movementSentences({ from: '2026-01-01', totals: [{ id: 'a', movedIn: 20, movedOut: 0, newcomers: null }] }, 'a', { day: (day) => day, count: String }) // => ['Since 2026-01-01, how many who had bought once at most joined them is not shown.', 'Of those who had bought more often, 20 customers came over from other Portraits; nobody went over to others.']
 */
export function movementSentences(
  { from, totals }: Pick<Movement, 'from' | 'totals'>,
  id: string,
  writing: MovementWriting,
): string[] {
  const { day, count } = writing;
  const { movement } = wordsOf(writing);
  const own = totals.find((one) => one.id === id);
  if (!own) return [];
  const people = (number: number): string =>
    filled(plural(movement.customers, number, writing), { count: count(number) });
  const { newcomers, movedIn, movedOut } = own;
  const bought =
    newcomers === null
      ? movement.boughtFew
      : newcomers === 0
        ? movement.boughtNobody
        : filled(movement.bought, { customers: people(newcomers) });
  const came =
    movedIn === null
      ? movement.cameFew
      : movedIn === 0
        ? movement.cameNobody
        : filled(movement.came, { customers: people(movedIn) });
  const went =
    movedOut === null
      ? movement.wentFew
      : movedOut === 0
        ? movement.wentNobody
        : filled(movement.went, { count: count(movedOut) });
  return [
    filled(movement.since, { day: day(from), bought }),
    filled(movement.moves, { came, went }),
  ];
}
