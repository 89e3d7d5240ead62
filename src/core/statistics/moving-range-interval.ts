import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Steps from one figure to the next; fewer, and their mean says little of how far figures usually lie apart. */
const FEWEST_STEPS = 12;

/** Mean distance of two normal values with a standard deviation of one, 2 ÷ √π: the `d2` of control charts. */
const MEAN_DISTANCE = 2 / Math.sqrt(Math.PI);

/**
 * Interval by moving ranges – how far a figure would move by what moves it from one month to the next anyway, where all
 * that is known of it is one number a month.
 * Definition: value ± z · mean distance of successive figures ÷ 1.128, as the limits of a chart of individual values; not below
 * zero where no figure is.
 * Source: Nelson, Journal of Quality Technology 14 (1982), 172–173; Montgomery, Introduction to Statistical Quality
 * Control, "Shewhart control charts for individual measurements". What goes up and down with the season widens it.
 * Empty case: null for fewer than thirteen figures.
 * @example movingRangeInterval(3, [3, 4]) // => null
 */
export function movingRangeInterval(
  value: number,
  figures: readonly number[],
  level = 0.95,
): Interval | null {
  const steps = figures.slice(1).map((figure, index) => Math.abs(figure - (figures[index] ?? 0)));
  if (steps.length < FEWEST_STEPS) return null;
  const meanStep = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const half = (normalQuantile((1 + level) / 2) * meanStep) / MEAN_DISTANCE;
  const lowest = figures.some((figure) => figure < 0) ? -Infinity : 0;
  return {
    low: Math.max(lowest, value - half),
    high: value + half,
    level,
    method: 'by how far successive figures lie apart',
  };
}
