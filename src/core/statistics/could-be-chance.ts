/** A figure and the limits of its interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * Whether the difference of two figures could be chance – so that nobody reads a trend into it.
 * Definition: zero lies in the interval of the difference, which goes from it by the square root of the summed squares of
 * the two distances to the nearer limits (MOVER, as for two independent samples; where many people are in both, it is
 * the more cautious).
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10; Zou & Donner, ibid. 27 (2008), 1693–1702.
 * Empty case: two equal figures differ by nothing, which could be chance.
 * @example couldBeChance({ value: 0.3, low: 0.2, high: 0.4 }, { value: 0.35, low: 0.25, high: 0.45 }) // => true
 */
export function couldBeChance(one: Estimate, other: Estimate): boolean {
  const [upper, lower] = one.value > other.value ? [one, other] : [other, one];
  const reach = Math.hypot(upper.value - upper.low, lower.high - lower.value);
  return upper.value - lower.value <= reach;
}
