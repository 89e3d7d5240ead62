import { Matrix } from 'ml-matrix';
import { correlationOfProducts } from './correlation-matrix.ts';
import { principalComponents } from './principal-components.ts';
import { chiSquareDeviate, normalDeviate } from './random-deviates.ts';
import type { Random } from './seeded-random.ts';

export interface ParallelAnalysis {
  /** Factors to keep; at least 1. */
  factors: number;
  /** The eigenvalue that pure chance reaches, for each position. */
  thresholds: number[];
}

/**
 * Number of factors by parallel analysis – keeps a factor only when it explains more than chance would. Definition:
 * leading eigenvalues of the correlation matrix that exceed the given percentile of the eigenvalues of random,
 * uncorrelated data of the same size; counting stops at the first that does not. The random correlation matrices
 * are drawn from their exact (Wishart) distribution instead of from random customers, which costs the same for any
 * number of customers. Source: Horn (1965), percentile after Glorfeld (1995); Bartlett's decomposition after Smith and
 * Hocking (1972). At least one factor is kept.
 *
 * @param options.sets random matrices that are drawn
 * @param options.percentile 0–1
 * @throws RangeError when there are not at least two more observations than variables
 * @example parallelAnalysis([1.9, 0.1], 500, () => 0.75, { sets: 3, percentile: 0.95 }).factors // => 1
 */
export function parallelAnalysis(
  eigenvalues: readonly number[],
  observations: number,
  random: Random,
  options: { sets: number; percentile: number } = { sets: 100, percentile: 0.95 },
): ParallelAnalysis {
  const variables = eigenvalues.length;
  if (observations < variables + 2)
    throw new RangeError('Expected more observations than variables');
  const drawn = Array.from(
    { length: options.sets },
    () => principalComponents(randomCorrelations(variables, observations - 1, random)).eigenvalues,
  );
  const thresholds = eigenvalues.map((_, position) =>
    quantile(
      drawn.map((values) => values[position] ?? 0),
      options.percentile,
    ),
  );
  const firstBelow = eigenvalues.findIndex((value, at) => value <= (thresholds[at] ?? 0));
  return { factors: Math.max(1, firstBelow < 0 ? variables : firstBelow), thresholds };
}

/** Correlations of uncorrelated normal data, drawn at once: A·Aᵀ of Bartlett's lower triangle. */
function randomCorrelations(variables: number, degreesOfFreedom: number, random: Random): Matrix {
  const triangle = Matrix.zeros(variables, variables);
  for (let row = 0; row < variables; row += 1) {
    for (let column = 0; column < row; column += 1)
      triangle.set(row, column, normalDeviate(random));
    triangle.set(row, row, Math.sqrt(chiSquareDeviate(random, degreesOfFreedom - row)));
  }
  return correlationOfProducts(triangle.mmul(triangle.transpose()));
}

/** Linear interpolation between order statistics (R's type 7). */
function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
