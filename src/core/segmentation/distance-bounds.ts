import type { DataMatrix } from './data-matrix.ts';

/** What k-means knows of each row between two iterations, so that it need not measure again. */
export interface DistanceBounds {
  /** Nearest centre; -1 before the first iteration. */
  labels: Int32Array;
  /** The distance to it is not larger. */
  upper: Float64Array;
  /** The distance to every other centre is not smaller. */
  lower: Float64Array;
}

/**
 * Bounds before anything was measured – the start of k-means.
 *
 * @example unknownBounds(1).labels[0] // => -1
 */
export function unknownBounds(rows: number): DistanceBounds {
  return {
    labels: new Int32Array(rows).fill(-1),
    upper: new Float64Array(rows).fill(Infinity),
    lower: new Float64Array(rows),
  };
}

/**
 * Puts every row to its nearest centre, and counts the rows that moved – one iteration of k-means. Definition: a row
 * whose bounds say that no other centre can be nearer is passed over. Source: Hamerly (2010), "Making k-means even
 * faster". Without rows: 0.
 *
 * @param bounds of the same centres; updated
 * @example reassign({ rows: 2, columns: 1, values: Float64Array.of(0, 9) }, [Float64Array.of(1), Float64Array.of(8)], unknownBounds(2)) // => 2
 */
export function reassign(
  data: DataMatrix,
  centers: readonly Float64Array[],
  bounds: DistanceBounds,
): number {
  const { rows, columns, values } = data;
  const { labels, upper, lower } = bounds;
  const half = halfSeparations(centers);
  const flat = new Float64Array(centers.length * columns);
  centers.forEach((center, index) => {
    flat.set(center, index * columns);
  });
  let moved = 0;
  for (let row = 0; row < rows; row += 1) {
    const before = labels[row] ?? -1;
    const safe = Math.max(half[before] ?? 0, lower[row] ?? 0);
    if ((upper[row] ?? 0) <= safe) continue;
    const offset = row * columns;
    if (before >= 0) {
      const own = before * columns;
      let sum = 0;
      for (let column = 0; column < columns; column += 1) {
        const difference = (values[offset + column] ?? 0) - (flat[own + column] ?? 0);
        sum += difference * difference;
      }
      upper[row] = Math.sqrt(sum);
      if ((upper[row] ?? 0) <= safe) continue;
    }
    let label = -1;
    let nearest = Infinity;
    let second = Infinity;
    for (let center = 0; center < centers.length; center += 1) {
      const from = center * columns;
      let sum = 0;
      for (let column = 0; column < columns && sum < second; column += 1) {
        const difference = (values[offset + column] ?? 0) - (flat[from + column] ?? 0);
        sum += difference * difference;
      }
      if (sum < nearest) {
        second = nearest;
        nearest = sum;
        label = center;
      } else if (sum < second) {
        second = sum;
      }
    }
    if (label !== before) moved += 1;
    labels[row] = label;
    upper[row] = Math.sqrt(nearest);
    lower[row] = Math.sqrt(second);
  }
  return moved;
}

/**
 * Widens the bounds by how far the centres moved – what is still known after k-means has taken new means.
 *
 * @param bounds of the centres before; updated
 * @example loosen(unknownBounds(1), [Float64Array.of(1)], [Float64Array.of(2)]) // => undefined
 */
export function loosen(
  bounds: DistanceBounds,
  before: readonly Float64Array[],
  after: readonly Float64Array[],
): void {
  const { labels, upper, lower } = bounds;
  const drifts = Float64Array.from(before, (center, index) =>
    distance(center, after[index] ?? center),
  );
  const farthest = drifts.reduce((most, drift) => Math.max(most, drift), 0);
  for (let row = 0; row < labels.length; row += 1) {
    upper[row] = (upper[row] ?? 0) + (drifts[labels[row] ?? 0] ?? 0);
    lower[row] = (lower[row] ?? 0) - farthest;
  }
}

/** Half the distance from each centre to the nearest other: a row that is closer to its own cannot be elsewhere. */
function halfSeparations(centers: readonly Float64Array[]): Float64Array {
  return Float64Array.from(centers, (center, index) =>
    centers.reduce(
      (least, other, at) => (at === index ? least : Math.min(least, distance(center, other) / 2)),
      Infinity,
    ),
  );
}

function distance(from: Float64Array, to: Float64Array): number {
  return Math.sqrt(from.reduce((sum, value, column) => sum + (value - (to[column] ?? 0)) ** 2, 0));
}
