import { normalQuantile } from './normal-quantile.ts';

/**
 * Quantile of Student's t – how many standard errors are needed where the error itself was estimated from few values.
 * Definition: the expansion of Fisher and Cornish around the normal quantile up to the fourth power of 1 ÷ degrees of
 * freedom; right to five digits from 10 degrees of freedom on.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
 * Empty case: fewer than one degree of freedom is a RangeError.
 * @example studentQuantile(0.5, 20) // => 0
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(degrees >= 1)) throw new RangeError('Expected at least one degree of freedom');
  const z = normalQuantile(probability);
  const square = z * z;
  const terms = [
    (square + 1) / 4,
    ((5 * square + 16) * square + 3) / 96,
    (((3 * square + 19) * square + 17) * square - 15) / 384,
    ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + (z * term) / degrees ** (power + 1), z);
}
