import { couldBeChance } from '#core/statistics/could-be-chance.ts';

/** A figure of a series. */
export interface SpanPoint {
  value: number;
  /** The limits of its interval. */
  interval?: readonly [low: number, high: number];
  /** What it was divided by, where figures of several months can be put together by it. */
  weight?: number;
}

/** What a span of a series says: places of its first and last figure, and what lies between. */
export interface SpanReading {
  /** Places in the series; alike where the span holds one figure. */
  first: number;
  last: number;
  change: number;
  /** Whether the change could be chance; null where one of the two figures has no interval. */
  couldBeChance: boolean | null;
  mean: number;
  /** True for the figure of all months together; false where each counts alike. */
  isPooled: boolean;
  /** Figures in the span. */
  count: number;
}

/**
 * Span of a series – what happened between two months that somebody chose.
 * Definition: first and last figure inside both places, the difference of these, and the mean of all figures in
 * between: weighted, which is the rate of all together, where each has a weight, else plain. Places without a figure do
 * not count.
 * Source: chance as `couldBeChance`.
 * Empty case: null where the span holds no figure.
 * @example readSpan([{ value: 1 }, null, { value: 4 }, { value: 7 }], 0, 2)?.mean // => 2.5
 * @example readSpan([{ value: 0.1, weight: 90 }, { value: 0.2, weight: 10 }], 0, 1)?.mean.toFixed(2) // => '0.11'
 */
export function readSpan(
  points: readonly (SpanPoint | null)[],
  from: number,
  to: number,
): SpanReading | null {
  const known = points.flatMap((point, place) =>
    point === null || place < Math.min(from, to) || place > Math.max(from, to)
      ? []
      : [{ point, place }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  const isPooled = known.every(({ point }) => point.weight !== undefined);
  const weightOf = ({ weight = 1 }: SpanPoint): number => (isPooled ? weight : 1);
  const sum = (amount: (point: SpanPoint) => number): number =>
    known.reduce((total, { point }) => total + amount(point), 0);
  return {
    first: first.place,
    last: last.place,
    change: last.point.value - first.point.value,
    couldBeChance: chanceOf(first.point, last.point),
    mean: sum((point) => point.value * weightOf(point)) / sum(weightOf),
    isPooled,
    count: known.length,
  };
}

function chanceOf(first: SpanPoint, last: SpanPoint): boolean | null {
  const [one, other] = [first, last].map(({ value, interval }) =>
    interval ? { value, low: interval[0], high: interval[1] } : null,
  );
  return one && other ? couldBeChance(one, other) : null;
}
