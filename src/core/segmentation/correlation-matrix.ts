import { Matrix } from 'ml-matrix';
import type { DataMatrix } from './data-matrix.ts';

/** Rows whose products are added in one go: fewer passes over the sums. */
const BLOCK = 4;

/**
 * Correlation matrix – which features go together. Definition: Pearson's product-moment correlation of all pairs of
 * columns; the diagonal is exactly 1. Source: Pearson (1896). A constant column correlates 0 with all others.
 *
 * @example correlationMatrix({ rows: 3, columns: 2, values: Float64Array.of(1, 2, 2, 4, 3, 6) }).get(0, 1) // => 1
 */
export function correlationMatrix(data: DataMatrix): Matrix {
  const { columns } = data;
  const products = crossProducts(data, columnMeans(data));
  const rows = Array.from({ length: columns }, (_, row) =>
    products.subarray(row * columns, (row + 1) * columns),
  );
  return correlationOfProducts(new Matrix(rows));
}

/**
 * Correlations from a matrix of cross products (or a covariance) – scales each variable to variance 1. Only the lower
 * half is read. Source: definition of the correlation coefficient. A variable without variance correlates 0.
 *
 * @example correlationOfProducts(new Matrix([[4, 0], [3, 9]])).get(0, 1) // => 0.5
 */
export function correlationOfProducts(products: Matrix): Matrix {
  const size = products.rows;
  const correlations = Matrix.eye(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const scale = Math.sqrt(products.get(i, i) * products.get(j, j));
      const value = scale > 0 ? Math.max(-1, Math.min(1, products.get(i, j) / scale)) : 0;
      correlations.set(i, j, value);
      correlations.set(j, i, value);
    }
  }
  return correlations;
}

function columnMeans({ rows, columns, values }: DataMatrix): Float64Array {
  const means = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      means[column] = (means[column] ?? 0) + (values[row * columns + column] ?? 0);
    }
  }
  return means.map((sum) => sum / rows);
}

/** Σ (x − mean of x)(y − mean of y) of all pairs of columns; lower half, row by row. */
function crossProducts({ rows, columns, values }: DataMatrix, means: Float64Array): Float64Array {
  const products = new Float64Array(columns * columns);
  const centred = Array.from({ length: BLOCK }, () => new Float64Array(columns));
  const [a, b, c, d] = centred as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let first = 0; first < rows; first += BLOCK) {
    centred.forEach((target, offset) => {
      const row = first + offset;
      for (let column = 0; column < columns; column += 1) {
        // Past the last row everything is average and adds nothing.
        target[column] =
          row < rows ? (values[row * columns + column] ?? 0) - (means[column] ?? 0) : 0;
      }
    });
    for (let i = 0; i < columns; i += 1) {
      const [ai, bi, ci, di] = [a[i] ?? 0, b[i] ?? 0, c[i] ?? 0, d[i] ?? 0];
      const start = i * columns;
      for (let j = 0; j <= i; j += 1) {
        const added = ai * (a[j] ?? 0) + bi * (b[j] ?? 0) + ci * (c[j] ?? 0) + di * (d[j] ?? 0);
        products[start + j] = (products[start + j] ?? 0) + added;
      }
    }
  }
  return products;
}
