/** What standardising a feature needs. */
export interface FeatureMoments {
  /** Customers that have the feature. */
  present: number;
  mean: number;
  /** 0 when all values are the same. */
  standardDeviation: number;
}

/**
 * Mean and standard deviation of a feature – where the average customer is, and how far customers differ. Definition:
 * arithmetic mean and sample standard deviation (n − 1), in two passes, over the values that are present.
 * Source: Chan, Golub and LeVeque (1983). No value gives 0 for all three.
 *
 * @example featureMoments([1, 2, 3, null]) // => { present: 3, mean: 2, standardDeviation: 1 }
 */
export function featureMoments(values: readonly (number | null)[]): FeatureMoments {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return { present: 0, mean: 0, standardDeviation: 0 };
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = present.length > 1 ? Math.sqrt(squares / (present.length - 1)) : 0;
  return { present: present.length, mean, standardDeviation };
}
