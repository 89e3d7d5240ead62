/**
 * Cells to hide – keeps a handful of people from being described, also by subtraction. Definition: a cell of 1 to
 * floor − 1 people is hidden; where a row or a column then has exactly one hidden cell, the totals would give it away,
 * so its smallest other cell is hidden too – an empty one only where no other is left – until no line has a single one.
 * Other empty cells stay: nobody is described by them. Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4 (primary and
 * secondary suppression); ONS: fewer than 10.
 *
 * @param people people behind each cell; rows and columns that have published totals
 * @param options.alsoHidden cells that are hidden for another reason; none by default
 * @param options.together what is hidden of a line stands for the floor together, too, and a second cell is sought first
 * where its other line hides one already: fewer cells are lost
 * @param options.knownEmpty readers know which cells are empty: hiding one would guard nothing
 * @example suppressSmallCells([[3, 20, 40]], 10) // => [[true, true, false]]
 */
export function suppressSmallCells(
  people: readonly (readonly number[])[],
  floor: number,
  {
    alsoHidden = [],
    knownEmpty = false,
    together = false,
  }: {
    alsoHidden?: readonly (readonly boolean[])[];
    knownEmpty?: boolean;
    together?: boolean;
  } = {},
): boolean[][] {
  const hidden = people.map((row, r) =>
    row.map((count, c) => count > 0 && (count < floor || alsoHidden[r]?.[c] === true)),
  );
  const columns = people[0]?.length ?? 0;
  const lines = [
    ...people.map((row, r) => row.map((_, c) => [r, c] as const)),
    // A single row is published with its own total only: there is nothing to subtract it from.
    ...(people.length > 1
      ? Array.from({ length: columns }, (_, c) => people.map((_row, r) => [r, c] as const))
      : []),
  ];
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) {
      const covered = line.filter(([r, c]) => hidden[r]?.[c]);
      const isSingle = covered.length === 1;
      const isFew = together && sumOf(people, covered) < floor;
      if (covered.length === 0 || (!isSingle && !isFew)) continue;
      const open = line.filter(([r, c]) => !hidden[r]?.[c]);
      const filled = open.filter((cell) => count(people, cell) > 0);
      const guarded = together ? filled.filter((cell) => isCrossed(hidden, cell, line)) : [];
      const mayHide = filled.length > 0 || knownEmpty || !isSingle ? filled : open;
      const next = smallest(people, guarded.length > 0 ? guarded : mayHide);
      const row = next && hidden[next[0]];
      if (!row) continue;
      row[next[1]] = true;
      changed = true;
    }
  }
  return hidden;
}

/** Row and column. */
type Cell = readonly [number, number];

function smallest(people: readonly (readonly number[])[], cells: readonly Cell[]): Cell | null {
  return cells.reduce<Cell | null>(
    (least, cell) => (least === null || count(people, cell) < count(people, least) ? cell : least),
    null,
  );
}

/** Whether the other line of a cell hides one already. */
function isCrossed(
  hidden: readonly (readonly boolean[])[],
  [row, column]: Cell,
  line: readonly Cell[],
): boolean {
  const isRow = line.every(([r]) => r === row);
  return isRow
    ? hidden.some((cells) => cells[column] === true)
    : (hidden[row] ?? []).some((isHidden) => isHidden);
}

function sumOf(people: readonly (readonly number[])[], cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + count(people, cell), 0);
}

function count(people: readonly (readonly number[])[], [row, column]: Cell): number {
  return people[row]?.[column] ?? 0;
}
