import type { Interval } from '#core/schemas/fact.ts';
import type { PairedSums } from './ratio-of-sums-interval.ts';
import { relativeError } from './relative-error.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Smallest relative standard error of both sides from which on their spread is believed as it was found. */
const BELIEVED_BELOW = 0.1;

/**
 * Interval of a share of sums – between which shares of the orders, or of the money, the true one plausibly lies, when
 * orders of one customer are alike.
 * Definition: Wilson's score interval of R = Σy ÷ Σx over as many equal observations as would vary like these: the
 * effective sample size R (1 − R) ÷ v, with v the linearised variance Σ(y − R x)² ÷ (Σx)². Only where both the share and
 * what is left of the whole are known within a tenth is it believed to be larger than the number of people: of a few
 * with the habit nobody knows how alike their orders are. Equal orders returned whole or not at all: Wilson's own.
 * Nothing or everything returned has no spread: then (Σx)² ÷ Σx² people.
 * Source: Korn & Graubard, Survey Methodology 24 (1998), 193–201; Franco, Little, Louis & Slud, Journal of Survey
 * Statistics and Methodology 7 (2019), 334–364; Kish, Survey Sampling (1965), 8.2. How often it holds the true share is
 * simulated in tests/core/statistics/coverage.test.ts.
 * Empty case: null without anything below the line, and where it is no share.
 * @example shareOfSumsInterval({ n: 0, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 }) // => null
 */
export function shareOfSumsInterval(sums: PairedSums, level = 0.95): Interval | null {
  const { sumX, sumY, sumXX } = sums;
  if (sumX <= 0 || sumXX <= 0 || sumY < 0 || sumY > sumX) return null;
  const share = sumY / sumX;
  const size = effectiveSize(sums, share);
  return {
    ...wilsonInterval(share * size, size, level),
    method: 'Wilson score of the effective sample size',
  };
}

function effectiveSize(sums: PairedSums, share: number): number {
  const { n, sumX, sumY, sumXX, sumYY, sumXY } = sums;
  const residuals = Math.max(0, sumYY - 2 * share * sumXY + share * share * sumXX);
  if (share === 0 || share === 1 || residuals === 0) return (sumX * sumX) / sumXX;
  const size = (share * (1 - share) * sumX * sumX) / residuals;
  const isBelieved = [
    { n, sum: sumY, squares: sumYY },
    { n, sum: sumX - sumY, squares: sumXX - 2 * sumXY + sumYY },
  ].every((side) => relativeError(side) < BELIEVED_BELOW);
  return isBelieved ? size : Math.min(n, size);
}
