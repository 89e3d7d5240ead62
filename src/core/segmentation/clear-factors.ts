import type { Matrix } from 'ml-matrix';
import { commonFactors, type CommonFactors } from './common-factors.ts';
import { STRONG_LOADING } from './name-factors.ts';
import { varimax } from './varimax.ts';

/** A factor of a single feature is that feature again. */
const FEWEST_STRONG_FEATURES = 2;

/**
 * Common factors, as many as are clear – parallel analysis of components finds too few where factors are related or some
 * are small, that of factors too many where customers are many; this decides between the two. Definition: beginning with
 * the lower number, one factor more as long as the search settles without a Heywood case and at least two features load
 * on each rotated factor with 0.4 or more. The lower number itself is taken as it comes. Source: both numbers as in Crawford
 * et al. (2010), "Evaluation of parallel analysis methods"; the limits of Hair et al. (2010), chapter 3. On the classic
 * data it gives the published numbers: Thurstone 3, Harman's 24 tests 4, ability.cov 2, bfi 5.
 *
 * @param counts the lower and the higher number
 * @throws RangeError and Error as commonFactors
 * @example clearFactors(new Matrix([[1, 0.72, 0.63], [0.72, 1, 0.56], [0.63, 0.56, 1]]), { fewest: 1, most: 1 }).loadings.columns // => 1
 */
export function clearFactors(
  correlations: Matrix,
  { fewest, most }: { fewest: number; most: number },
): CommonFactors {
  let chosen = commonFactors(correlations, fewest);
  for (let count = fewest + 1; count <= most; count += 1) {
    const more = commonFactors(correlations, count);
    if (!isClear(more)) break;
    chosen = more;
  }
  return chosen;
}

function isClear({ loadings, heywood, converged }: CommonFactors): boolean {
  return (
    converged &&
    heywood.length === 0 &&
    varimax(loadings)
      .loadings.transpose()
      .to2DArray()
      .every(
        (column) =>
          column.filter((loading) => Math.abs(loading) >= STRONG_LOADING).length >=
          FEWEST_STRONG_FEATURES,
      )
  );
}
