import { partDivergence } from './part-divergence.ts';

/**
 * Part loss – what readers lose with one part of a split: "half of what they send back is defective" is missed less than
 * "half of it does not fit, twice as often as with all". Definition: what the part says of how unlike all customers the
 * Portrait is (`partDivergence`), and of the largest part also how far it leads. Source: its own. No such part: 0.
 *
 * @param shares of the Portrait, by part
 * @param sharesOfAll the same of all customers
 * @example partLoss([0.5, 0.25, 0.25], [0.5, 0.25, 0.25], 0) // => 0.25
 * @example partLoss([0.5, 0.25, 0.25], [0.5, 0.25, 0.25], 1) // => 0
 */
export function partLoss(
  shares: readonly number[],
  sharesOfAll: readonly number[],
  at: number,
): number {
  const share = shares[at] ?? 0;
  const next = Math.max(0, ...shares.filter((_, index) => index !== at));
  return partDivergence(share, share / (sharesOfAll[at] ?? 0)) + Math.max(0, share - next);
}
