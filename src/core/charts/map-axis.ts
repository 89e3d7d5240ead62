import { niceTicks } from './nice-ticks.ts';

/** An axis of the map: what it spans, and the figures along it. */
export interface MapAxis {
  low: number;
  high: number;
  ticks: readonly number[];
  /** Equal distances are equal ratios, and there is no zero. */
  isByRatio: boolean;
}

/** From here on one large figure would press all others together at zero. */
const WIDE_RATIO = 6;
/** Of what the figures span: kept free at both ends, so that no bubble hangs over them. */
const ROOM = 0.15;
const MOST_TICKS = 7;

/**
 * Map axis – the span of one axis, so that small figures stand apart beside large ones.
 * Definition: from zero, as long as the largest figure is at most six times the smallest; else by ratios (logarithmic),
 * with figures of 1, 2 and 5 times a power of ten, where those would be many of 1 and 3 times or of powers alone.
 * Source: Cleveland, "The Elements of Graphing Data" (1994), on logarithms where values span magnitudes.
 * Empty case: without a figure, from 0 to 1; with one at or below zero there are no ratios.
 * @example mapAxis([2, 4], 4) // => { low: 0, high: 6, ticks: [0, 2, 4, 6], isByRatio: false }
 * @example mapAxis([1, 15], 4).ticks // => [1, 2, 5, 10, 20]
 */
export function mapAxis(values: readonly number[], steps: number): MapAxis {
  const [least, most] = [Math.min(...values), Math.max(0, ...values)];
  if (!(least > 0) || most / least <= WIDE_RATIO) {
    const ticks = niceTicks(0, most * 1.1, steps);
    return { low: 0, high: ticks.at(-1) ?? 1, ticks, isByRatio: false };
  }
  const room = (most / least) ** ROOM;
  const [low, high] = [least / room, most * room];
  const ladders = [[1, 2, 5], [1, 3], [1]].map((firsts) =>
    firsts
      .flatMap((first) => powersBetween(low / first, high / first).map((power) => first * power))
      .sort((one, other) => one - other),
  );
  const ticks = ladders.find(({ length }) => length <= MOST_TICKS) ?? ladders.at(-1) ?? [];
  return { low, high, ticks, isByRatio: true };
}

/**
 * Where a figure stands along an axis: 0 at its beginning, 1 at its end.
 * @example placeOn({ low: 1, high: 100, ticks: [1, 10, 100], isByRatio: true }, 10) // => 0.5
 */
export function placeOn({ low, high, isByRatio }: MapAxis, value: number): number {
  // A figure at or below zero has no place on an axis of ratios: the lower end of an interval may have one.
  if (isByRatio) return value > 0 ? Math.log(value / low) / Math.log(high / low) : -Infinity;
  return (value - low) / (high - low);
}

/** Powers of ten from one number to another. */
function powersBetween(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  // Powers below one are written, not multiplied: a thousandth would read 0.0010000000000000002.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(`1e${first + at}`),
  );
}
