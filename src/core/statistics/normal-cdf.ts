import { gammaTail } from './gamma-tail.ts';

/**
 * Normal distribution function – the share of a standard normal population below `z`.
 * Definition: Φ(z) = Q(1/2, z²/2) ÷ 2 for z < 0, mirrored for z > 0; the small tail keeps its digits.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.2 with 6.5.17.
 * Empty case: Φ(0) = 0.5; Φ(−∞) = 0.
 * @example normalCdf(0) // => 0.5
 */
export function normalCdf(z: number): number {
  const tail = gammaTail(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}
