/** Customers by features (or by factor scores): one row after the other in one array. */
export interface DataMatrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

/**
 * Some rows of a matrix, in the given order – draws a sample; an index may come twice.
 *
 * @example [...takeRows({ rows: 2, columns: 1, values: Float64Array.of(5, 6) }, [1, 1]).values] // => [6, 6]
 */
export function takeRows(data: DataMatrix, indices: ArrayLike<number>): DataMatrix {
  const { columns } = data;
  const values = new Float64Array(indices.length * columns);
  for (let index = 0; index < indices.length; index += 1) {
    const from = (indices[index] ?? 0) * columns;
    values.set(data.values.subarray(from, from + columns), index * columns);
  }
  return { rows: indices.length, columns, values };
}

/**
 * Some columns of a matrix, in the given order – leaves out features that do not take part.
 *
 * @example [...takeColumns({ rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, 4) }, [1]).values] // => [2, 4]
 */
export function takeColumns(data: DataMatrix, indices: readonly number[]): DataMatrix {
  const values = new Float64Array(data.rows * indices.length);
  for (let row = 0; row < data.rows; row += 1) {
    indices.forEach((column, index) => {
      values[row * indices.length + index] = at(data, row, column);
    });
  }
  return { rows: data.rows, columns: indices.length, values };
}

/**
 * Matrix product with a table of weights – turns standardised features into factor scores.
 *
 * @example [...weightedScores({ rows: 1, columns: 2, values: Float64Array.of(1, 2) }, [[3], [4]]).values] // => [11]
 */
export function weightedScores(
  data: DataMatrix,
  weights: readonly (readonly number[])[],
): DataMatrix {
  const columns = weights[0]?.length ?? 0;
  const values = new Float64Array(data.rows * columns);
  for (let row = 0; row < data.rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let score = 0;
      for (let feature = 0; feature < data.columns; feature += 1) {
        score += at(data, row, feature) * (weights[feature]?.[column] ?? 0);
      }
      values[row * columns + column] = score;
    }
  }
  return { rows: data.rows, columns, values };
}

/**
 * One cell – reads a value by row and column.
 *
 * @throws RangeError outside of the matrix
 * @example at({ rows: 1, columns: 2, values: Float64Array.of(7, 8) }, 0, 1) // => 8
 */
export function at(data: DataMatrix, row: number, column: number): number {
  const value = data.values[row * data.columns + column];
  if (value === undefined) throw new RangeError(`No cell in row ${row}, column ${column}`);
  return value;
}
