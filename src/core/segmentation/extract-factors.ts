import { Matrix } from 'ml-matrix';
import { bartlettSphericity, type Sphericity } from './bartlett-sphericity.ts';
import { clearFactors } from './clear-factors.ts';
import { mostCommonFactors } from './common-factors.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import type { DataMatrix } from './data-matrix.ts';
import type { SamplingAdequacy } from './kaiser-meyer-olkin.ts';
import { parallelAnalysis } from './parallel-analysis.ts';
import { componentLoadings, principalComponents } from './principal-components.ts';
import { regressionWeights } from './regression-weights.ts';
import { screenForFactors } from './screen-for-factors.ts';
import type { Random } from './seeded-random.ts';
import { varimax } from './varimax.ts';

/** Groups are sought in a plane at least where nothing says how many directions there are. */
const FEWEST_COMPONENTS = 2;
const OF_FACTORS = { of: 'factors', sets: 100, percentile: 0.95 } as const;

export interface Factors {
  /** Columns of the matrix given that took part, ascending; the order of every vector by feature below. */
  kept: number[];
  /** The others, each with the reason in plain words. */
  dropped: { column: number; reason: string }[];
  /** Those of the dropped that share too little with the rest for a common factor. */
  unshared: number[];
  /** Components only where the features do not allow common factors; `notes` says why. */
  method: 'minres' | 'principal components';
  /** What a reader of the certificate should know: a fallback, a factor that explains a feature wholly. */
  notes: string[];
  /** Number of factors. */
  count: number;
  /** Kaiser-Meyer-Olkin measure of sampling adequacy of the kept features: overall, and by feature. */
  adequacy: SamplingAdequacy;
  /** Bartlett's test that the kept features do not correlate at all. */
  sphericity: Sphericity;
  /** Of the correlations of the kept features, largest first. */
  eigenvalues: number[];
  /** What pure chance reaches at each position (parallel analysis, 95th percentile). */
  chanceEigenvalues: number[];
  /** Rotated; one row a kept feature, one column a factor. */
  loadings: number[][];
  /** Share of each feature's variance that the factors hold, 0–1; in a Heywood case 1. */
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

/**
 * Factors behind the features – a handful of habits instead of two dozen columns. Definition: features that repeat
 * others or share too little with the rest are left out (screenForFactors); as many factors as parallel analysis keeps
 * (Horn, 95th percentile of 100 random sets) of components at least and of factors at most (clearFactors), extracted by
 * minres, rotated by varimax, scored by regression. Where the
 * features do not allow common factors, principal components take their place – at least two, rotated and scored alike,
 * which sum features up without claiming a cause behind them – and `notes` says why. Source: Harman (1976); Horn (1965);
 * docs/decisions/012-factors-by-minres.md.
 *
 * @param standardised standard scores, customers by features
 * @param labels what reasons and notes call the features; default: "feature 1", "feature 2" …
 * @throws RangeError without features or with hardly more customers than features
 * @example extractFactors({ rows: 5, columns: 1, values: Float64Array.of(-1, 0, 1, 0, 0) }, () => 0.75).count // => 1
 */
export function extractFactors(
  standardised: DataMatrix,
  random: Random,
  labels: readonly string[] = Array.from(
    { length: standardised.columns },
    (_, column) => `feature ${column + 1}`,
  ),
): Factors {
  if (standardised.columns === 0) throw new RangeError('Expected at least one feature');
  const all = correlationMatrix(standardised);
  const { kept, dropped, unshared, adequacy, problem } = screenForFactors(all, labels);
  const correlations = all.selection(kept, kept);
  const parallel = parallelAnalysis(correlations, standardised.rows, random);
  const most = (): number =>
    parallelAnalysis(correlations, standardised.rows, random, OF_FACTORS).factors;
  const extraction = extract(correlations, { fewest: parallel.factors, most }, problem);
  const { loadings } = varimax(extraction.unrotated);
  const { weights, scoreVariances } = regressionWeights(correlations, loadings);
  const squares = Matrix.mul(loadings, loadings);
  const communalities = squares.sum('row').map((value) => Math.min(1, value));
  const sumsOfSquares = squares.sum('column');
  return {
    kept,
    dropped,
    unshared,
    method: extraction.method,
    notes: extraction.notes(kept.map((column) => labels[column] ?? '')),
    count: loadings.columns,
    adequacy,
    sphericity: bartlettSphericity(correlations, standardised.rows),
    eigenvalues: parallel.eigenvalues,
    chanceEigenvalues: parallel.thresholds,
    loadings: loadings.to2DArray(),
    communalities,
    uniquenesses: communalities.map((value) => 1 - value),
    sumsOfSquares,
    scoreWeights: weights.to2DArray(),
    scoreVariances,
    varianceExplained: Math.min(1, squares.sum() / kept.length),
  };
}

interface Extracted {
  unrotated: Matrix;
  method: Factors['method'];
  notes: (labels: readonly string[]) => string[];
}

function extract(
  correlations: Matrix,
  { fewest, most }: { fewest: number; most: () => number },
  problem: string | null,
): Extracted {
  if (problem !== null) return components(correlations, fewest, problem);
  if (fewest === 0) {
    return components(correlations, fewest, 'No factor explains more than chance would');
  }
  const bearable = mostCommonFactors(correlations.rows);
  const { loadings, heywood, converged } = clearFactors(correlations, {
    fewest: Math.min(fewest, bearable),
    most: Math.min(most(), bearable),
  });
  if (!converged) return components(correlations, fewest, 'The search for factors did not settle');
  return {
    unrotated: loadings,
    method: 'minres',
    notes: (labels) => [
      ...countNotes(loadings.columns, fewest),
      ...heywood.map(
        (feature) =>
          `The factors explain ${labels[feature] ?? ''} almost wholly (a Heywood case): what it has for itself is held at half a per cent`,
      ),
    ],
  };
}

function countNotes(count: number, ofComponents: number): string[] {
  if (count < ofComponents) {
    return [`${count} factors instead of ${ofComponents}: so few features do not determine more`];
  }
  if (count === ofComponents) return [];
  return [
    `${count} factors: parallel analysis of components keeps ${ofComponents}, that of factors more, and features load clearly on each`,
  ];
}

function components(correlations: Matrix, chosen: number, problem: string): Extracted {
  const count = Math.min(correlations.rows, Math.max(FEWEST_COMPONENTS, chosen));
  return {
    unrotated: componentLoadings(principalComponents(correlations), count),
    method: 'principal components',
    notes: () => [
      `${problem}. Customers are compared by principal components instead, which sum the features up without claiming that something common lies behind them`,
    ],
  };
}
