import type { DataMatrix } from './data-matrix.ts';
import { nearestCentroid, squaredDistance } from './nearest-centroid.ts';
import type { Random } from './seeded-random.ts';
import { randomBelow } from './seeded-random.ts';

const MOST_ITERATIONS = 100;

export interface Clustering {
  centers: Float64Array[];
  /** Index of the centre of each row. */
  labels: Int32Array;
  /** Sum of squared distances to the own centre. */
  inertia: number;
}

/**
 * k-means clusters – groups customers so that those of one group are alike. Definition: k-means++ seeding, Lloyd's
 * iterations until no customer moves, the best of several seeded starts by inertia. Source: Arthur and Vassilvitskii
 * (2007); Lloyd (1982). A centre that loses all its rows moves to the row farthest from its own centre.
 *
 * @throws RangeError for fewer rows than clusters
 * @example kMeans({ rows: 4, columns: 1, values: Float64Array.of(0, 1, 10, 11) }, 2, () => 0.5, 1).inertia // => 1
 */
export function kMeans(data: DataMatrix, k: number, random: Random, starts: number): Clustering {
  if (k < 1 || data.rows < k) throw new RangeError(`Expected at least ${k} rows`);
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start += 1) {
    const clustering = lloyd(data, plusPlusCenters(data, k, random));
    if (best === null || clustering.inertia < best.inertia) best = clustering;
  }
  if (best === null) throw new RangeError('Expected at least one start');
  return best;
}

/** Each next centre is a row, drawn with a chance proportional to its squared distance from the centres so far. */
function plusPlusCenters(data: DataMatrix, k: number, random: Random): Float64Array[] {
  const centers = [rowOf(data, randomBelow(random, data.rows))];
  const distances = new Float64Array(data.rows).fill(Infinity);
  while (centers.length < k) {
    const newest = centers.at(-1) ?? [];
    let total = 0;
    for (let row = 0; row < data.rows; row += 1) {
      distances[row] = Math.min(distances[row] ?? 0, squaredDistance(data, row, newest));
      total += distances[row] ?? 0;
    }
    let rest = random() * total;
    let chosen = 0;
    while (chosen < data.rows - 1) {
      rest -= distances[chosen] ?? 0;
      if (rest < 0) break;
      chosen += 1;
    }
    centers.push(rowOf(data, chosen));
  }
  return centers;
}

function lloyd(data: DataMatrix, start: Float64Array[]): Clustering {
  let centers = start;
  const labels = new Int32Array(data.rows).fill(-1);
  for (let iteration = 0; ; iteration += 1) {
    let moved = 0;
    let inertia = 0;
    for (let row = 0; row < data.rows; row += 1) {
      const { index, squared } = nearestCentroid(data, row, centers);
      if (labels[row] !== index) moved += 1;
      labels[row] = index;
      inertia += squared;
    }
    if (moved === 0 || iteration >= MOST_ITERATIONS) return { centers, labels, inertia };
    centers = meansOf(data, labels, centers);
  }
}

function meansOf(data: DataMatrix, labels: Int32Array, centers: Float64Array[]): Float64Array[] {
  const sums = centers.map(() => new Float64Array(data.columns));
  const counts = new Int32Array(centers.length);
  for (let row = 0; row < data.rows; row += 1) {
    const label = labels[row] ?? 0;
    const sum = sums[label];
    counts[label] = (counts[label] ?? 0) + 1;
    for (let column = 0; sum && column < data.columns; column += 1) {
      sum[column] = (sum[column] ?? 0) + (data.values[row * data.columns + column] ?? 0);
    }
  }
  return sums.map((sum, label) => {
    const count = counts[label] ?? 0;
    return count > 0 ? sum.map((total) => total / count) : farthestRow(data, labels, centers);
  });
}

function farthestRow(data: DataMatrix, labels: Int32Array, centers: Float64Array[]): Float64Array {
  let farthest = 0;
  let distance = -1;
  for (let row = 0; row < data.rows; row += 1) {
    const own = squaredDistance(data, row, centers[labels[row] ?? 0] ?? []);
    if (own > distance) {
      distance = own;
      farthest = row;
    }
  }
  return rowOf(data, farthest);
}

function rowOf(data: DataMatrix, row: number): Float64Array {
  return data.values.slice(row * data.columns, (row + 1) * data.columns);
}
