/** What a span of a series says: places of its first and last figure, and what lies between. */
export interface SpanReading {
  /** Places in the series; alike where the span holds one figure. */
  first: number;
  last: number;
  change: number;
  mean: number;
  /** Figures in the span. */
  count: number;
}

/**
 * Span of a series – what happened between two months that somebody chose.
 * Definition: first and last figure inside both places, the difference of these, and the plain mean of all figures in
 * between; places without a figure do not count.
 * Empty case: null where the span holds no figure.
 * @example readSpan([1, null, 4, 7], 0, 2) // => { first: 0, last: 2, change: 3, mean: 2.5, count: 2 }
 */
export function readSpan(
  values: readonly (number | null)[],
  from: number,
  to: number,
): SpanReading | null {
  const known = values.flatMap((value, place) =>
    value === null || place < Math.min(from, to) || place > Math.max(from, to)
      ? []
      : [{ value, place }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  return {
    first: first.place,
    last: last.place,
    change: last.value - first.value,
    mean: known.reduce((sum, { value }) => sum + value, 0) / known.length,
    count: known.length,
  };
}
