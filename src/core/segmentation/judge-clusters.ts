import type { Certificate } from '#core/schemas/segmentation.ts';
import { RECOVERED_JACCARD, clusterStability, meanJaccards } from './cluster-stability.ts';
import type { DataMatrix } from './data-matrix.ts';
import { nearestCentroids } from './nearest-centroid.ts';
import type { Random } from './seeded-random.ts';
import { clusterSilhouettes, macroSilhouette } from './silhouette.ts';
import { splitHalfAgreement } from './split-half-agreement.ts';
import { isTrusted, stabilityVerdict } from './stability-verdict.ts';

/** Samples drawn anew. */
export const RESAMPLES = 100;
const SPLITS = 20;
const STARTS = 2;

/** What is known of a group before it has a name. */
export type JudgedCluster = Omit<Certificate['personas'][number], 'id'>;

/**
 * The chosen grouping under the same tests as those that were tried, with more samples – what its certificate says.
 * Definition: silhouette, bootstrap Jaccard of 100 samples (as R fpc::clusterboot takes them) and agreement of 20 pairs
 * of halves; nothing is to be trusted where the customers do not fall into groups. Source:
 * docs/decisions/013-number-of-groups.md and the functions used. At least one centre is needed.
 * @example judgeClusters({ rows: 8, columns: 1, values: Float64Array.of(0, 0, 0, 0, 9, 9, 9, 9) }, [Float64Array.of(0), Float64Array.of(9)], true, () => 0.6).whole.silhouette // => 1
 */
export function judgeClusters(
  sample: DataMatrix,
  centers: readonly Float64Array[],
  trusted: boolean,
  random: Random,
): {
  whole: Pick<Certificate, 'silhouette' | 'recoveredTogether' | 'splitHalfAgreement'>;
  clusters: JudgedCluster[];
} {
  const k = centers.length;
  const silhouettes = clusterSilhouettes(sample, nearestCentroids(sample, centers).labels, k);
  const samples = clusterStability(sample, centers, random, {
    resamples: RESAMPLES,
    starts: STARTS,
  });
  const clusters = meanJaccards(samples).map((jaccard, cluster) => ({
    silhouette: silhouettes[cluster] ?? 0,
    jaccard,
    recovered: samples.filter((found) => (found[cluster] ?? 0) > RECOVERED_JACCARD).length,
    // Slices of a cloud can come out again, too: they are no groups for that.
    verdict: trusted ? stabilityVerdict(jaccard) : ('untrusted' as const),
    // Known only where there are orders to deal out.
    singleOrders: null,
  }));
  return {
    whole: {
      silhouette: macroSilhouette(silhouettes),
      recoveredTogether: samples.filter((found) =>
        clusters.every(
          ({ verdict }, cluster) =>
            !isTrusted(verdict) || (found[cluster] ?? 0) > RECOVERED_JACCARD,
        ),
      ).length,
      splitHalfAgreement: splitHalfAgreement(sample, k, random, {
        splits: SPLITS,
        starts: STARTS,
      }),
    },
    clusters,
  };
}
