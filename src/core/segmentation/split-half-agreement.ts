import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { takeRows, type DataMatrix } from './data-matrix.ts';
import { RESTLESS_SHARE, kMeans } from './k-means.ts';
import { nearestCentroids } from './nearest-centroid.ts';
import { shuffledIndices } from './row-order.ts';
import type { Random } from './seeded-random.ts';

/**
 * Split-half agreement – would two halves of the customers have led to the same grouping? Definition: customers are
 * dealt into two halves, each half is grouped by itself, all customers are assigned by either grouping; mean adjusted
 * Rand index of the two over the splits. Above 0.90 is excellent, above 0.80 good, above 0.65 moderate (Steinley 2004).
 * Source: Tibshirani and Walther (2005), with the index of Hubert and Arabie. With fewer rows than twice the groups
 * there is nothing to split: 0.
 *
 * @param options.splits how often the customers are dealt
 * @param options.starts k-means starts in each half
 * @example splitHalfAgreement({ rows: 8, columns: 1, values: Float64Array.of(0, 0, 0, 0, 9, 9, 9, 9) }, 1, () => 0, { splits: 2, starts: 1 }) // => 1
 */
export function splitHalfAgreement(
  data: DataMatrix,
  k: number,
  random: Random,
  { splits, starts }: { splits: number; starts: number },
): number {
  const middle = Math.floor(data.rows / 2);
  if (middle < k) return 0;
  let sum = 0;
  for (let split = 0; split < splits; split += 1) {
    const dealt = shuffledIndices(data.rows, random);
    const [first = [], second = []] = [dealt.subarray(0, middle), dealt.subarray(middle)].map(
      (half) => {
        const { centers } = kMeans(takeRows(data, half), k, random, starts, RESTLESS_SHARE);
        return [...nearestCentroids(data, centers).labels];
      },
    );
    sum += adjustedRandIndex(first, second);
  }
  return sum / splits;
}
