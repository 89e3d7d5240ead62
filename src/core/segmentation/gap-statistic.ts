import { Matrix } from 'ml-matrix';
import type { DataMatrix } from './data-matrix.ts';
import { RESTLESS_SHARE, kMeans } from './k-means.ts';
import { principalComponents } from './principal-components.ts';
import type { Random } from './seeded-random.ts';

/** How much closer together so many groups are than the same number of groups cut out of nothing. */
export interface Gap {
  k: number;
  gap: number;
  /** Standard error from the finite number of reference sets. */
  standardError: number;
}

export interface GapOptions {
  /** Reference sets that are drawn; at least 2. */
  references: number;
  /** k-means starts on each. */
  starts: number;
  /** Told after each reference set how far the work is, 0–1. */
  advance?: (share: number) => void;
}

/**
 * Gap statistic – whether groups lie closer together than groups cut out of a cloud that has none. Definition: mean
 * logarithm of the within-cluster sum of squares over reference sets, minus that of the data, for each number of
 * groups; references are uniform in the box that holds the data along its principal components; standard error
 * with n − 1, times √(1 + 1 ÷ references). Source: Tibshirani, Walther and Hastie (2001); the same figures as R
 * cluster::clusGap with d.power = 2 and spaceH0 = "scaledPCA". A grouping without any spread has an infinite gap.
 *
 * @param clusterings number of groups and within-cluster sum of squares (inertia) of each grouping of the data
 * @throws RangeError for fewer than two reference sets
 * @example gapStatistic({ rows: 3, columns: 1, values: Float64Array.of(0, 1, 2) }, [{ k: 1, inertia: 2 }], () => 0.5, { references: 2, starts: 1 }).map(({ k }) => k) // => [1]
 */
export function gapStatistic(
  data: DataMatrix,
  clusterings: readonly { k: number; inertia: number }[],
  random: Random,
  options: GapOptions,
): Gap[] {
  const sides = boxSides(data);
  const logarithms: number[][] = clusterings.map(() => []);
  for (let reference = 0; reference < options.references; reference += 1) {
    const drawn = uniformInBox(sides, data.rows, random);
    clusterings.forEach(({ k }, index) => {
      logarithms[index]?.push(
        Math.log(kMeans(drawn, k, random, options.starts, RESTLESS_SHARE).inertia),
      );
    });
    options.advance?.((reference + 1) / options.references);
  }
  return clusterings.map(({ k, inertia }, index) => ({
    k,
    ...gapFromLogarithms(Math.log(inertia), logarithms[index] ?? []),
  }));
}

/**
 * Gap and its standard error from logarithms – one number of groups of the gap statistic.
 *
 * @throws RangeError for fewer than two reference sets
 * @example gapFromLogarithms(1, [2, 4]) // => { gap: 2, standardError: Math.sqrt(3) }
 */
export function gapFromLogarithms(
  ofData: number,
  ofReferences: readonly number[],
): { gap: number; standardError: number } {
  const count = ofReferences.length;
  if (count < 2) throw new RangeError('Expected at least two reference sets');
  const mean = ofReferences.reduce((sum, value) => sum + value, 0) / count;
  const squares = ofReferences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    gap: mean - ofData,
    standardError: Math.sqrt((1 + 1 / count) * (squares / (count - 1))),
  };
}

/**
 * Number of groups by the gap statistic – the fewest groups to which one more adds nothing. Definition: smallest k
 * with gap(k) ≥ gap(k + 1) − standard error(k + 1); the largest k that was tried when there is none. Source:
 * Tibshirani et al. (2001); R cluster::maxSE, method "Tibs2001SEmax".
 *
 * @param gaps in ascending order of k
 * @throws RangeError without gaps
 * @example gapChoice([{ k: 1, gap: 0.1, standardError: 0.01 }, { k: 2, gap: 0.5, standardError: 0.01 }, { k: 3, gap: 0.5, standardError: 0.01 }]) // => 2
 */
export function gapChoice(gaps: readonly Gap[]): number {
  const chosen = gaps.find(({ gap }, index) => {
    const next = gaps[index + 1];
    return next === undefined || gap >= next.gap - next.standardError;
  });
  if (!chosen) throw new RangeError('Expected at least one gap');
  return chosen.k;
}

/**
 * Sides of the box around the data – how far customers spread along each principal component. Definition: range of the
 * centred data along the eigenvectors of its covariances. References are drawn in this box as it lies: turning it
 * back into the data's own directions changes no distance. Source: Tibshirani et al. (2001), reference (b).
 *
 * @example [...boxSides({ rows: 2, columns: 2, values: Float64Array.of(0, 0, 3, 4) })].map((side) => side.toFixed(1)) // => ['5.0', '0.0']
 */
export function boxSides(data: DataMatrix): Float64Array {
  const { rows, columns } = data;
  const centred = new Matrix(rows, columns);
  for (let row = 0; row < rows; row += 1) {
    centred.setRow(row, data.values.subarray(row * columns, (row + 1) * columns));
  }
  centred.center('column');
  const covariances = centred.transpose().mmul(centred);
  const along = centred.mmul(principalComponents(covariances).eigenvectors);
  return Float64Array.from({ length: columns }, (_, column) => {
    const values = along.getColumn(column);
    return (
      values.reduce((most, value) => Math.max(most, value), -Infinity) -
      values.reduce((least, value) => Math.min(least, value), Infinity)
    );
  });
}

/**
 * Customers without any groups – chance to compare with. Definition: every value uniform between 0 and its side.
 *
 * @example [...uniformInBox(Float64Array.of(4), 2, () => 0.25).values] // => [1, 1]
 */
export function uniformInBox(sides: ArrayLike<number>, rows: number, random: Random): DataMatrix {
  const columns = sides.length;
  const values = Float64Array.from(
    { length: rows * columns },
    (_, index) => random() * (sides[index % columns] ?? 0),
  );
  return { rows, columns, values };
}
