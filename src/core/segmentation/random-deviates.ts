import type { Random } from './seeded-random.ts';

/**
 * Standard normal deviate – chance with mean 0 and variance 1. Definition: Marsaglia's polar method, the second value
 * of each pair thrown away so that the function has no memory. Source: Marsaglia and Bray (1964).
 *
 * @example normalDeviate(() => 0.75).toFixed(4) // => '0.8326'
 */
export function normalDeviate(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * Chi-square deviate – the sum of so many squared normal deviates, drawn at once. Definition: twice a gamma deviate of
 * half the degrees of freedom. Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables".
 *
 * @throws RangeError for fewer than two degrees of freedom, for which the method does not hold
 * @example chiSquareDeviate(() => 0.75, 10) > 0 // => true
 */
export function chiSquareDeviate(random: Random, degreesOfFreedom: number): number {
  if (degreesOfFreedom < 2) throw new RangeError('Expected at least two degrees of freedom');
  const d = degreesOfFreedom / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDeviate(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return 2 * d * v;
  }
}
