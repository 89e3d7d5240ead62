import type { Interval } from '#core/schemas/fact.ts';
import { ratioOfSumsInterval, type PairedSums } from './ratio-of-sums-interval.ts';
import { studentQuantile } from './student-quantile.ts';

/** A part's ratio as so many times the whole's. */
export interface RatioToWhole {
  times: number;
  /** Null where the interval of either ratio cannot be trusted. */
  interval: Interval | null;
}

/**
 * Ratio to the whole – "buys 4.1× as often as the average customer", where the part's people are counted in the
 * average, too.
 * Definition: (Σy ÷ Σx of the part) ÷ (Σy ÷ Σx of all). Interval: on the log scale, variance by linearisation: the sum
 * over all people of ((y − R x) ÷ Σy of the part, where they belong to it, less (y − R x) ÷ Σy of all)², Student's quantile with the
 * part's n − 1 degrees of freedom.
 * Source: Cochran, Sampling Techniques (3rd ed., 1977), 6.19 (ratios that share observations) and 2.11.
 * Empty case: null where either ratio is not above zero.
 * @example ratioToWhole({ n: 2, sumX: 2, sumY: 8, sumXX: 2, sumYY: 32, sumXY: 8 }, { n: 4, sumX: 4, sumY: 8, sumXX: 4, sumYY: 32, sumXY: 8 })?.times // => 2
 */
export function ratioToWhole(
  part: PairedSums,
  whole: PairedSums,
  level = 0.95,
): RatioToWhole | null {
  if (part.sumX <= 0 || part.sumY <= 0 || whole.sumX <= 0 || whole.sumY <= 0) return null;
  const ratio = part.sumY / part.sumX;
  const ratioOfAll = whole.sumY / whole.sumX;
  const times = ratio / ratioOfAll;
  if (!ratioOfSumsInterval(part) || !ratioOfSumsInterval(whole)) return { times, interval: null };
  const variance =
    residualProducts(part, ratio, ratio) / part.sumY ** 2 -
    (2 * residualProducts(part, ratio, ratioOfAll)) / (part.sumY * whole.sumY) +
    residualProducts(whole, ratioOfAll, ratioOfAll) / whole.sumY ** 2;
  const spread = studentQuantile((1 + level) / 2, part.n - 1) * Math.sqrt(Math.max(0, variance));
  return {
    times,
    interval: {
      low: times * Math.exp(-spread),
      high: times * Math.exp(spread),
      level,
      method: 'ratio to all customers, linearised on the log scale',
    },
  };
}

/** Σ (y − a x)(y − b x). */
function residualProducts({ sumXX, sumXY, sumYY }: PairedSums, a: number, b: number): number {
  return sumYY - (a + b) * sumXY + a * b * sumXX;
}
