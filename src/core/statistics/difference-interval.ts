/** A figure and the limits of its interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * Interval of a difference – how far apart two figures may lie.
 * Definition: it goes from the difference by the square root of the summed squares of the two distances to the limits on
 * that side (MOVER, as for two independent samples; where many people are in both, it is the more cautious).
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10; Zou & Donner, ibid. 27 (2008), 1693–1702.
 * Empty case: two figures that are known exactly differ by exactly so much.
 * @example differenceInterval({ value: 3, low: 3, high: 3 }, { value: 2, low: 2, high: 2 }) // => { low: 1, high: 1 }
 */
export function differenceInterval(one: Estimate, other: Estimate): Pick<Estimate, 'low' | 'high'> {
  const difference = one.value - other.value;
  return {
    low: difference - Math.hypot(one.value - one.low, other.high - other.value),
    high: difference + Math.hypot(one.high - one.value, other.value - other.low),
  };
}
