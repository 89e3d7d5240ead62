import type { Interval } from '#core/schemas/fact.ts';
import type { PairedSums } from './ratio-of-sums-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Fewer observations, and their spread says too little. */
const FEWEST = 30;

/**
 * Interval of a share of sums – between which shares of the money the true one plausibly lies, when a part of every
 * order was returned.
 * Definition: Wilson's score interval of R = Σy ÷ Σx over as many equal orders as would vary like these: the effective
 * sample size R (1 − R) ÷ v, with v the linearised variance Σ(y − R x)² ÷ (Σx)². Equal orders returned whole or not at
 * all: Wilson's own. Nothing or everything returned has no spread: then (Σx)² ÷ Σx² orders.
 * Source: Korn & Graubard, Survey Methodology 24 (1998), 193–201; Franco, Little, Louis & Slud, Journal of Survey
 * Statistics and Methodology 7 (2019), 334–364; Kish, Survey Sampling (1965), 8.2.
 * Empty case: null for fewer than 30 observations, without anything below the line, and where it is no share.
 * @example shareOfSumsInterval({ n: 20, sumX: 20, sumY: 3, sumXX: 20, sumYY: 3, sumXY: 3 }) // => null
 */
export function shareOfSumsInterval(sums: PairedSums, level = 0.95): Interval | null {
  const { n, sumX, sumY, sumXX, sumYY, sumXY } = sums;
  if (n < FEWEST || sumX <= 0 || sumXX <= 0 || sumY < 0 || sumY > sumX) return null;
  const share = sumY / sumX;
  const residuals = Math.max(0, sumYY - 2 * share * sumXY + share * share * sumXX);
  const isMixed = share > 0 && share < 1;
  const size =
    isMixed && residuals > 0
      ? Math.min(n, (share * (1 - share) * sumX * sumX) / residuals)
      : (sumX * sumX) / sumXX;
  return {
    ...wilsonInterval(share * size, size, level),
    method: 'Wilson score of the effective sample size',
  };
}
