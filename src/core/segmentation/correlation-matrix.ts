import { Matrix } from 'ml-matrix';
import { at, type DataMatrix } from './data-matrix.ts';

/**
 * Correlation matrix – which features go together. Definition: Pearson's product-moment correlation of all pairs of
 * columns; the diagonal is exactly 1. Source: Pearson (1896). A constant column correlates 0 with all others.
 *
 * @example correlationMatrix({ rows: 3, columns: 2, values: Float64Array.of(1, 2, 2, 4, 3, 6) }).get(0, 1) // => 1
 */
export function correlationMatrix(data: DataMatrix): Matrix {
  const { rows, columns } = data;
  const means = Array.from({ length: columns }, (_, column) => {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += at(data, row, column);
    return sum / rows;
  });
  const products = Matrix.zeros(columns, columns);
  const centred = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < columns; i += 1) centred[i] = at(data, row, i) - (means[i] ?? 0);
    for (let i = 0; i < columns; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        products.set(i, j, products.get(i, j) + (centred[i] ?? 0) * (centred[j] ?? 0));
      }
    }
  }
  return correlationOfProducts(products);
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
