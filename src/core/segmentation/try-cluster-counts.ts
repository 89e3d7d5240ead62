import type { ClusterCandidate } from './choose-cluster-count.ts';
import { clusterStability, meanJaccards } from './cluster-stability.ts';
import type { DataMatrix } from './data-matrix.ts';
import { boxSides, gapStatistic, uniformInBox, type Gap } from './gap-statistic.ts';
import { RESAMPLES } from './judge-clusters.ts';
import { RESTLESS_SHARE, kMeans, type Clustering } from './k-means.ts';
import type { Random } from './seeded-random.ts';
import { clusterSilhouettes, macroSilhouette } from './silhouette.ts';

/** Reference sets of the gap statistic, as Tibshirani and R take them at least. */
const REFERENCES = 100;
/** Reference sets of which the silhouette is taken, too. */
const CHANCE_SETS = 3;
const STARTS = 10;
const REFERENCE_STARTS = 1;
const RESAMPLE_STARTS = 2;
/** Parts of the whole fit, for who watches it. */
const GAP_PART = 0.45;
const TRIAL_PART = 0.4;

/** A number of groups that was tried, and the grouping itself. */
export interface Grouping {
  candidate: ClusterCandidate;
  clustering: Clustering;
}

/**
 * Every number of groups in question, tried on the same customers – what the choice is made from. Definition: k-means++
 * with ten starts; gap statistic against 100 reference sets (one group included, which groups must exceed), silhouette
 * beside the best of three sets without groups, bootstrap Jaccard of 100 samples, and the smallest group. Source:
 * docs/decisions/013-number-of-groups.md and the functions used. At least one row is needed.
 *
 * @param sample rows of factor scores
 * @param options fewest and most groups; `advance` is told how far the work is, from 0 to 0.85
 * @throws RangeError when there are no rows
 * @example tryClusterCounts({ rows: 4, columns: 1, values: Float64Array.of(0, 0, 9, 9) }, { fewest: 2, most: 2 }, () => 0.6).groupings.map(({ candidate }) => candidate.k) // => [2]
 */
export function tryClusterCounts(
  sample: DataMatrix,
  options: { fewest: number; most: number; advance?: (share: number) => void },
  random: Random,
): { groupings: Grouping[]; noGroups: Gap } {
  const most = Math.min(Math.max(options.most, options.fewest), sample.rows);
  const fewest = Math.min(options.fewest, most);
  const counts = [1, ...Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index)];
  const tried = counts.map((k) => ({ k, ...kMeans(sample, k, random, STARTS, RESTLESS_SHARE) }));
  const [noGroups, ...gaps] = gapStatistic(sample, tried, random, {
    references: REFERENCES,
    starts: REFERENCE_STARTS,
    advance: (share) => options.advance?.(GAP_PART * share),
  });
  if (!noGroups) throw new RangeError('Expected the gap statistic of one group');
  const chance = Array.from({ length: CHANCE_SETS }, () =>
    uniformInBox(boxSides(sample), sample.rows, random),
  );
  const groupings = gaps.map((gap, index): Grouping => {
    const clustering = tried[index + 1] ?? noClustering();
    const candidate = judgeCandidate(sample, gap, clustering, chance, random);
    options.advance?.(GAP_PART + (TRIAL_PART * (index + 1)) / gaps.length);
    return { candidate, clustering };
  });
  return { groupings, noGroups };
}

function judgeCandidate(
  sample: DataMatrix,
  gap: Gap,
  { centers, labels }: Clustering,
  chance: readonly DataMatrix[],
  random: Random,
): ClusterCandidate {
  const { k } = gap;
  const jaccards = meanJaccards(
    clusterStability(sample, centers, random, {
      resamples: RESAMPLES,
      starts: RESAMPLE_STARTS,
    }),
  );
  const chanceSilhouettes = chance.map((cloud) =>
    macroSilhouette(
      clusterSilhouettes(
        cloud,
        kMeans(cloud, k, random, REFERENCE_STARTS, RESTLESS_SHARE).labels,
        k,
      ),
    ),
  );
  return {
    ...gap,
    silhouette: macroSilhouette(clusterSilhouettes(sample, labels, k)),
    chanceSilhouette: Math.max(...chanceSilhouettes),
    jaccard: jaccards.reduce((sum, jaccard) => sum + jaccard, 0) / k,
    lowestJaccard: Math.min(...jaccards),
    smallestShare: smallestShare(labels, k),
  };
}

function smallestShare(labels: Int32Array, k: number): number {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return Math.min(...sizes) / labels.length;
}

function noClustering(): never {
  throw new RangeError('Expected a grouping for each number of groups');
}
