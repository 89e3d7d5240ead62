import type { DataMatrix } from '#core/segmentation/data-matrix.ts';

/** The matrix that a table of rows is. */
export function dataMatrix(rows: readonly (readonly number[])[]): DataMatrix {
  const columns = rows[0]?.length ?? 0;
  for (const [index, row] of rows.entries())
    if (row.length !== columns) throw new RangeError(`Expected ${columns} values in row ${index}`);
  return { rows: rows.length, columns, values: Float64Array.from(rows.flat()) };
}
