import type { Movement } from '#core/schemas/segmentation-history.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

/** How many customers were in `from` before (null: had not bought yet, or once) and are in `to` now. */
export interface MovedCustomers {
  from: string | null;
  to: string;
  customers: number;
}

/**
 * Movement between Portraits as it may be published – who gained whom. Definition: customers by Portrait before and
 * now, and for each Portrait those who came from others, went to others, or are new. Hidden are
 * counts of fewer people than the floor, everything of a Portrait whose size is hidden, and whatever would give one of
 * them away: who stayed, came and is new add up to a Portrait's size, and all who came are all who went. Source:
 * Hundepool et al. (2012), see suppressSmallCells. Without customers there are no cells.
 *
 * @param ids of all Portraits
 * @example personaMovement([{ from: 'a', to: 'b', customers: 3 }], ['a', 'b'], 10).cells // => [{ from: 'a', to: 'b', customers: null }]
 */
export function personaMovement(
  moved: readonly MovedCustomers[],
  ids: readonly string[],
  floor: number,
): Pick<Movement, 'totals' | 'cells'> {
  const counts = new Map(moved.map(({ from, to, customers }) => [key(from, to), customers]));
  const count = (from: string | null, to: string): number => counts.get(key(from, to)) ?? 0;
  const between = ids.map((from) => ids.map((to) => (from === to ? 0 : count(from, to))));
  const cameIn = ids.map((_, at) => sum(between.map((row) => row[at] ?? 0)));
  const wentOut = between.map(sum);
  const parts = ids.map((id, at) => [count(id, id), cameIn[at] ?? 0, count(null, id)]);
  const [small = []] = suppressSmallCells([parts.map(sum)], floor, { knownEmpty: true });

  // Totals that a table beside them would give away are hidden, too, until nothing more has to be.
  const alsoParts = parts.map((row, at) => row.map(() => small[at] === true));
  const alsoOut = ids.map((_, at) => small[at] === true);
  let hidden = hideMovement();
  for (let found = true; found;) {
    found = false;
    ids.forEach((_, at) => {
      const column = hidden.between.filter((row) => row[at] === true).length;
      const row = (hidden.between[at] ?? []).filter(Boolean).length;
      if (column === 1 && hidden.parts[at]?.[1] !== true) {
        (alsoParts[at] ?? [])[1] = true;
        found = true;
      }
      if (row === 1 && hidden.out[at] !== true) {
        alsoOut[at] = true;
        found = true;
      }
    });
    if (found) hidden = hideMovement();
  }

  function hideMovement() {
    const hiddenParts = suppressSmallCells(parts, floor, {
      alsoHidden: alsoParts,
      knownEmpty: true,
    });
    const [hiddenOut = []] = suppressSmallCells([wentOut], floor, {
      alsoHidden: [alsoOut],
      knownEmpty: true,
    });
    const hiddenBetween = suppressSmallCells(between, floor, {
      alsoHidden: between.map((row, from) =>
        row.map((_, to) => hiddenOut[from] === true || hiddenParts[to]?.[1] === true),
      ),
      knownEmpty: true,
    });
    return { parts: hiddenParts, out: hiddenOut, between: hiddenBetween };
  }

  const shown = (customers: number, isHidden: boolean | undefined): number | null =>
    isHidden ? null : customers;
  return {
    totals: ids.map((id, at) => ({
      id,
      movedIn: shown(cameIn[at] ?? 0, small[at] || hidden.parts[at]?.[1]),
      movedOut: shown(wentOut[at] ?? 0, small[at] || hidden.out[at]),
      newcomers: shown(parts[at]?.[2] ?? 0, small[at] || hidden.parts[at]?.[2]),
    })),
    cells: [null, ...ids].flatMap((from) =>
      ids.flatMap((to, column): Movement['cells'] => {
        const customers = count(from, to);
        if (customers === 0) return [];
        const row = from === null ? -1 : ids.indexOf(from);
        const isHidden =
          from === null
            ? hidden.parts[column]?.[2]
            : from === to
              ? hidden.parts[column]?.[0]
              : hidden.between[row]?.[column];
        return [{ from, to, customers: shown(customers, isHidden) }];
      }),
    ),
  };
}

function key(from: string | null, to: string): string {
  return JSON.stringify([from, to]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
