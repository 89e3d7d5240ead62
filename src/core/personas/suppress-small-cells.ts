/**
 * Cells to hide – keeps a handful of people from being described, also by subtraction. Definition: a cell of 1 to
 * floor − 1 people is hidden; where a row or a column then has exactly one hidden cell, the totals would give it away,
 * and hidden ones that are fewer than the floor together would be one small group: so the smallest other cell is hidden
 * too – first where its other line hides one already, an empty one only where no other is left – until what is hidden of
 * every line stands for two cells and the floor.
 * Other empty cells stay: nobody is described by them. Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4 (primary and
 * secondary suppression); ONS: fewer than 10.
 *
 * @param people people behind each cell; rows and columns that have published totals
 * @param options.alsoHidden cells that are hidden for another reason; none by default
 * @param options.rest people of each column who are in its total and in no cell, and of whom nothing else is told
 * @param options.knownEmpty readers know which cells are empty: hiding one would guard nothing
 * @example suppressSmallCells([[3, 20, 40]], 10) // => [[true, true, false]]
 */
export function suppressSmallCells(
  people: readonly (readonly number[])[],
  floor: number,
  {
    alsoHidden = [],
    rest = [],
    knownEmpty = false,
  }: {
    alsoHidden?: readonly (readonly boolean[])[];
    rest?: readonly number[];
    knownEmpty?: boolean;
  } = {},
): boolean[][] {
  const hidden = people.map((row, r) =>
    row.map((count, c) => count > 0 && (count < floor || alsoHidden[r]?.[c] === true)),
  );
  const columns = people[0]?.length ?? 0;
  const lines: Line[] = [
    ...people.map((row, r) => ({ cells: row.map((_, c) => [r, c] as const), untold: 0 })),
    // A single row is published with its own total only: there is nothing to subtract it from.
    ...(people.length > 1 || rest.length > 0
      ? Array.from({ length: columns }, (_, c) => ({
          cells: people.map((_row, r) => [r, c] as const),
          untold: rest[c] ?? 0,
        }))
      : []),
  ];
  let changed = true;
  while (changed) {
    changed = false;
    for (const { cells: line, untold } of lines) {
      const covered = line.filter(([r, c]) => hidden[r]?.[c]);
      const concealed = sumOf(people, covered) + untold;
      const isSingle = covered.length === 1 && untold === 0;
      const isFew = concealed > 0 && concealed < floor;
      if (!isSingle && !isFew) continue;
      const open = line.filter(([r, c]) => !hidden[r]?.[c]);
      const filled = open.filter((cell) => count(people, cell) > 0);
      const guarded = filled.filter((cell) => isCrossed(hidden, cell, line));
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

/** Cells that add up to a published total, with people in it of whom nothing is told. */
interface Line {
  cells: readonly Cell[];
  untold: number;
}

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
