import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { principalComponents } from './principal-components.ts';

/** What is minimised: the residual correlations, or the distance to the likeliest normal model. */
export type Extraction = 'minres' | 'maximum likelihood';

/**
 * No uniqueness falls below this: at 0 the factors would explain a variable without any error (a Heywood case), which
 * says more about too few variables than about customers. The limit of factanal and psych in R.
 */
const SMALLEST_UNIQUENESS = 0.005;
const MOST_STEPS = 500;
/** Steps end when no uniqueness can improve the fit by more than rounding. */
const SMALLEST_SLOPE = 1e-9;
/** A step must bring at least this share of what the slope promises (Armijo). */
const LEAST_PROGRESS = 1e-4;
const SMALLEST_STEP = 1e-10;

export interface CommonFactors {
  /** Unrotated; one row a variable, one column a factor, strongest factor first. */
  loadings: Matrix;
  /** Share of each variable's variance that no factor explains, 0.005–1. */
  uniquenesses: number[];
  /** Variables whose uniqueness is held at 0.005. */
  heywood: number[];
  /** False when the search for the best uniquenesses did not come to an end. */
  converged: boolean;
}

/**
 * Common factors of a correlation matrix – what several variables share, apart from what each has for itself.
 * Definition: the loadings Λ and uniquenesses Ψ for which ΛΛᵀ + Ψ comes closest to the correlations: by least squares
 * of the residuals (minres, also called unweighted least squares), or by maximum likelihood. Λ follows from Ψ by
 * eigenvectors; Ψ is found by Newton's method with Jöreskog's approximate second derivatives, held within
 * [0.005, 1]. Source: Harman and Jones (1966) for minres, Lawley (1940) for maximum likelihood, Jöreskog (1977) for the
 * method; the same solution as psych::fa(fm = "minres") and factanal in R.
 *
 * @throws RangeError for fewer than one or more factors than `mostCommonFactors` allows
 * @throws Error when the correlation matrix is singular
 * @example commonFactors(new Matrix([[1, 0.72, 0.63], [0.72, 1, 0.56], [0.63, 0.56, 1]]), 1).uniquenesses.map((value) => value.toFixed(2)) // => ['0.19', '0.36', '0.51']
 */
export function commonFactors(
  correlations: Matrix,
  count: number,
  extraction: Extraction = 'minres',
): CommonFactors {
  if (count < 1 || count > mostCommonFactors(correlations.rows)) {
    throw new RangeError(
      `Cannot find ${count} common factors in ${correlations.rows} variables; expected 1 to ${mostCommonFactors(correlations.rows)}`,
    );
  }
  const fitAt = extraction === 'minres' ? leastSquares : likelihood;
  let uniquenesses = startingUniquenesses(correlations, count);
  let fit = fitAt(correlations, uniquenesses, count);
  let converged = false;
  for (let step = 0; step < MOST_STEPS && !converged; step += 1) {
    const free = freeVariables(uniquenesses, fit.slopes);
    converged = free.every((variable) => Math.abs(fit.slopes[variable] ?? 0) < SMALLEST_SLOPE);
    if (converged) break;
    const better = improved(uniquenesses, fit, newtonStep(fit, free), (candidate) =>
      fitAt(correlations, candidate, count),
    );
    // No step improves the fit any more: rounding, if the slopes are small.
    if (!better) {
      converged = free.every((variable) => Math.abs(fit.slopes[variable] ?? 0) < 1e-5);
      break;
    }
    ({ uniquenesses, fit } = better);
  }
  return {
    loadings: fit.loadings(),
    uniquenesses,
    heywood: uniquenesses.flatMap((value, variable) =>
      value <= SMALLEST_UNIQUENESS ? [variable] : [],
    ),
    converged,
  };
}

/**
 * How many common factors so many variables can bear – with more, loadings are no longer determined. Definition: the
 * largest m for which ((p − m)² − (p + m)) ÷ 2 is not negative. Source: Ledermann (1937).
 *
 * @example [3, 4, 5, 6, 8].map(mostCommonFactors) // => [1, 1, 2, 3, 4]
 */
export function mostCommonFactors(variables: number): number {
  return Math.max(0, Math.floor((2 * variables + 1 - Math.sqrt(8 * variables + 1)) / 2));
}

/** How well the best loadings for given uniquenesses fit, and where to go from there. */
interface Fit {
  misfit: number;
  /** Derivatives of the misfit by each uniqueness. */
  slopes: number[];
  /** Approximate second derivatives. */
  curvature: Matrix;
  loadings: () => Matrix;
}

/** Half the squares of R − Ψ − ΛΛᵀ: what the eigenvalues after the first `count` leave over. */
function leastSquares(correlations: Matrix, uniquenesses: readonly number[], count: number): Fit {
  const reduced = correlations.clone();
  uniquenesses.forEach((value, variable) => reduced.set(variable, variable, 1 - value));
  const { eigenvalues, eigenvectors } = principalComponents(reduced);
  const left = eigenvalues.slice(count);
  return {
    misfit: left.reduce((sum, value) => sum + value * value, 0) / 2,
    slopes: uniquenesses.map((_, variable) =>
      left.reduce((sum, value, at) => sum - value * eigenvectors.get(variable, count + at) ** 2, 0),
    ),
    curvature: squaredProjector(eigenvectors, count),
    loadings: () =>
      scaledColumns(
        eigenvectors,
        eigenvalues.slice(0, count).map((value) => Math.sqrt(Math.max(0, value))),
      ),
  };
}

/** Likelihood ratio of the model against any correlations, from the eigenvalues of Ψ^−½ R Ψ^−½. */
function likelihood(correlations: Matrix, uniquenesses: readonly number[], count: number): Fit {
  const roots = uniquenesses.map(Math.sqrt);
  const scaled = correlations.clone();
  roots.forEach((root, variable) => {
    scaled.mulRow(variable, 1 / root);
    scaled.mulColumn(variable, 1 / root);
  });
  const { eigenvalues, eigenvectors } = principalComponents(scaled);
  const left = eigenvalues.slice(count);
  const curvature = squaredProjector(eigenvectors, count);
  uniquenesses.forEach((value, variable) => {
    curvature.mulRow(variable, 1 / value);
    curvature.mulColumn(variable, 1 / value);
  });
  return {
    misfit: left.reduce((sum, value) => sum + value - Math.log(value) - 1, 0),
    slopes: uniquenesses.map(
      (unique, variable) =>
        left.reduce(
          (sum, value, at) => sum + (1 - value) * eigenvectors.get(variable, count + at) ** 2,
          0,
        ) / unique,
    ),
    curvature,
    loadings: () => {
      const loadings = scaledColumns(
        eigenvectors,
        eigenvalues.slice(0, count).map((value) => Math.sqrt(Math.max(0, value - 1))),
      );
      roots.forEach((root, variable) => loadings.mulRow(variable, root));
      return loadings;
    },
  };
}

/** Squares of the entries of Σ ωωᵀ over the eigenvectors after the first `count`. */
function squaredProjector(eigenvectors: Matrix, count: number): Matrix {
  const size = eigenvectors.rows;
  if (count >= size) return Matrix.zeros(size, size);
  const left = eigenvectors.subMatrix(0, size - 1, count, size - 1);
  const projector = left.mmul(left.transpose());
  return Matrix.mul(projector, projector);
}

function scaledColumns(eigenvectors: Matrix, scales: readonly number[]): Matrix {
  const scaled = eigenvectors.subMatrix(0, eigenvectors.rows - 1, 0, scales.length - 1);
  scales.forEach((scale, column) => scaled.mulColumn(column, scale));
  return scaled;
}

/** What each variable has for itself when all others predict it, a little less (Jöreskog 1963). */
function startingUniquenesses(correlations: Matrix, count: number): number[] {
  const cholesky = new CholeskyDecomposition(correlations);
  if (!cholesky.isPositiveDefinite()) {
    throw new Error('Cannot find common factors: some variables repeat others exactly');
  }
  return cholesky
    .solve(Matrix.eye(correlations.rows))
    .diagonal()
    .map((entry) => held((1 - count / (2 * correlations.rows)) / entry));
}

function held(uniqueness: number): number {
  return Math.min(1, Math.max(SMALLEST_UNIQUENESS, uniqueness));
}

/** Variables whose uniqueness may still move: not at a limit that the slope points beyond. */
function freeVariables(uniquenesses: readonly number[], slopes: readonly number[]): number[] {
  return uniquenesses.flatMap((value, variable) => {
    const slope = slopes[variable] ?? 0;
    const stuck = (value <= SMALLEST_UNIQUENESS && slope > 0) || (value >= 1 && slope < 0);
    return stuck ? [] : [variable];
  });
}

/** Newton's step for the free variables, 0 for the others. */
function newtonStep({ slopes, curvature }: Fit, free: readonly number[]): number[] {
  const step = slopes.map(() => 0);
  const part = curvature.selection([...free], [...free]);
  // A little more curvature keeps the step finite where the fit hardly depends on a uniqueness.
  const ridge = 1e-8 * part.diagonal().reduce((most, value) => Math.max(most, value), 1e-8);
  free.forEach((_, at) => part.set(at, at, part.get(at, at) + ridge));
  const downhill = Matrix.columnVector(free.map((variable) => -(slopes[variable] ?? 0)));
  const solution = new CholeskyDecomposition(part).solve(downhill);
  free.forEach((variable, at) => {
    step[variable] = solution.get(at, 0);
  });
  return step;
}

/** The longest of step, step ÷ 2, step ÷ 4 … that improves the fit; null when none does. */
function improved(
  uniquenesses: readonly number[],
  fit: Fit,
  step: readonly number[],
  fitAt: (uniquenesses: number[]) => Fit,
): { uniquenesses: number[]; fit: Fit } | null {
  for (let length = 1; length > SMALLEST_STEP; length /= 2) {
    const candidate = uniquenesses.map((value, at) => held(value + length * (step[at] ?? 0)));
    const promised = candidate.reduce(
      (sum, value, at) => sum + (value - (uniquenesses[at] ?? 0)) * (fit.slopes[at] ?? 0),
      0,
    );
    const reached = fitAt(candidate);
    if (promised < 0 && reached.misfit <= fit.misfit + LEAST_PROGRESS * promised) {
      return { uniquenesses: candidate, fit: reached };
    }
  }
  return null;
}
