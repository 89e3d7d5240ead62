import type { DataMatrix } from './data-matrix.ts';
import { nearestCentroids, squaredDistance } from './nearest-centroid.ts';
import { loosen, reassign, unknownBounds } from './distance-bounds.ts';
import { randomBelow, type Random } from './seeded-random.ts';

const MOST_ITERATIONS = 100;

/** Where hundreds of groupings are compared, all of them end with this share of rows still moving. */
export const RESTLESS_SHARE = 0.005;

export interface Clustering {
  centers: Float64Array[];
  /** Index of the centre of each row. */
  labels: Int32Array;
  /** Sum of squared distances to the own centre. */
  inertia: number;
}

/**
 * k-means clusters – groups customers so that those of one group are alike. Definition: greedy k-means++ seeding,
 * Lloyd's iterations until no customer moves, the best of several seeded starts by inertia. Source: Arthur and
 * Vassilvitskii (2007), the greedy variant as in scikit-learn; Lloyd (1982). A centre that loses all its rows moves to
 * the row farthest from its own centre.
 *
 * @param restlessShare iterations end when no larger share of the rows moves: the last movers take most of the time
 * @throws RangeError for fewer rows than clusters
 * @example kMeans({ rows: 4, columns: 1, values: Float64Array.of(0, 1, 10, 11) }, 2, () => 0.5, 1).inertia // => 1
 */
export function kMeans(
  data: DataMatrix,
  k: number,
  random: Random,
  starts: number,
  restlessShare = 0,
): Clustering {
  if (k < 1 || data.rows < k) throw new RangeError(`Expected at least ${k} rows`);
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start += 1) {
    const clustering = refineCenters(data, plusPlusCenters(data, k, random), restlessShare);
    if (best === null || clustering.inertia < best.inertia) best = clustering;
  }
  if (best === null) throw new RangeError('Expected at least one start');
  return best;
}

/**
 * Clusters grown from given centres – carries a grouping of a sample over to all customers. Definition: Lloyd's
 * iterations until no customer moves, at most 100. Source: Lloyd (1982); rows that cannot have moved are passed over by
 * Hamerly's bounds (2010), which change the time and not the result.
 *
 * @example refineCenters({ rows: 3, columns: 1, values: Float64Array.of(0, 1, 9) }, [Float64Array.of(2), Float64Array.of(8)]).inertia // => 0.5
 */
export function refineCenters(
  data: DataMatrix,
  start: readonly Float64Array[],
  restlessShare = 0,
): Clustering {
  let centers = [...start];
  const bounds = unknownBounds(data.rows);
  for (let iteration = 0; ; iteration += 1) {
    const moved = reassign(data, centers, bounds);
    if (moved <= restlessShare * data.rows || iteration >= MOST_ITERATIONS) {
      const { labels, squared } = nearestCentroids(data, centers);
      return { centers, labels, inertia: squared.reduce((sum, value) => sum + value, 0) };
    }
    const next = meansOf(data, bounds.labels, centers);
    loosen(bounds, centers, next);
    centers = next;
  }
}

/**
 * Each next centre is a row: of a few that are drawn with chances proportional to their squared distance from the
 * centres so far, the one that leaves the smallest sum of squared distances (greedy k-means++).
 */
function plusPlusCenters(data: DataMatrix, k: number, random: Random): Float64Array[] {
  const trials = 2 + Math.floor(Math.log(k));
  const first = randomBelow(random, data.rows);
  const centers = [rowOf(data, first)];
  let distances = distancesWith(data, first, null);
  while (centers.length < k) {
    const total = sumOf(distances);
    let best = { row: 0, distances, sum: Infinity };
    for (let trial = 0; trial < trials; trial += 1) {
      const row = drawnByWeight(distances, random() * total);
      const shorter = distancesWith(data, row, distances);
      const sum = sumOf(shorter);
      if (sum < best.sum) best = { row, distances: shorter, sum };
    }
    centers.push(rowOf(data, best.row));
    distances = best.distances;
  }
  return centers;
}

/** Squared distance of each row to the nearest of the centres so far and one more. */
function distancesWith(
  { rows, columns, values }: DataMatrix,
  center: number,
  before: Float64Array | null,
): Float64Array {
  const distances = new Float64Array(rows);
  const from = center * columns;
  for (let row = 0; row < rows; row += 1) {
    const known = before ? (before[row] ?? 0) : Infinity;
    const offset = row * columns;
    let sum = 0;
    for (let column = 0; column < columns && sum < known; column += 1) {
      const difference = (values[offset + column] ?? 0) - (values[from + column] ?? 0);
      sum += difference * difference;
    }
    distances[row] = Math.min(known, sum);
  }
  return distances;
}

/** The row at which the running sum of the weights passes the given part of them. */
function drawnByWeight(weights: Float64Array, part: number): number {
  let rest = part;
  let row = 0;
  while (row < weights.length - 1) {
    rest -= weights[row] ?? 0;
    if (rest < 0) break;
    row += 1;
  }
  return row;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum;
}

function meansOf(data: DataMatrix, labels: Int32Array, centers: Float64Array[]): Float64Array[] {
  const { rows, columns, values } = data;
  const sums = new Float64Array(centers.length * columns);
  const counts = new Int32Array(centers.length);
  for (let row = 0; row < rows; row += 1) {
    const label = labels[row] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
    for (let column = 0; column < columns; column += 1) {
      const at = label * columns + column;
      sums[at] = (sums[at] ?? 0) + (values[row * columns + column] ?? 0);
    }
  }
  return centers.map((_, label) => {
    const count = counts[label] ?? 0;
    if (count === 0) return farthestRow(data, labels, centers);
    return sums.slice(label * columns, (label + 1) * columns).map((total) => total / count);
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
