/** Steps of a weight between nothing and the largest of its term: one digit of base 36. */
const LEVELS = 35;

/**
 * Weight level – a weight as one digit, in the files of the index.
 * Definition: in 35 equal steps of the scale, never nothing: the document does hold the term.
 * @example weightLevel(3, 6) // => 'i'
 */
export function weightLevel(weight: number, scale: number): string {
  return Math.max(1, Math.round((LEVELS * weight) / scale)).toString(36);
}

/**
 * Level weight – the weight that a digit stands for.
 * @example levelWeight('z', 6) // => 6
 */
export function levelWeight(level: string, scale: number): number {
  return (scale * parseInt(level, 36)) / LEVELS;
}
