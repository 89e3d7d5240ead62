import {
  averageNumber,
  HABIT_CLUES,
  publishedNumber,
  SPLIT_CLUES,
  type Clue,
  type PublishedFigures,
} from './clue.ts';

/** As often as that beside all customers, and a clue gives somebody away: the same as for what sets Portraits apart. */
export const TELLING_TIMES = 1.25;

/** A clue's figure of a Portrait and of all customers, as published. */
export interface ClueFigures {
  own: number;
  all: number;
}

/**
 * The two figures behind a clue – the Portrait's and that of all customers. Definition: the share of the part, of gift
 * or discount orders, or the average order value. Source: the Portrait's file. Either not published: null.
 *
 * @example clueFigures({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, { kind: 'gift', isSo: true }) // => null
 */
export function clueFigures(figures: PublishedFigures, clue: Clue): ClueFigures | null {
  switch (clue.kind) {
    case 'gift':
    case 'discount':
      return both(
        publishedNumber(figures, HABIT_CLUES[clue.kind]),
        averageNumber(figures, HABIT_CLUES[clue.kind]),
      );
    case 'orderValue':
      return both(
        publishedNumber(figures, 'averageOrderValue'),
        averageNumber(figures, 'averageOrderValue'),
      );
    default: {
      const id = SPLIT_CLUES[clue.kind];
      const row = figures.breakdowns
        .find((one) => one.id === id)
        ?.rows.find(({ label }) => label === clue.part);
      return both(row?.share ?? null, row?.shareOfAll ?? null);
    }
  }
}

/**
 * How strongly a clue points to a Portrait – so many times as often as with all customers. Definition: its figure ÷
 * that of all customers; of an order value, the quotient or its reciprocal if the order lies on the same side of the
 * average. Source: lift, as in over-representation. What a basket has not, and what cannot be compared: 0.
 *
 * @example clueTimes({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, { kind: 'gift', isSo: false }) // => 0
 */
export function clueTimes(figures: PublishedFigures, clue: Clue): number {
  const found = clueFigures(figures, clue);
  if (!found || found.own <= 0 || found.all <= 0) return 0;
  const times = found.own / found.all;
  if (clue.kind !== 'orderValue') return 'isSo' in clue && !clue.isSo ? 0 : times;
  const isSameSide = clue.value > found.all === found.own > found.all;
  return isSameSide ? Math.max(times, 1 / times) : 0;
}

function both(own: number | null, all: number | null): ClueFigures | null {
  return own === null || all === null ? null : { own, all };
}
