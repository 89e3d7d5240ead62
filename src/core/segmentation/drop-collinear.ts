import { inverse, type Matrix } from 'ml-matrix';

/** A variable of which the others predict more than this repeats them. */
const MOST_PREDICTED = 0.99;

export interface CollinearVariable {
  variable: number;
  /** Variables that together predict it, the most telling first. */
  repeats: number[];
  /** Share of its variance that these predict, 0–1. */
  predicted: number;
}

/**
 * Variables that repeat others – what a yearly spend says beside orders a year and order value, or the last of shares
 * that sum to one. With them no correlation matrix can be inverted. Definition: first, in the order given, each variable
 * of which those before it predict more than 99 % (squared multiple correlation); then, as long as there is one, the
 * variable of which all others predict most, if more than 99 %. `repeats` are found by forward selection. Source: Kuhn
 * and Johnson (2013), section 3.5 for the purpose; 0.99 is a tolerance of 0.01, the common limit of statistics packages.
 *
 * @returns the variables left, ascending, and those dropped in the order of dropping
 * @example dropCollinear(new Matrix([[1, 1], [1, 1]])).dropped // => [{ variable: 1, repeats: [0], predicted: 1 }]
 */
export function dropCollinear(correlations: Matrix): {
  kept: number[];
  dropped: CollinearVariable[];
} {
  const { kept, dropped } = dropPredictedByEarlier(correlations);
  for (;;) {
    const worst = mostPredicted(correlations, kept);
    if (worst.predicted <= MOST_PREDICTED) return { kept, dropped };
    const [variable = 0] = kept.splice(worst.at, 1);
    dropped.push(predictorsOf(correlations, variable, kept));
  }
}

/** Row by row of Cholesky's decomposition, which also works where a matrix is singular. */
function dropPredictedByEarlier(correlations: Matrix): {
  kept: number[];
  dropped: CollinearVariable[];
} {
  const kept: number[] = [];
  const dropped: CollinearVariable[] = [];
  const triangle: number[][] = [];
  for (let variable = 0; variable < correlations.rows; variable += 1) {
    const row: number[] = [];
    let left = 1;
    kept.forEach((earlier, at) => {
      const known = triangle[at] ?? [];
      let sum = correlations.get(variable, earlier);
      for (let k = 0; k < at; k += 1) sum -= (row[k] ?? 0) * (known[k] ?? 0);
      const entry = sum / (known[at] ?? 1);
      row.push(entry);
      left -= entry * entry;
    });
    if (left < 1 - MOST_PREDICTED) {
      dropped.push(predictorsOf(correlations, variable, kept));
    } else {
      triangle.push([...row, Math.sqrt(left)]);
      kept.push(variable);
    }
  }
  return { kept, dropped };
}

/** The kept variable that the other kept ones predict best, by its position in `kept`. */
function mostPredicted(
  correlations: Matrix,
  kept: readonly number[],
): { at: number; predicted: number } {
  return inverse(correlations.selection([...kept], [...kept]))
    .diagonal()
    .map((entry, at) => ({ at, predicted: 1 - 1 / entry }))
    .reduce((worst, one) => (one.predicted > worst.predicted ? one : worst), {
      at: 0,
      predicted: 0,
    });
}

/** Forward selection: adds the candidate that predicts most of what is left, until 99 % are predicted. */
function predictorsOf(
  correlations: Matrix,
  variable: number,
  candidates: readonly number[],
): CollinearVariable {
  const rest = correlations.clone();
  const repeats: number[] = [];
  const gain = (candidate: number): number =>
    rest.get(candidate, candidate) > 1e-9
      ? rest.get(variable, candidate) ** 2 / rest.get(candidate, candidate)
      : 0;
  while (1 - rest.get(variable, variable) <= MOST_PREDICTED) {
    const best = candidates.reduce(
      (most, one) => (gain(one) > gain(most) ? one : most),
      candidates[0] ?? variable,
    );
    if (repeats.includes(best) || gain(best) === 0) break;
    repeats.push(best);
    removePart(rest, best, [...candidates, variable]);
  }
  return { variable, repeats, predicted: 1 - Math.max(0, rest.get(variable, variable)) };
}

/** Covariances that are left when one variable is known. */
function removePart(rest: Matrix, known: number, variables: readonly number[]): void {
  const column = variables.map((variable) => rest.get(variable, known));
  const scale = rest.get(known, known);
  variables.forEach((i, row) => {
    variables.forEach((j, at) => {
      rest.set(i, j, rest.get(i, j) - ((column[row] ?? 0) * (column[at] ?? 0)) / scale);
    });
  });
}
