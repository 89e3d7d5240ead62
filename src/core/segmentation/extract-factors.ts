import { Matrix } from 'ml-matrix';
import { correlationMatrix } from './correlation-matrix.ts';
import type { DataMatrix } from './data-matrix.ts';
import { parallelAnalysis } from './parallel-analysis.ts';
import { componentLoadings, principalComponents } from './principal-components.ts';
import type { Random } from './seeded-random.ts';
import { varimax } from './varimax.ts';

export interface Factors {
  count: number;
  eigenvalues: number[];
  /** Rotated; one row a feature, one column a factor. */
  loadings: number[][];
  communalities: number[];
  /** Factor score = Σ weight × standardised feature. */
  scoreWeights: number[][];
  /** Share of the features' variance that the factors hold together, 0–1. */
  varianceExplained: number;
}

/**
 * Factors behind the features – a handful of habits instead of two dozen columns. Definition: principal components of
 * the correlation matrix, as many as parallel analysis keeps (but at least two, if there are two features), rotated
 * by varimax; score weights = eigenvectors ÷ √eigenvalue, rotated alike, so that scores have variance 1.
 * Source: Harman (1976); docs/decisions/ has the reasons for this first form.
 *
 * @param standardised standard scores, customers by features
 * @throws RangeError without features or with hardly more customers than features
 * @example extractFactors({ rows: 5, columns: 1, values: Float64Array.of(-1, 0, 1, 0, 0) }, () => 0.75).count // => 1
 */
export function extractFactors(standardised: DataMatrix, random: Random): Factors {
  if (standardised.columns === 0) throw new RangeError('Expected at least one feature');
  const components = principalComponents(correlationMatrix(standardised));
  const { eigenvalues, eigenvectors } = components;
  const kept = parallelAnalysis(eigenvalues, standardised.rows, random).factors;
  const count = Math.min(standardised.columns, Math.max(2, kept));
  const { loadings, rotation } = varimax(componentLoadings(components, count));
  const unrotated = new Matrix(standardised.columns, count);
  for (let column = 0; column < count; column += 1) {
    const scale = Math.sqrt(Math.max(eigenvalues[column] ?? 0, Number.EPSILON));
    unrotated.setColumn(
      column,
      eigenvectors.getColumn(column).map((entry) => entry / scale),
    );
  }
  const communalities = loadings
    .to2DArray()
    .map((row) => row.reduce((sum, loading) => sum + loading * loading, 0));
  const explained = communalities.reduce((sum, value) => sum + value, 0);
  return {
    count,
    eigenvalues,
    loadings: loadings.to2DArray(),
    communalities,
    scoreWeights: unrotated.mmul(rotation).to2DArray(),
    varianceExplained: Math.min(1, explained / standardised.columns),
  };
}
