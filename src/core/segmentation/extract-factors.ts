import { Matrix } from 'ml-matrix';
import { correlationMatrix } from './correlation-matrix.ts';
import type { DataMatrix } from './data-matrix.ts';
import { parallelAnalysis } from './parallel-analysis.ts';
import { componentLoadings, principalComponents } from './principal-components.ts';
import type { Random } from './seeded-random.ts';
import { varimax } from './varimax.ts';

export interface Factors {
  /** Columns of the matrix given that took part, ascending; the order of every vector by feature below. */
  kept: number[];
  /** The others, each with the reason in plain words. */
  dropped: { column: number; reason: string }[];
  /** Components only where the features do not allow common factors; `notes` says why. */
  method: 'minres' | 'maximum likelihood' | 'principal components';
  /** What a reader of the certificate should know: a fallback, a factor that explains a feature wholly. */
  notes: string[];
  /** Number of factors. */
  count: number;
  /** Kaiser-Meyer-Olkin measure of sampling adequacy of the kept features: overall, and by feature. */
  adequacy: { overall: number; byFeature: number[] };
  /** Bartlett's test that the kept features do not correlate at all. */
  sphericity: Sphericity;
  /** Of the correlations of the kept features, largest first. */
  eigenvalues: number[];
  /** What pure chance reaches at each position (parallel analysis, 95th percentile). */
  chanceEigenvalues: number[];
  /** Rotated; one row a kept feature, one column a factor. */
  loadings: number[][];
  /** Share of each feature's variance that the factors hold, 0–1. */
  communalities: number[];
  /** 1 − communality. */
  uniquenesses: number[];
  /** Sum of squared loadings of each rotated factor. */
  sumsOfSquares: number[];
  /** Factor score = Σ weight × standardised feature; one row a kept feature. */
  scoreWeights: number[][];
  /** Variance of each factor's scores: how well the features determine it, 0–1. */
  scoreVariances: number[];
  /** Share of the kept features' variance that the factors hold together, 0–1. */
  varianceExplained: number;
}

/** Result of Bartlett's test. */
export interface Sphericity {
  chiSquare: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Of the correlation matrix: 1 when nothing correlates, 0 when a feature repeats others exactly. */
  determinant: number;
}

/**
 * Factors behind the features – a handful of habits instead of two dozen columns. Definition: principal components of
 * the correlation matrix, as many as parallel analysis keeps (but at least two, if there are two features), rotated
 * by varimax; score weights = eigenvectors ÷ √eigenvalue, rotated alike, so that scores have variance 1.
 * Source: Harman (1976); docs/decisions/ has the reasons for this first form.
 *
 * @param standardised standard scores, customers by features
 * @param labels what reasons call the features; default: "feature 1", "feature 2" …
 * @throws RangeError without features or with hardly more customers than features
 * @example extractFactors({ rows: 5, columns: 1, values: Float64Array.of(-1, 0, 1, 0, 0) }, () => 0.75).count // => 1
 */
export function extractFactors(
  standardised: DataMatrix,
  random: Random,
  _labels?: readonly string[],
): Factors {
  if (standardised.columns === 0) throw new RangeError('Expected at least one feature');
  const components = principalComponents(correlationMatrix(standardised));
  const { eigenvalues, eigenvectors } = components;
  const parallel = parallelAnalysis(eigenvalues, standardised.rows, random);
  const count = Math.min(standardised.columns, Math.max(2, parallel.factors));
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
    kept: communalities.map((_, column) => column),
    dropped: [],
    method: 'principal components',
    notes: [],
    count,
    adequacy: { overall: 0, byFeature: communalities.map(() => 0) },
    sphericity: { chiSquare: 0, degreesOfFreedom: 0, pValue: 1, determinant: 1 },
    eigenvalues,
    chanceEigenvalues: parallel.thresholds,
    loadings: loadings.to2DArray(),
    communalities,
    uniquenesses: communalities.map((value) => 1 - value),
    sumsOfSquares: loadings
      .transpose()
      .to2DArray()
      .map((column) => column.reduce((sum, loading) => sum + loading * loading, 0)),
    scoreWeights: unrotated.mmul(rotation).to2DArray(),
    scoreVariances: Array.from({ length: count }, () => 1),
    varianceExplained: Math.min(1, explained / standardised.columns),
  };
}
