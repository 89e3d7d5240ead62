import { differenceInterval, type Estimate } from './difference-interval.ts';

/**
 * Whether the difference of two figures could be chance – so that nobody reads a trend into it.
 * Definition: zero lies in the interval of the difference, as `differenceInterval` has it.
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10.
 * Empty case: two equal figures differ by nothing, which could be chance.
 * @example couldBeChance({ value: 0.3, low: 0.2, high: 0.4 }, { value: 0.35, low: 0.25, high: 0.45 }) // => true
 */
export function couldBeChance(one: Estimate, other: Estimate): boolean {
  const { low, high } = differenceInterval(one, other);
  return low <= 0 && high >= 0;
}
