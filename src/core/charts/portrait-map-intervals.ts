import type { Fact, Interval } from '#core/schemas/fact.ts';
import { COLOR } from './chart-colors.ts';
import { type Channel, type Layer, type Row, layer } from './chart-spec.ts';
import { type MapAxis, placeOn } from './map-axis.ts';

/** A Portrait on the map, with where both of its figures could lie as well. */
export interface PlacedWithin {
  x: number;
  y: number;
  intervals: { x: Interval | undefined; y: Interval | undefined };
}

/**
 * Interval of a figure – none of one that is not shown.
 * @example intervalOf({ id: 'a', label: 'A', formula: 'A', unit: 'count', n: 0, period: { from: '2026-01-01', to: '2026-01-31' }, asOf: '2026-01-31', sources: [], status: 'unavailable', value: null, reason: 'No orders' }) // => undefined
 */
export function intervalOf(fact: Fact): Interval | undefined {
  return fact.status === 'ok' ? fact.interval : undefined;
}

/**
 * Rows of the lines across each bubble – both intervals, as far as the axes reach.
 * Empty case: a figure without an interval has no line.
 * @example mapIntervalRows([{ x: 2, y: 50, intervals: { x: { low: 1, high: 9, level: 0.95, method: 'm' }, y: undefined } }], { x: { low: 0, high: 5, ticks: [], isByRatio: false }, y: { low: 0, high: 100, ticks: [], isByRatio: false } }) // => { across: [{ y: 0.5, low: 0.2, high: 1 }], upright: [] }
 */
export function mapIntervalRows(
  placed: readonly PlacedWithin[],
  axes: { x: MapAxis; y: MapAxis },
): Record<'across' | 'upright', readonly Row[]> {
  const within = ({ low, high }: Interval, axis: MapAxis): Row => ({
    low: Math.max(0, placeOn(axis, low)),
    high: Math.min(1, placeOn(axis, high)),
  });
  return {
    across: placed.flatMap(({ y, intervals: { x } }): Row[] =>
      x ? [{ y: placeOn(axes.y, y), ...within(x, axes.x) }] : [],
    ),
    upright: placed.flatMap(({ x, intervals: { y } }): Row[] =>
      y ? [{ x: placeOn(axes.x, x), ...within(y, axes.y) }] : [],
    ),
  };
}

/**
 * Layers of those lines, to stand below the bubbles.
 * @example mapIntervalLayers({ x: {}, y: {} }).map(({ data }) => data.name) // => ['across', 'upright']
 */
export function mapIntervalLayers({ x, y }: { x: Channel; y: Channel }): Layer[] {
  const mark = { type: 'rule', color: COLOR.soft, strokeWidth: 1.5 };
  return [
    layer('across', mark, { x: { ...x, field: 'low' }, x2: { field: 'high' }, y }),
    layer('upright', mark, { x, y: { ...y, field: 'low' }, y2: { field: 'high' } }),
  ];
}
