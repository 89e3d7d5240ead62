import { CholeskyDecomposition, type Matrix } from 'ml-matrix';
import { gammaTail } from '#core/statistics/gamma-tail.ts';

/** Result of Bartlett's test. */
export interface Sphericity {
  chiSquare: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Of the correlation matrix: 1 when nothing correlates, 0 when a variable repeats others exactly. */
  determinant: number;
}

/**
 * Bartlett's test of sphericity – whether features correlate at all, or only look as if by chance. Definition:
 * −(n − 1 − (2p + 5) ÷ 6) · ln |R| against chi-square with p(p − 1) ÷ 2 degrees of freedom, upper tail.
 * Source: Bartlett (1950). A single variable has nothing to correlate with: p-value 1.
 *
 * @param observations customers behind the correlations
 * @throws RangeError when the matrix is singular: leave out what repeats others first
 * @example bartlettSphericity(new Matrix([[1, 0], [0, 1]]), 100).pValue // => 1
 */
export function bartlettSphericity(correlations: Matrix, observations: number): Sphericity {
  const size = correlations.rows;
  const cholesky = new CholeskyDecomposition(correlations);
  if (!cholesky.isPositiveDefinite()) {
    throw new RangeError('Cannot test correlations: some variables repeat others exactly');
  }
  const logDeterminant = cholesky.lowerTriangularMatrix
    .diagonal()
    .reduce((sum, entry) => sum + 2 * Math.log(entry), 0);
  const chiSquare = Math.max(0, -(observations - 1 - (2 * size + 5) / 6) * logDeterminant);
  const degreesOfFreedom = (size * (size - 1)) / 2;
  return {
    chiSquare,
    degreesOfFreedom,
    pValue: degreesOfFreedom > 0 ? gammaTail(degreesOfFreedom / 2, chiSquare / 2) : 1,
    determinant: Math.exp(logDeterminant),
  };
}
