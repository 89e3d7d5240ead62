import type { Fact, Interval } from '#core/schemas/fact.ts';
import { COLOR } from './chart-colors.ts';
import { type Channel, type Layer, type Row, layer } from './chart-spec.ts';

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
 * @example mapIntervalRows([{ x: 2, y: 50, intervals: { x: { low: 1, high: 9, level: 0.95, method: 'm' }, y: undefined } }], { xMax: 5, yMax: 100 }) // => { across: [{ y: 50, low: 1, high: 5 }], upright: [] }
 */
export function mapIntervalRows(
  placed: readonly PlacedWithin[],
  { xMax, yMax }: { xMax: number; yMax: number },
): Record<'across' | 'upright', readonly Row[]> {
  const within = ({ low, high }: Interval, most: number): Row => ({
    low: Math.max(0, low),
    high: Math.min(most, high),
  });
  return {
    across: placed.flatMap(({ y, intervals: { x } }): Row[] =>
      x ? [{ y, ...within(x, xMax) }] : [],
    ),
    upright: placed.flatMap(({ x, intervals: { y } }): Row[] =>
      y ? [{ x, ...within(y, yMax) }] : [],
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
