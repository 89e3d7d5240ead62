import {
  HABIT_CLUES,
  publishedNumber,
  SPLIT_CLUES,
  type Clue,
  type PublishedFigures,
} from './clue.ts';

/** How likely something is at least and at most, 0–1: the two differ where a figure is not published. */
export interface LikelihoodRange {
  least: number;
  most: number;
}

const ANYTHING: LikelihoodRange = { least: 0, most: 1 };

/**
 * How widely orders spread around their average, as the standard deviation of their logarithm: two thirds of them
 * between 0.53 and 1.46 times the average. A rule of the game, not a figure of anybody's.
 */
export const ORDER_VALUE_SPREAD = 0.5;

/**
 * How likely a clue is in a basket of a Portrait. Definition: its published share; of a share that is suppressed, at
 * least nothing and at most what the published ones leave of the whole; of an order value, the log-normal density
 * around the Portrait's average over that at its peak. Source: the Portrait's own figures. Nothing published: 0 to 1.
 *
 * @example clueLikelihood({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, { kind: 'gift', isSo: true }) // => { least: 0, most: 1 }
 */
export function clueLikelihood(figures: PublishedFigures, clue: Clue): LikelihoodRange {
  switch (clue.kind) {
    case 'gift':
    case 'discount': {
      const share = publishedNumber(figures, HABIT_CLUES[clue.kind]);
      return share === null ? ANYTHING : exactly(clue.isSo ? share : 1 - share);
    }
    case 'orderValue': {
      const average = publishedNumber(figures, 'averageOrderValue');
      if (average === null || average <= 0) return ANYTHING;
      const distance = Math.log(clue.value / typicalOrderValue(average)) / ORDER_VALUE_SPREAD;
      return exactly(Math.exp(-(distance ** 2) / 2));
    }
    default: {
      const id = SPLIT_CLUES[clue.kind];
      const rows = figures.breakdowns.find((one) => one.id === id)?.rows ?? [];
      const share = rows.find(({ label }) => label === clue.part)?.share ?? null;
      if (share !== null) return exactly(share);
      const published = rows.reduce((sum, row) => sum + (row.share ?? 0), 0);
      return { least: 0, most: Math.min(1, Math.max(0, 1 - published)) };
    }
  }
}

/**
 * How likely a whole basket is with a Portrait. Definition: the product over its clues, each taken by itself (naive
 * Bayes with equal priors). Source: Duda and Hart (1973). No clues: certain.
 *
 * @example basketLikelihood({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, []) // => { least: 1, most: 1 }
 */
export function basketLikelihood(
  figures: PublishedFigures,
  clues: readonly Clue[],
): LikelihoodRange {
  return clues
    .map((clue) => clueLikelihood(figures, clue))
    .reduce(
      (basket, clue) => ({ least: basket.least * clue.least, most: basket.most * clue.most }),
      exactly(1),
    );
}

/**
 * The middle order around an average – half of the orders are larger. Definition: the median of a log-normal of that
 * mean and of `ORDER_VALUE_SPREAD`. Source: Johnson, Kotz and Balakrishnan (1994). An average of 0: 0.
 *
 * @example typicalOrderValue(100) // => 88.25
 */
export function typicalOrderValue(average: number): number {
  return average * Math.exp(-(ORDER_VALUE_SPREAD ** 2) / 2);
}

function exactly(share: number): LikelihoodRange {
  const likelihood = Math.min(1, Math.max(0, share));
  return { least: likelihood, most: likelihood };
}
