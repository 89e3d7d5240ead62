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

/** Where every row belongs. */
export interface NearestCentroids {
  /** Index of the nearest centre of each row; -1 without centres. */
  labels: Int32Array;
  /** Squared distance of each row to it. */
  squared: Float64Array;
}

/**
 * Nearest centre of every row – the group each customer belongs to. On equal distance the earlier centre wins, here and
 * in the engine. Without centres: index -1 at infinite distance.
 *
 * @example [...nearestCentroids({ rows: 2, columns: 1, values: Float64Array.of(4, 0) }, [[0], [5]]).labels] // => [1, 0]
 */
export function nearestCentroids(
  data: DataMatrix,
  centers: readonly ArrayLike<number>[],
): NearestCentroids {
  const { rows, columns, values } = data;
  // This loop is most of what a fit takes: one flat array, nothing called inside, and a centre is left as soon as it is
  // farther than the nearest so far.
  const flat = Float64Array.from(
    { length: centers.length * columns },
    (_, index) => centers[Math.floor(index / columns)]?.[index % columns] ?? 0,
  );
  const labels = new Int32Array(rows);
  const nearest = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const offset = row * columns;
    let label = -1;
    let smallest = Infinity;
    for (let center = 0; center < centers.length; center += 1) {
      const from = center * columns;
      let sum = 0;
      for (let column = 0; column < columns && sum < smallest; column += 1) {
        const difference = (values[offset + column] ?? 0) - (flat[from + column] ?? 0);
        sum += difference * difference;
      }
      if (sum < smallest) {
        smallest = sum;
        label = center;
      }
    }
    labels[row] = label;
    nearest[row] = smallest;
  }
  return { labels, squared: nearest };
}
