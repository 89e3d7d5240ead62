import { inverse, type Matrix } from 'ml-matrix';

export interface SamplingAdequacy {
  /** 0–1: below 0.5 unacceptable, from 0.6 mediocre, 0.7 middling, 0.8 meritorious, 0.9 marvellous. */
  overall: number;
  byVariable: number[];
}

/**
 * Kaiser-Meyer-Olkin measure – whether what features share is shared by many of them, which is what a factor is made
 * of, or only by pairs. Definition: Σ r² ÷ (Σ r² + Σ q²) over the correlations r and the partial correlations q (each
 * pair given all other variables), over all pairs or over those of one variable. Source: Kaiser and Rice (1974);
 * bands of Kaiser (1974). Variables that do not correlate at all have 0; two have 0.5 whatever they are.
 *
 * @param inverted the inverse, where the caller has it already
 * @throws Error when the matrix is singular: leave out what repeats others first
 * @example kaiserMeyerOlkin(new Matrix([[1, 0.5], [0.5, 1]])).overall.toFixed(2) // => '0.50'
 */
export function kaiserMeyerOlkin(
  correlations: Matrix,
  inverted: Matrix = inverse(correlations),
): SamplingAdequacy {
  const size = correlations.rows;
  const shared = new Float64Array(size);
  const partial = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      if (i === j) continue;
      shared[i] = (shared[i] ?? 0) + correlations.get(i, j) ** 2;
      const product = inverted.get(i, i) * inverted.get(j, j);
      partial[i] = (partial[i] ?? 0) + inverted.get(i, j) ** 2 / product;
    }
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return {
    overall: adequacy(sum(shared), sum(partial)),
    byVariable: Array.from(shared, (value, at) => adequacy(value, partial[at] ?? 0)),
  };
}

function adequacy(shared: number, partial: number): number {
  return shared > 0 ? shared / (shared + partial) : 0;
}
