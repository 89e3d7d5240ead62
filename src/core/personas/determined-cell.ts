/** Row and column. */
export type Cell = readonly [row: number, column: number];

/** A hidden cell, and the cells of which one more has to be hidden to guard it. */
export interface DeterminedCell {
  cell: Cell;
  /** All that cross the same border: their sum is told by the totals of the rows and columns on one side of it. */
  border: Cell[];
}

/**
 * Determined cell – a hidden cell that totals give away although its row and its column hide others, too. Definition: rows
 * and columns are linked by the cells that are hidden; without this one there is no way from its row to its column, so
 * that the totals of the rows on one side less those of the columns are this cell. A column with people of whom nothing
 * is told is open: the side with one adds up to nothing known. Source: Gusfield (1988), A Graph Theoretic Approach to
 * Statistical Data Security. None: null.
 *
 * @param isSmall whether a hidden cell has to be guarded
 * @param openColumns by column, whether its total holds people who are in no cell
 * @example determinedCell.length // => 2
 * @example determinedCell([[true, true], [true, true]], () => true) // => null
 */
export function determinedCell(
  hidden: readonly (readonly boolean[])[],
  isSmall: (cell: Cell) => boolean,
  openColumns: readonly boolean[] = [],
): DeterminedCell | null {
  for (const [row, flags] of hidden.entries()) {
    for (const [column, isHidden] of flags.entries()) {
      if (!isHidden || !isSmall([row, column])) continue;
      const side = closedSide(hidden, [row, column], openColumns);
      if (side) return { cell: [row, column], border: borderOf(hidden, side) };
    }
  }
  return null;
}

/** Rows and columns that hidden cells link. */
interface Side {
  rows: Set<number>;
  columns: Set<number>;
}

/** The lines on one side of a cell whose totals are all of cells; null: there is a way around it, or none is closed. */
function closedSide(
  hidden: readonly (readonly boolean[])[],
  [row, column]: Cell,
  openColumns: readonly boolean[],
): Side | null {
  const without = hidden.map((flags, r) =>
    flags.map((flag, c) => flag && !(r === row && c === column)),
  );
  const hasOthers =
    without[row]?.includes(true) === true &&
    (openColumns[column] === true || without.some((flags) => flags[column] === true));
  if (!hasOthers) return null;
  const isClosed = ({ columns }: Side): boolean => ![...columns].some((at) => openColumns[at]);
  const ofRow = linked(without, { rows: new Set([row]), columns: new Set() });
  if (ofRow.columns.has(column)) return null;
  if (isClosed(ofRow)) return ofRow;
  const ofColumn = linked(without, { rows: new Set(), columns: new Set([column]) });
  return isClosed(ofColumn) ? ofColumn : null;
}

/** All lines that can be reached over hidden cells. */
function linked(hidden: readonly (readonly boolean[])[], { rows, columns }: Side): Side {
  let reached = -1;
  while (reached < rows.size + columns.size) {
    reached = rows.size + columns.size;
    for (const [row, flags] of hidden.entries()) {
      for (const [column, isHidden] of flags.entries()) {
        if (!isHidden || rows.has(row) === columns.has(column)) continue;
        rows.add(row);
        columns.add(column);
      }
    }
  }
  return { rows, columns };
}

/** Cells whose row is on one side, and whose column is on the other. */
function borderOf(hidden: readonly (readonly boolean[])[], { rows, columns }: Side): Cell[] {
  return hidden.flatMap((flags, row) =>
    flags.flatMap((_, column): Cell[] =>
      rows.has(row) === columns.has(column) ? [] : [[row, column]],
    ),
  );
}
