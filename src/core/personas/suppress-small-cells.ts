import { determinedCell, type Cell } from './determined-cell.ts';

/**
 * Cells to hide – keeps a handful of people from being described, also by subtraction. Definition: a cell of 1 to
 * floor − 1 people is hidden; where a row or a column then has exactly one hidden cell, the totals would give it away,
 * and hidden ones that are fewer than the floor together would be one small group: so another cell is hidden too, until
 * what is hidden of every line stands for two cells and the floor, and no sum of lines gives a small one away
 * (`determinedCell`). The other cell is the one whose hiding loses least, first where its other line hides one already,
 * then the smallest; an empty one only where no other is left.
 * Other empty cells stay: nobody is described by them. Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4 (primary and
 * secondary suppression); ONS: fewer than 10.
 *
 * @param people people behind each cell; rows and columns that have published totals
 * @param options.alsoHidden cells that are hidden for another reason; none by default
 * @param options.rest people of each column who are in its total and in no cell, and of whom nothing else is told
 * @param options.knownEmpty readers know which cells are empty: hiding one would guard nothing
 * @param options.loss what readers lose with a cell that is still told; all alike by default
 * @example suppressSmallCells([[3, 20, 40]], 10) // => [[true, true, false]]
 * @example suppressSmallCells([[3, 20, 40]], 10, { loss: ([, column]) => (column === 1 ? 1 : 0) }) // => [[true, false, true]]
 */
export function suppressSmallCells(
  people: readonly (readonly number[])[],
  floor: number,
  {
    alsoHidden = [],
    rest = [],
    knownEmpty = false,
    loss = () => 0,
  }: {
    alsoHidden?: readonly (readonly boolean[])[];
    rest?: readonly number[];
    knownEmpty?: boolean;
    loss?: Loss;
  } = {},
): boolean[][] {
  const hidden = people.map((row, r) =>
    row.map((count, c) => count > 0 && (count < floor || alsoHidden[r]?.[c] === true)),
  );
  const columns = people[0]?.length ?? 0;
  // A single row is published with its own total only: there is nothing to subtract it from.
  const hasColumnTotals = people.length > 1 || rest.length > 0;
  const lines: Line[] = [
    ...people.map((row, r) => ({ cells: row.map((_, c) => [r, c] as const), untold: 0 })),
    ...(hasColumnTotals
      ? Array.from({ length: columns }, (_, c) => ({
          cells: people.map((_row, r) => [r, c] as const),
          untold: rest[c] ?? 0,
        }))
      : []),
  ];
  const hideAnother = ({ cells, untold }: Line): boolean => {
    const covered = cells.filter(([r, c]) => hidden[r]?.[c]);
    const concealed = sumOf(people, covered) + untold;
    const isSingle = covered.length === 1 && untold === 0;
    const isFew = concealed > 0 && concealed < floor;
    if (!isSingle && !isFew) return false;
    const open = cells.filter(([r, c]) => !hidden[r]?.[c]);
    const filled = open.filter((cell) => count(people, cell) > 0);
    const mayHide = filled.length > 0 || knownEmpty || !isSingle ? filled : open;
    const [next] = mayHide
      .map((cell) => ({
        cell,
        loses: loss(cell, hidden[cell[0]]?.includes(true) === true),
        isCrossed: isCrossed(hidden, cell, cells),
        people: count(people, cell),
      }))
      .sort(
        (a, b) =>
          a.loses - b.loses || Number(b.isCrossed) - Number(a.isCrossed) || a.people - b.people,
      );
    const row = next && hidden[next.cell[0]];
    if (!row) return false;
    row[next.cell[1]] = true;
    return true;
  };
  const isSmall = (cell: Cell): boolean => {
    const size = count(people, cell);
    return size > 0 && size < floor;
  };
  const openColumns = rest.map((untold) => untold > 0);
  const guardDetermined = (): boolean => {
    const found = hasColumnTotals ? determinedCell(hidden, isSmall, openColumns) : null;
    return found !== null && hideAnother({ cells: found.border, untold: 0 });
  };
  while (lines.filter(hideAnother).length > 0 || guardDetermined());
  return hidden;
}

/** What readers lose with a cell, in any unit, if another of its row is hidden or not. */
export type Loss = (cell: Cell, isRowHidden: boolean) => number;

/** Cells that add up to a published total, with people in it of whom nothing is told. */
interface Line {
  cells: readonly Cell[];
  untold: number;
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
