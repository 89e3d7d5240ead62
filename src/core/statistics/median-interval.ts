import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Fewer people, and the ranks around the middle reach the ends: nothing can be said about the median. */
const FEWEST = 10;

/** How many people have a value. */
export interface ValueCount {
  value: number;
  count: number;
}

/** The middle of a distribution, and how far it would move among other people of the same kind. */
export interface MedianEstimate {
  value: number;
  n: number;
  /** Null with fewer than ten people. */
  interval: Interval | null;
}

/**
 * Median with its interval – the value that half of the people stay below, without assuming any shape.
 * Definition: the value at rank ⌈n ÷ 2⌉, which somebody has; the interval reaches from the value at rank
 * n ÷ 2 − z √n ÷ 2 to the one at rank 1 + n ÷ 2 + z √n ÷ 2, each rounded to the nearest rank.
 * Source: Campbell & Gardner, "Calculating confidence intervals for some non-parametric analyses", BMJ 296 (1988).
 * Empty case: null without people.
 * @example medianInterval([{ value: 3, count: 2 }, { value: 9, count: 1 }])?.value // => 3
 */
export function medianInterval(counts: readonly ValueCount[], level = 0.95): MedianEstimate | null {
  const sorted = counts
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => left.value - right.value);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const value = valueAtRank(sorted, Math.ceil(n / 2));
  if (n < FEWEST) return { value, n, interval: null };
  const reach = (normalQuantile((1 + level) / 2) * Math.sqrt(n)) / 2;
  const low = valueAtRank(sorted, Math.max(1, Math.round(n / 2 - reach)));
  const high = valueAtRank(sorted, Math.min(n, Math.round(1 + n / 2 + reach)));
  return { value, n, interval: { low, high, level, method: 'order statistics' } };
}

function valueAtRank(sorted: readonly ValueCount[], rank: number): number {
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= rank) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
