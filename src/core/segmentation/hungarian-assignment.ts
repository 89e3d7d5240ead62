/**
 * Cheapest assignment of rows to columns – which old group goes on as which new one. Definition: each row and each
 * column is taken at most once, as many pairs as the shorter side has, and the sum of their costs is the least there
 * is; by shortest augmenting paths with potentials, in O(rows² × columns). Source: Kuhn (1955), Munkres (1957), Jonker
 * and Volgenant (1987). Among equally cheap assignments the same one is always found. No rows give an empty list.
 *
 * @param costs one list a row, all of the same length
 * @returns the column of each row; null for rows that are left over
 * @throws RangeError for rows of different length and for costs that are no finite numbers
 * @example hungarianAssignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]]) // => [1, 0, 2]
 * @example hungarianAssignment([[1], [0]]) // => [null, 0]
 */
export function hungarianAssignment(costs: readonly (readonly number[])[]): (number | null)[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (costs.some((row) => row.length !== columns))
    throw new RangeError('Expected rows of one length');
  if (costs.some((row) => !row.every(Number.isFinite)))
    throw new RangeError('Expected finite costs');
  if (rows <= columns) return assignRows(columns, costs);
  const transposed = Array.from({ length: columns }, (_, column) =>
    costs.map((row) => row[column] ?? 0),
  );
  const rowOf = assignRows(rows, transposed);
  const assigned = Array<number | null>(rows).fill(null);
  rowOf.forEach((row, column) => {
    if (row !== null) assigned[row] = column;
  });
  return assigned;
}

/** Of at least as many columns as rows: every row gets one. */
function assignRows(columns: number, costs: readonly (readonly number[])[]): (number | null)[] {
  // Reduced costs, cost − rowPotential − columnPotential, never fall below zero and are zero along what is assigned.
  const rowPotential = new Float64Array(costs.length);
  const columnPotential = new Float64Array(columns + 1);
  // Column `columns` is no column: the row that is being assigned waits there.
  const rowAt = new Int32Array(columns + 1).fill(-1);
  for (let row = 0; row < costs.length; row += 1) {
    rowAt[columns] = row;
    const distance = new Float64Array(columns).fill(Infinity);
    const previous = new Int32Array(columns).fill(columns);
    const reached = new Uint8Array(columns + 1);
    let column = columns;
    while ((rowAt[column] ?? -1) >= 0) {
      reached[column] = 1;
      const from = rowAt[column] ?? 0;
      let nearest = -1;
      for (let to = 0; to < columns; to += 1) {
        if (reached[to]) continue;
        const reduced =
          (costs[from]?.[to] ?? 0) - (rowPotential[from] ?? 0) - (columnPotential[to] ?? 0);
        if (reduced < (distance[to] ?? Infinity)) {
          distance[to] = reduced;
          previous[to] = column;
        }
        if (nearest < 0 || (distance[to] ?? 0) < (distance[nearest] ?? 0)) nearest = to;
      }
      const step = distance[nearest] ?? 0;
      for (let to = 0; to <= columns; to += 1) {
        if (reached[to]) {
          const owner = rowAt[to] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + step;
          columnPotential[to] = (columnPotential[to] ?? 0) - step;
        } else {
          distance[to] = (distance[to] ?? 0) - step;
        }
      }
      column = nearest;
    }
    while (column !== columns) {
      const before = previous[column] ?? columns;
      rowAt[column] = rowAt[before] ?? -1;
      column = before;
    }
  }
  const assigned = Array<number | null>(costs.length).fill(null);
  for (let column = 0; column < columns; column += 1) {
    const row = rowAt[column] ?? -1;
    if (row >= 0) assigned[row] = column;
  }
  return assigned;
}
