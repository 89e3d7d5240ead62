import {
  type Drawn,
  type TrendRow,
  type TrendRun,
  areSettled,
  runs,
  toRow,
} from './trend-points.ts';

/** How sure the months of a line are, as it is drawn behind them. */
export interface TrendIntervals {
  /** A band along the line: of settled months, and of those that may still change. */
  band: TrendRun[];
  openBand: TrendRun[];
  /** Or a line of its own for each month that has an interval. */
  alone: TrendRow[];
}

/**
 * Trend intervals – how sure the months of a line are.
 * Definition: one band along the line where each settled month has an interval and none stands alone, paler where
 * months may still change. Torn to pieces, a band would look as if it meant something where it ends; then each month
 * has a line of its own.
 * Empty case: without intervals there is neither.
 * @example trendIntervals([{ x: 0, month: '2026-01', value: 2, low: 1, high: 3, mature: true }]) // => { band: [], openBand: [], alone: [{ x: 0, value: 2, low: 1, high: 3 }] }
 */
export function trendIntervals(drawn: readonly Drawn[]): TrendIntervals {
  if (!isBanded(drawn)) {
    return { band: [], openBand: [], alone: drawn.filter(hasInterval).map(toRow) };
  }
  return {
    band: runs(drawn, areSettled),
    openBand: runs(
      drawn,
      (from, to) => !areSettled(from, to) && hasInterval(from) && hasInterval(to),
    ),
    alone: [],
  };
}

function isBanded(drawn: readonly Drawn[]): boolean {
  const settled = drawn.filter(({ mature }) => mature);
  return (
    settled.length > 1 &&
    settled.every(hasInterval) &&
    settled.every(({ x }) => settled.some((other) => Math.abs(other.x - x) === 1))
  );
}

function hasInterval({ low, high }: Drawn): boolean {
  return low !== high;
}
