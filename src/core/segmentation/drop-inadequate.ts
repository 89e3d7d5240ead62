import { inverse, Matrix } from 'ml-matrix';
import { kaiserMeyerOlkin, type SamplingAdequacy } from './kaiser-meyer-olkin.ts';

/** Below this correlations are too much a matter of pairs for factors; 0.5 is unacceptable, 0.6 mediocre. */
export const LEAST_ADEQUACY = 0.6;
/** One factor needs three variables to be determined. */
const FEWEST_VARIABLES = 3;

export interface AdequateVariables {
  /** Variables left, ascending. */
  kept: number[];
  /** In the order of dropping, with the variable's own measure and the overall one at that moment. */
  dropped: { variable: number; adequacy: number; overall: number }[];
  /** Of the variables kept. */
  adequacy: SamplingAdequacy;
  /** Whether the overall measure reaches 0.60. */
  reached: boolean;
}

/**
 * Variables that share enough for factors – leaves out, one after the other, the variable with the smallest
 * Kaiser-Meyer-Olkin measure until the overall measure reaches 0.60. Definition: as long as it does not and more than
 * three variables are left; of equal ones the last is dropped. Source: Kaiser (1974) for the measure; the procedure of
 * Hair et al., Multivariate Data Analysis (2010), chapter 3.
 *
 * @throws Error when the correlation matrix is singular: see dropCollinear
 * @example dropInadequate(new Matrix([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]])).kept // => [0, 1, 2]
 */
export function dropInadequate(correlations: Matrix): AdequateVariables {
  const kept = Array.from({ length: correlations.rows }, (_, variable) => variable);
  const dropped: AdequateVariables['dropped'] = [];
  let inverted = inverse(correlations);
  for (;;) {
    const adequacy = kaiserMeyerOlkin(correlations.selection(kept, kept), inverted);
    const reached = adequacy.overall >= LEAST_ADEQUACY;
    if (reached || kept.length <= FEWEST_VARIABLES) return { kept, dropped, adequacy, reached };
    const at = smallestAt(adequacy.byVariable);
    dropped.push({
      variable: kept[at] ?? 0,
      adequacy: adequacy.byVariable[at] ?? 0,
      overall: adequacy.overall,
    });
    kept.splice(at, 1);
    inverted = inverseWithout(inverted, at);
  }
}

function smallestAt(values: readonly number[]): number {
  return values.reduce((least, value, at) => (value <= (values[least] ?? value) ? at : least), 0);
}

/** The inverse of the matrix without one of its rows and columns. */
function inverseWithout(inverted: Matrix, left: number): Matrix {
  const others = Array.from({ length: inverted.rows }, (_, at) => at).filter((at) => at !== left);
  const smaller = inverted.selection(others, others);
  const column = others.map((at) => inverted.get(at, left));
  const scale = inverted.get(left, left);
  column.forEach((a, i) => {
    column.forEach((b, j) => smaller.set(i, j, smaller.get(i, j) - (a * b) / scale));
  });
  return smaller;
}
