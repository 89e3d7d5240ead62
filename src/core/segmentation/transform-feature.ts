import type { SegmentationModel } from '#core/schemas/segmentation.ts';

export type Transform = SegmentationModel['features'][number]['transform'];

/**
 * Standard scores beyond this are pulled back to it: one order of a thousand pieces shall not make a Portrait of its
 * own. The engine does the same when it assigns.
 */
export const OUTERMOST_STANDARD_SCORE = 3.5;

/**
 * Feature on the scale it is analysed on – takes the long tail out of money and counts. Definition: the value itself,
 * its natural logarithm, or the logarithm of 1 + value. The plain logarithm makes the result independent of the
 * currency. Missing values, and values without a logarithm, stay missing (null).
 *
 * @example transformFeature(0, 'log1p') // => 0
 * @example transformFeature(0, 'log') // => null
 */
export function transformFeature(value: number | null, transform: Transform): number | null {
  if (value === null) return null;
  if (transform === 'identity') return value;
  if (transform === 'log') return value > 0 ? Math.log(value) : null;
  return value > -1 ? Math.log(1 + value) : null;
}

/**
 * Standard score – how many standard deviations a customer is from the average. Definition: (value − mean) ÷ standard
 * deviation, held within ±3.5. A missing value becomes 0: the average, which pulls to no side.
 *
 * @example standardScore(12, 10, 2) // => 1
 * @example standardScore(null, 10, 2) // => 0
 */
export function standardScore(
  value: number | null,
  mean: number,
  standardDeviation: number,
): number {
  if (value === null) return 0;
  const score = (value - mean) / standardDeviation;
  return Math.max(-OUTERMOST_STANDARD_SCORE, Math.min(OUTERMOST_STANDARD_SCORE, score));
}
