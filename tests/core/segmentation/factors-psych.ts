import { readFileSync } from 'node:fs';
import { Matrix } from 'ml-matrix';

/** What R's psych says about a published correlation matrix; see tests/fixtures/segmentation/README.md. */
export interface PsychCase {
  name: string;
  observations: number;
  correlations: number[][];
  kmo: number;
  kmoByVariable: number[];
  chiSquare: number;
  degreesOfFreedom: number;
  pValue: number;
  determinant: number;
  eigenvalues: number[];
  solutions: PsychSolution[];
  parallel: {
    sets: number;
    percentile: number;
    components: number;
    factors: number;
    factorEigenvalues: number[];
    componentThresholds: number[];
    factorThresholds: number[];
  };
}

export interface PsychSolution {
  extraction: 'minres' | 'ml';
  rotation: 'none' | 'varimax';
  count: number;
  loadings: number[][];
  uniquenesses: number[];
  weights: number[][];
  scoreVariances: number[];
}

export const psych = JSON.parse(
  readFileSync('tests/fixtures/segmentation/factors.json', 'utf8'),
) as { cases: PsychCase[]; heywood: { correlations: number[][]; uniquenesses: number[] } };

/**
 * The largest difference between two matrices when columns may come in another order and with the other sign, which no
 * factor analysis determines.
 */
export function differenceOfColumns(
  found: Matrix,
  expected: readonly (readonly number[])[],
): number {
  const left = new Set(Array.from({ length: found.columns }, (_, column) => column));
  let worst = 0;
  for (let column = 0; column < found.columns; column += 1) {
    const wanted = expected.map((row) => row[column] ?? NaN);
    const distances = [...left].map((candidate) => {
      const entries = found.getColumn(candidate);
      const apart = (sign: number): number =>
        Math.max(...entries.map((entry, row) => Math.abs(sign * entry - (wanted[row] ?? NaN))));
      return { candidate, distance: Math.min(apart(1), apart(-1)) };
    });
    const nearest = distances.reduce((best, one) => (one.distance < best.distance ? one : best));
    left.delete(nearest.candidate);
    worst = Math.max(worst, nearest.distance);
  }
  return worst;
}
