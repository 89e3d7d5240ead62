import type { DataMatrix } from './data-matrix.ts';

/**
 * Silhouette of each cluster – how clearly each group stands apart, from −1 to 1. Definition: for each row
 * (b − a) ÷ max(a, b), with a the mean Euclidean distance to its own cluster and b to the nearest other one; averaged
 * per cluster. A row alone in its cluster counts 0, a cluster without rows is 0. All pairs are compared: give it a
 * sample of some thousand rows. Source: Rousseeuw (1987).
 *
 * @throws RangeError for fewer than two clusters
 * @example clusterSilhouettes({ rows: 4, columns: 1, values: Float64Array.of(0, 0, 9, 9) }, [0, 0, 1, 1], 2) // => [1, 1]
 */
export function clusterSilhouettes(
  data: DataMatrix,
  labels: ArrayLike<number>,
  k: number,
): number[] {
  if (k < 2) throw new RangeError('Expected at least two clusters');
  const sizes = new Float64Array(k);
  for (let row = 0; row < data.rows; row += 1) {
    const label = labels[row] ?? 0;
    sizes[label] = (sizes[label] ?? 0) + 1;
  }
  const distances = distancesToClusters(data, labels, k);
  const sums = new Float64Array(k);
  for (let row = 0; row < data.rows; row += 1) {
    const own = labels[row] ?? 0;
    sums[own] = (sums[own] ?? 0) + rowSilhouette(distances, row, own, sizes);
  }
  return [...sums].map((sum, cluster) => (sizes[cluster] ? sum / (sizes[cluster] ?? 1) : 0));
}

/**
 * Macro-averaged silhouette – one figure for a whole grouping in which a small group counts as much as a large one.
 * Definition: mean of the clusters' silhouettes. Source: Pavlopoulos et al. (2024), arXiv 2401.05831. No cluster: 0.
 *
 * @example macroSilhouette([0.2, 0.6]) // => 0.4
 */
export function macroSilhouette(silhouettes: readonly number[]): number {
  if (silhouettes.length === 0) return 0;
  return silhouettes.reduce((sum, value) => sum + value, 0) / silhouettes.length;
}

/** Sum of distances from each row to all rows of each cluster, row by row. */
function distancesToClusters(data: DataMatrix, labels: ArrayLike<number>, k: number): Float64Array {
  const sums = new Float64Array(data.rows * k);
  const { values, columns } = data;
  for (let i = 0; i < data.rows; i += 1) {
    for (let j = 0; j < i; j += 1) {
      let squared = 0;
      for (let column = 0; column < columns; column += 1) {
        const difference =
          (values[i * columns + column] ?? 0) - (values[j * columns + column] ?? 0);
        squared += difference * difference;
      }
      const distance = Math.sqrt(squared);
      const toJ = i * k + (labels[j] ?? 0);
      const toI = j * k + (labels[i] ?? 0);
      sums[toJ] = (sums[toJ] ?? 0) + distance;
      sums[toI] = (sums[toI] ?? 0) + distance;
    }
  }
  return sums;
}

function rowSilhouette(
  distances: Float64Array,
  row: number,
  own: number,
  sizes: Float64Array,
): number {
  const ownSize = sizes[own] ?? 0;
  if (ownSize < 2) return 0;
  const within = (distances[row * sizes.length + own] ?? 0) / (ownSize - 1);
  let nearest = Infinity;
  sizes.forEach((size, cluster) => {
    if (cluster === own || size === 0) return;
    nearest = Math.min(nearest, (distances[row * sizes.length + cluster] ?? 0) / size);
  });
  const larger = Math.max(within, nearest);
  return larger > 0 && Number.isFinite(larger) ? (nearest - within) / larger : 0;
}
