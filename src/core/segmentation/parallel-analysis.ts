import { inverse, Matrix } from 'ml-matrix';
import { correlationOfProducts } from './correlation-matrix.ts';
import { chiSquareDeviate, normalDeviate } from './random-deviates.ts';
import type { Random } from './seeded-random.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

export interface ParallelAnalysis {
  /** Factors to keep; 0 when chance explains as much as the first. */
  factors: number;
  /** Of the variables given, largest first. */
  eigenvalues: number[];
  /** The eigenvalue that pure chance reaches, for each position. */
  thresholds: number[];
}

export interface ParallelAnalysisOptions {
  /**
   * Which eigenvalues are compared: of the correlation matrix, as Horn did (fa.parallel(fa = "pc") in R), or of the
   * correlation matrix with squared multiple correlations in its diagonal (fa.parallel(fa = "fa", SMC = TRUE)).
   */
  of: 'components' | 'factors';
  /** Random sets that are drawn. */
  sets: number;
  /** Share of the random sets that a factor must exceed, 0–1. */
  percentile: number;
}

const HORN: ParallelAnalysisOptions = { of: 'components', sets: 100, percentile: 0.95 };

/**
 * Number of factors by parallel analysis – keeps a factor only when it explains more than chance would. Definition:
 * leading eigenvalues that exceed the given percentile of the eigenvalues of random, uncorrelated data of the same size;
 * counting stops at the first that does not. The random correlation matrices are drawn from their exact (Wishart)
 * distribution instead of from random customers, which costs the same for any number of customers. Source: Horn (1965),
 * percentile after Glorfeld (1995), reduced matrix after Humphreys and Ilgen (1969); Bartlett's decomposition after
 * Smith and Hocking (1972).
 *
 * @param observations customers behind the correlations
 * @throws RangeError when there are not at least two more observations than variables
 * @example parallelAnalysis(new Matrix([[1, 0.9], [0.9, 1]]), 500, () => 0.75, { of: 'components', sets: 3, percentile: 0.95 }).factors // => 1
 */
export function parallelAnalysis(
  correlations: Matrix,
  observations: number,
  random: Random,
  { of, sets, percentile }: ParallelAnalysisOptions = HORN,
): ParallelAnalysis {
  const variables = correlations.rows;
  if (observations < variables + 2) {
    throw new RangeError('Expected more observations than variables');
  }
  const eigenvaluesOf = (matrix: Matrix): number[] =>
    symmetricEigenvalues(of === 'factors' ? reducedCorrelations(matrix) : matrix);
  const eigenvalues = eigenvaluesOf(correlations);
  const drawn = Array.from({ length: sets }, () =>
    eigenvaluesOf(randomCorrelations(variables, observations - 1, random)),
  );
  const thresholds = eigenvalues.map((_, position) =>
    quantile(
      drawn.map((values) => values[position] ?? 0),
      percentile,
    ),
  );
  const firstBelow = eigenvalues.findIndex((value, at) => value <= (thresholds[at] ?? 0));
  return { factors: firstBelow < 0 ? variables : firstBelow, eigenvalues, thresholds };
}

/** In the diagonal what the others predict of each variable, instead of 1. */
function reducedCorrelations(correlations: Matrix): Matrix {
  const reduced = correlations.clone();
  inverse(correlations)
    .diagonal()
    .forEach((entry, variable) => reduced.set(variable, variable, 1 - 1 / entry));
  return reduced;
}

/** Correlations of uncorrelated normal data, drawn at once: A·Aᵀ of Bartlett's lower triangle. */
function randomCorrelations(variables: number, degreesOfFreedom: number, random: Random): Matrix {
  const triangle = Array.from({ length: variables }, (_, row) => {
    const entries = Float64Array.from({ length: row + 1 }, () => normalDeviate(random));
    entries[row] = Math.sqrt(chiSquareDeviate(random, degreesOfFreedom - row));
    return entries;
  });
  const products = Matrix.zeros(variables, variables);
  triangle.forEach((long, row) => {
    for (let column = 0; column <= row; column += 1) {
      products.set(row, column, sumOfProducts(triangle[column] ?? long, long));
    }
  });
  return correlationOfProducts(products);
}

/** Over the length of the first. */
function sumOfProducts(short: Float64Array, long: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < short.length; at += 1) sum += (short[at] ?? 0) * (long[at] ?? 0);
  return sum;
}

/** Linear interpolation between order statistics (R's type 7). */
function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
