import { COLOR } from './chart-colors.ts';
import { type Channel, type Layer, layer } from './chart-spec.ts';

/**
 * Interval lines – how far the ends of bars or columns could lie from where they are drawn.
 * Definition: a thin line from the lower to the upper limit of each row of "spans", with a rim of the ground: it is seen on
 * the bar and beyond it. Empty case: no rows, no lines.
 * @example intervalLines({}).map(({ mark }) => mark.type) // => ['rule', 'rule']
 */
export function intervalLines(encoding: Readonly<Record<string, Channel>>): Layer[] {
  return [
    layer('spans', { type: 'rule', color: COLOR.ground, strokeWidth: 4 }, encoding),
    layer('spans', { type: 'rule', color: COLOR.ink, strokeWidth: 1.5 }, encoding),
  ];
}
