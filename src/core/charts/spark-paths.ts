import { trendIntervals } from './trend-intervals.ts';
import { type Drawn, type TrendRow, type TrendRun, areSettled, runs } from './trend-points.ts';

/** What a sparkline is drawn from: paths in a field of 100 × 30 that the page may stretch; what is not drawn is empty. */
export interface SparkPaths {
  /** How sure settled months are, and those that may still change: a band behind the line. */
  band: string;
  openBand: string;
  /** Where there is no band: each month's interval as a line of its own. */
  intervals: string;
  /** Settled months, and those that may still change. */
  settled: string;
  open: string;
  /** Where the latest settled figure stands. */
  end: string;
}

const WIDTH = 100;
const HEIGHT = 30;
/** Half a line's width, so that no stroke is cut off. */
const INSET = 3;

/**
 * Spark paths – the months of a line and how sure they are, without an axis.
 * Definition: upwards from the lowest to the highest of the figures and the settled intervals. A band takes at most as
 * much room above and below the line as the line itself, and is cut off by the field beyond that: a third of the height
 * is left to the line.
 * Empty case: a figure that never moves and has no interval stands in the middle.
 * @param drawn months with a figure, at least two
 * @param slots places from the first to the last month
 * @param last the latest settled month
 * @example sparkPaths([{ x: 0, month: '2026-01', value: 2, low: 2, high: 2, mature: true }, { x: 1, month: '2026-02', value: 4, low: 4, high: 4, mature: true }], 2, { x: 1, month: '2026-02', value: 4, low: 4, high: 4, mature: true }).settled // => 'M3 27L97 3'
 */
export function sparkPaths(drawn: readonly Drawn[], slots: number, last: Drawn): SparkPaths {
  const { low, high } = reachOf(drawn);
  const across = (x: number): number => round(INSET + (x / (slots - 1)) * (WIDTH - 2 * INSET));
  const up = (value: number): number => {
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return round(HEIGHT - INSET - share * (HEIGHT - 2 * INSET));
  };
  const through = (rows: readonly TrendRow[], end: 'value' | 'low' | 'high'): string =>
    rows.map((row) => `${across(row.x)} ${up(row[end])}`).join('L');
  const line = (row: readonly TrendRun[]): string =>
    stretches(row)
      .map((rows) => `M${through(rows, 'value')}`)
      .join('');
  const band = (row: readonly TrendRun[]): string =>
    stretches(row)
      .map((rows) => `M${through(rows, 'high')}L${through(rows.toReversed(), 'low')}z`)
      .join('');
  const intervals = trendIntervals(drawn);
  return {
    band: band(intervals.band),
    openBand: band(intervals.openBand),
    intervals: intervals.alone
      .map((row) => `M${across(row.x)} ${up(row.low)}V${up(row.high)}`)
      .join(''),
    settled: line(runs(drawn, areSettled)),
    open: line(runs(drawn, (from, to) => !areSettled(from, to))),
    end: `M${across(last.x)} ${up(last.value)}h0`,
  };
}

function reachOf(drawn: readonly Drawn[]): { low: number; high: number } {
  const values = drawn.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? high - low : Infinity;
  const settled = drawn.filter(({ mature }) => mature);
  return {
    low: Math.max(low - room, Math.min(low, ...settled.map((point) => point.low))),
    high: Math.min(high + room, Math.max(high, ...settled.map((point) => point.high))),
  };
}

function stretches(runs: readonly TrendRun[]): TrendRun[][] {
  return [...Map.groupBy(runs, ({ run }) => run).values()];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
