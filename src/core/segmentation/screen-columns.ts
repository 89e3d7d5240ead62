import { correlationMatrix } from './correlation-matrix.ts';

/** A feature as it enters the analysis: a standard score for each customer of a sample, 0 where there is no value. */
export interface ScoredColumn {
  label: string;
  scores: Float64Array;
  /** What it is one level of: levels of one column exclude each other, which is nothing that they share. */
  levelOf?: string;
  /** Never left out: a feature made of orders. */
  fixed: boolean;
}

/** What is left, by position in what was given, and why the others are not. */
export interface ColumnScreening {
  kept: number[];
  dropped: { index: number; reason: string }[];
}

/** Two columns that correlate this strongly say the same. */
const SAME_CORRELATION = 0.95;
/** Columns that correlate less are taken one after the other, before a second of their kind. */
const KINDRED_CORRELATION = 0.5;
/** Standard errors that a correlation must be from 0, so that among a million pairs hardly one is by chance. */
const CLEAR_ERRORS = 5;

/**
 * Screens columns – takes at most so many into the factor analysis: nothing twice, and what goes together with others
 * first. Definition: of two with |r| > 0.95 the later one goes; if more than `most` are left, those that correlate
 * clearly (five standard errors) with no other go, since no factor can be made of them (levels of one column exclude each
 * other and so always correlate: that does not count); if there are still more, rounds
 * are made through the columns by the sum of their squared clear correlations: each round takes the strongest of every
 * bundle (|r| ≤ 0.5 with all others of the round), until there are enough. Source: the reduction to one of
 * each near-duplicate pair in Kuhn and Johnson (2013), 3.5; Kaiser's measure of sampling adequacy asks the same of a
 * variable, that others share its variance. No columns: nothing.
 *
 * @example screenColumns([], 200) // => { kept: [], dropped: [] }
 */
export function screenColumns(columns: readonly ScoredColumn[], most: number): ColumnScreening {
  const rows = columns[0]?.scores.length ?? 0;
  if (rows === 0) return { kept: columns.map((_, index) => index), dropped: [] };
  const correlations = correlationsOf(columns, rows);
  const strength = (a: number, b: number): number =>
    Math.abs(correlations[a * columns.length + b] ?? 0);
  const dropped: ColumnScreening['dropped'] = [];
  const single: number[] = [];
  columns.forEach(({ fixed }, index) => {
    const twin = fixed
      ? undefined
      : single.find((other) => strength(index, other) > SAME_CORRELATION);
    if (twin === undefined) single.push(index);
    else dropped.push({ index, reason: `Nearly the same as "${columns[twin]?.label ?? ''}"` });
  });
  if (single.length <= most) return { kept: single, dropped };

  const clear = CLEAR_ERRORS / Math.sqrt(rows);
  const support = new Map(
    single.map((index) => {
      const { levelOf } = columns[index] ?? {};
      const others = single.filter(
        (other) =>
          other !== index &&
          (levelOf === undefined || columns[other]?.levelOf !== levelOf) &&
          strength(index, other) > clear,
      );
      return [index, others.reduce((sum, other) => sum + strength(index, other) ** 2, 0)];
    }),
  );
  const kindred: number[] = [];
  for (const index of single) {
    if (columns[index]?.fixed === true || (support.get(index) ?? 0) > 0) kindred.push(index);
    else
      dropped.push({
        index,
        reason: 'Goes together with no other column: no factor can be made of it',
      });
  }
  if (kindred.length <= most) return { kept: kindred, dropped };

  const kept = new Set(kindred.filter((index) => columns[index]?.fixed === true));
  const waiting = kindred
    .filter((index) => !kept.has(index))
    .sort((a, b) => (support.get(b) ?? 0) - (support.get(a) ?? 0) || a - b);
  takeByBundle(waiting, kept, most, strength);
  for (const index of kindred) {
    if (!kept.has(index))
      dropped.push({
        index,
        reason: `${String(most)} columns that go together more strongly with others are enough`,
      });
  }
  return { kept: [...kept].sort((a, b) => a - b), dropped };
}

/** Round after round: the first of those waiting that is not kindred with one of the same round. */
function takeByBundle(
  waiting: readonly number[],
  kept: Set<number>,
  most: number,
  strength: (a: number, b: number) => number,
): void {
  let rest = waiting;
  while (rest.length > 0 && kept.size < most) {
    const round: number[] = [];
    for (const index of rest) {
      if (kept.size >= most) break;
      if (round.some((other) => strength(index, other) > KINDRED_CORRELATION)) continue;
      round.push(index);
      kept.add(index);
    }
    rest = rest.filter((index) => !kept.has(index));
  }
}

function correlationsOf(columns: readonly ScoredColumn[], rows: number): Float64Array {
  const values = new Float64Array(rows * columns.length);
  columns.forEach(({ scores }, column) => {
    scores.forEach((score, row) => {
      values[row * columns.length + column] = score;
    });
  });
  return Float64Array.from(
    correlationMatrix({ rows, columns: columns.length, values }).to1DArray(),
  );
}
