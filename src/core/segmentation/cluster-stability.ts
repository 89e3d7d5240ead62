import type { DataMatrix } from './data-matrix.ts';
import { takeRows } from './data-matrix.ts';
import { kMeans } from './k-means.ts';
import { nearestCentroid } from './nearest-centroid.ts';
import { randomBelow, type Random } from './seeded-random.ts';

/**
 * Bootstrap stability of each cluster – does the group come out again when the customers are drawn anew? Definition:
 * mean over re-drawn samples of the largest Jaccard similarity (shared ÷ either) between the cluster and a cluster of
 * the sample, both restricted to the customers that were drawn. At least 0.75 is stable, under 0.6 is not to be
 * trusted. Source: Hennig (2007), as in R fpc::clusterboot. A cluster without rows has 0.
 *
 * @param centers the clustering that is examined
 * @param resamples how many samples are drawn
 * @param starts k-means starts in each sample
 * @example clusterStability({ rows: 4, columns: 1, values: Float64Array.of(0, 0, 9, 9) }, [[0], [9]], () => 0.6, 1, 1).length // => 2
 */
export function clusterStability(
  data: DataMatrix,
  centers: readonly ArrayLike<number>[],
  random: Random,
  resamples: number,
  starts: number,
): number[] {
  const k = centers.length;
  const original = Array.from(
    { length: data.rows },
    (_, row) => nearestCentroid(data, row, centers).index,
  );
  const sums = new Float64Array(k);
  for (let resample = 0; resample < resamples; resample += 1) {
    const drawn = Int32Array.from({ length: data.rows }, () => randomBelow(random, data.rows));
    const again = kMeans(takeRows(data, drawn), k, random, starts);
    largestJaccards(original, drawn, again.labels, k).forEach((jaccard, cluster) => {
      sums[cluster] = (sums[cluster] ?? 0) + jaccard;
    });
  }
  return [...sums].map((sum) => (resamples > 0 ? sum / resamples : 0));
}

/** For each original cluster its best match; customers drawn twice count once. */
function largestJaccards(
  original: readonly number[],
  drawn: Int32Array,
  again: Int32Array,
  k: number,
): number[] {
  const shared = Array.from({ length: k }, () => new Float64Array(k));
  const before = new Float64Array(k);
  const after = new Float64Array(k);
  const seen = new Set<number>();
  drawn.forEach((row, position) => {
    if (seen.has(row)) return;
    seen.add(row);
    const from = original[row] ?? 0;
    const to = again[position] ?? 0;
    before[from] = (before[from] ?? 0) + 1;
    after[to] = (after[to] ?? 0) + 1;
    const cells = shared[from];
    if (cells) cells[to] = (cells[to] ?? 0) + 1;
  });
  return shared.map((cells, from) =>
    cells.reduce((largest, common, to) => {
      const either = (before[from] ?? 0) + (after[to] ?? 0) - common;
      return either > 0 ? Math.max(largest, common / either) : largest;
    }, 0),
  );
}
