import { Matrix, solve } from 'ml-matrix';

export interface RegressionWeights {
  /** Factor score = Σ weight × standardised variable; one row a variable, one column a factor. */
  weights: Matrix;
  /** Variance of each factor's scores: the squared correlation of the scores with the factor itself, 0–1. */
  scoreVariances: number[];
}

/**
 * Weights of regression scores – where a customer stands on each factor, as well as the features can tell.
 * Definition: R⁻¹Λ for correlations R and orthogonal loadings Λ; the variance of the scores is the diagonal of ΛᵀR⁻¹Λ.
 * Source: Thurstone (1935); Harman (1976), chapter 16.
 *
 * @throws Error when the correlation matrix is singular
 * @example regressionWeights(Matrix.eye(2), new Matrix([[0.5], [0.25]])).weights.to2DArray() // => [[0.5], [0.25]]
 */
export function regressionWeights(correlations: Matrix, loadings: Matrix): RegressionWeights {
  const weights = solve(correlations, loadings);
  return { weights, scoreVariances: loadings.transpose().mmul(weights).diagonal() };
}
