import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { PairedSums } from './ratio-of-sums-interval.ts';
import { relativeError } from './relative-error.ts';
import { studentQuantile } from './student-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Relative standard error of either side from which on too few people stand behind it to tell how alike their orders are. */
const BELIEVED_BELOW = 0.3;

/**
 * Interval of a share of sums – between which shares of the orders, or of the money, the true one plausibly lies, when
 * orders of one customer are alike.
 * Definition: Wilson's score interval of R = Σy ÷ Σx over as many equal observations as would vary like these: the
 * effective sample size R (1 − R) ÷ v, with v the linearised variance Σ(y − R x)² ÷ (Σx)². That variance is itself estimated
 * from few people, so the size is taken times (z ÷ t)², with Student's t of 1 ÷ e² − 1 degrees of freedom: a sum over so many equal
 * people and one has the relative error e of the scarcer side, the share or what is left of the whole. From e = 0.3 on it is not
 * believed to be larger than the number of people: of a few with the habit nobody knows how alike their orders are. Equal orders
 * returned whole or not at all: Wilson's own. Nothing or everything returned has no spread: then (Σx)² ÷ Σx² people.
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
  const size = effectiveSize(sums, share, level);
  return {
    ...wilsonInterval(share * size, size, level),
    method: 'Wilson score of the effective sample size',
  };
}

function effectiveSize(sums: PairedSums, share: number, level: number): number {
  const { n, sumX, sumY, sumXX, sumYY, sumXY } = sums;
  const residuals = Math.max(0, sumYY - 2 * share * sumXY + share * share * sumXX);
  if (share === 0 || share === 1 || residuals === 0) return (sumX * sumX) / sumXX;
  const size = (share * (1 - share) * sumX * sumX) / residuals;
  const error = Math.max(
    relativeError({ n, sum: sumY, squares: sumYY }),
    relativeError({ n, sum: sumX - sumY, squares: sumXX - 2 * sumXY + sumYY }),
  );
  const people = Math.min(n, size);
  if (error >= BELIEVED_BELOW) return people;
  const tail = (1 + level) / 2;
  const quantile = studentQuantile(tail, 1 / error ** 2 - 1);
  return Math.max(people, size * (normalQuantile(tail) / quantile) ** 2);
}
