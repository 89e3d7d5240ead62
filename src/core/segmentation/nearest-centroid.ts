import type { DataMatrix } from './data-matrix.ts';

/**
 * Squared Euclidean distance from a row to a centre – how unlike a customer and a group are.
 *
 * @example squaredDistance({ rows: 1, columns: 2, values: Float64Array.of(3, 4) }, 0, [0, 0]) // => 25
 */
export function squaredDistance(data: DataMatrix, row: number, center: ArrayLike<number>): number {
  const offset = row * data.columns;
  let sum = 0;
  for (let column = 0; column < data.columns; column += 1) {
    const difference = (data.values[offset + column] ?? 0) - (center[column] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/**
 * Nearest centre of a row – the group a customer belongs to. On equal distance the earlier centre wins, here and in
 * the engine. Without centres: index -1 at infinite distance.
 *
 * @example nearestCentroid({ rows: 1, columns: 1, values: Float64Array.of(4) }, 0, [[0], [5]]).index // => 1
 */
export function nearestCentroid(
  data: DataMatrix,
  row: number,
  centers: readonly ArrayLike<number>[],
): { index: number; squared: number } {
  let index = -1;
  let squared = Infinity;
  centers.forEach((center, candidate) => {
    const distance = squaredDistance(data, row, center);
    if (distance < squared) {
      squared = distance;
      index = candidate;
    }
  });
  return { index, squared };
}
