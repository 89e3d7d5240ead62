import { takeRows, type DataMatrix } from './data-matrix.ts';
import { RESTLESS_SHARE, kMeans } from './k-means.ts';
import { nearestCentroids } from './nearest-centroid.ts';
import { randomBelow, type Random } from './seeded-random.ts';

/** A cluster counts as found again in a sample above this similarity, as in R fpc::clusterboot. */
export const RECOVERED_JACCARD = 0.75;

export interface StabilityOptions {
  /** Samples that are drawn. */
  resamples: number;
  /** k-means starts in each sample. */
  starts: number;
  /** Told after each sample how far the work is, 0–1. */
  advance?: (share: number) => void;
}

/**
 * Bootstrap stability of each cluster – does the group come out again when the customers are drawn anew? Definition:
 * for each sample of as many customers, drawn with replacement, the largest Jaccard similarity (shared ÷ either)
 * between the cluster and a cluster of the sample, both restricted to the customers that were drawn, each counted
 * once. The mean over samples is the figure to quote. Source: Hennig (2007), as in R fpc::clusterboot with
 * bootmethod = "boot" and its defaults. A cluster without rows has 0.
 *
 * @param centers the clustering that is examined
 * @returns one array a sample, one similarity a cluster
 * @example clusterStability({ rows: 4, columns: 1, values: Float64Array.of(0, 0, 9, 9) }, [[0], [9]], () => 0.6, { resamples: 5, starts: 1 }).length // => 5
 */
export function clusterStability(
  data: DataMatrix,
  centers: readonly ArrayLike<number>[],
  random: Random,
  { resamples, starts, advance }: StabilityOptions,
): number[][] {
  const k = centers.length;
  const { labels } = nearestCentroids(data, centers);
  return Array.from({ length: resamples }, (_, resample) => {
    const drawn = drawnRows(data.rows, random);
    // A sample may hold fewer different customers than groups: then each is a group of its own.
    const again = kMeans(
      takeRows(data, drawn),
      Math.min(k, drawn.length),
      random,
      starts,
      RESTLESS_SHARE,
    );
    advance?.((resample + 1) / resamples);
    const before = drawn.map((row) => labels[row] ?? 0);
    return largestJaccards(before, again.labels, k);
  });
}

/**
 * Mean similarity of each cluster over the samples – the figure that stability is judged by.
 *
 * @example meanJaccards([[1, 0.5], [1, 0.7]]) // => [1, 0.6]
 */
export function meanJaccards(samples: readonly (readonly number[])[]): number[] {
  return (samples[0] ?? []).map(
    (_, cluster) =>
      samples.reduce((sum, jaccards) => sum + (jaccards[cluster] ?? 0), 0) / samples.length,
  );
}

/**
 * Largest Jaccard similarity of each cluster with one of another grouping of the same rows – how much of it came out
 * again. Definition: rows in both ÷ rows in either. Source: Jaccard (1901); R fpc::clujaccard. A cluster without
 * rows has 0.
 *
 * @param k how many clusters either grouping has at most
 * @example largestJaccards([0, 0, 1], [1, 1, 1], 2).map((value) => value.toFixed(2)) // => ['0.67', '0.33']
 */
export function largestJaccards(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  k: number,
): number[] {
  const shared = Array.from({ length: k }, () => new Float64Array(k));
  const sizesBefore = new Float64Array(k);
  const sizesAfter = new Float64Array(k);
  for (let row = 0; row < before.length; row += 1) {
    const from = before[row] ?? 0;
    const to = after[row] ?? 0;
    sizesBefore[from] = (sizesBefore[from] ?? 0) + 1;
    sizesAfter[to] = (sizesAfter[to] ?? 0) + 1;
    const cells = shared[from];
    if (cells) cells[to] = (cells[to] ?? 0) + 1;
  }
  return shared.map((cells, from) =>
    cells.reduce((largest, common, to) => {
      const either = (sizesBefore[from] ?? 0) + (sizesAfter[to] ?? 0) - common;
      return either > 0 ? Math.max(largest, common / either) : largest;
    }, 0),
  );
}

/** Rows of a sample with replacement; a row that was drawn twice is there once. */
function drawnRows(rows: number, random: Random): Int32Array {
  const isDrawn = new Uint8Array(rows);
  for (let draw = 0; draw < rows; draw += 1) isDrawn[randomBelow(random, rows)] = 1;
  return Int32Array.from(
    Array.from({ length: rows }, (_, row) => row).filter((row) => isDrawn[row] === 1),
  );
}
