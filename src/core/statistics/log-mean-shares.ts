/**
 * Log-mean shares – how much of the change of a product each of its factors made, so that the parts add up to it.
 * Definition: for each factor, L × ln(after ÷ before), where L is the logarithmic mean of the two products:
 * (after − before) ÷ (ln after − ln before). No rest, and no factor comes "first".
 * Source: Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005), 867–871.
 * Empty case: null where the lists differ in length, are empty, or any factor is not above zero.
 * @example logMeanShares([100, 2], [200, 2]) // => [200, 0]
 * @example logMeanShares([0, 2], [200, 2]) // => null
 */
export function logMeanShares(
  before: readonly number[],
  after: readonly number[],
): number[] | null {
  if (before.length === 0 || before.length !== after.length) return null;
  if (![...before, ...after].every((factor) => factor > 0)) return null;
  const mean = logarithmicMean(product(before), product(after));
  return before.map((factor, index) => {
    const ratio = Math.log((after[index] ?? factor) / factor);
    // Not −0: "no change" has no sign.
    return ratio === 0 ? 0 : mean * ratio;
  });
}

function logarithmicMean(one: number, other: number): number {
  const change = (other - one) / one;
  // Of nearly equal products the quotient has lost the digits that their difference still has.
  const ratio = Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log(other / one);
  return ratio === 0 ? one : (other - one) / ratio;
}

function product(factors: readonly number[]): number {
  return factors.reduce((so, factor) => so * factor, 1);
}
