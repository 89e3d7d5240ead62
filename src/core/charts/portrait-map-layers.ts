import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { IS_NARROW, type Layer, layer, pixel, scaled, textLayer } from './chart-spec.ts';
import { mapIntervalLayers } from './portrait-map-intervals.ts';
import { mapLabelLayers } from './portrait-map-labels.ts';

/** Pixels from the picture's left, right and upper edges to the field of the bubbles, and from its top to its lower edge. */
export const MAP_FIELD = { left: 52, right: 14, top: 40, bottom: 400 } as const;

/** From a line of the grid to the foot of its figure. */
export const TICK_ABOVE = 5;

/**
 * The layers of a Portrait map – grid, grounds of names, both axes, circles for scale, intervals, bubbles, names.
 * Places are shares of the axes, from 0 to 1.
 * @example mapLayers().filter(({ mark }) => mark.type === 'point').map(({ data }) => data.name) // => ['legend', 'rings', 'bubbles']
 */
export function mapLayers(): Layer[] {
  const x = scaled('x', {
    domain: [0, 1],
    rangeMin: MAP_FIELD.left,
    rangeMax: { expr: `width - ${MAP_FIELD.right}` },
  });
  const y = scaled('y', {
    domain: [0, 1],
    rangeMin: { expr: 'height' },
    rangeMax: MAP_FIELD.top,
  });
  const labels = mapLabelLayers({ x, y });
  const bubble = {
    type: 'point',
    filled: true,
    size: { expr: `${IS_NARROW} ? datum.sizeNarrow : datum.size` },
  };
  const axisText = { fontSize: FONT_SIZE.axis, color: COLOR.soft };
  return [
    layer('yTicks', { type: 'rule', color: COLOR.rule, strokeWidth: 1 }, { y }),
    ...labels.grounds,
    textLayer('yTicks', { dy: -TICK_ABOVE, ...axisText }, { x: { value: 0 }, y }),
    textLayer('xTicks', { align: { expr: 'datum.align' }, ...axisText }, { x, y: pixel('words') }),
    textLayer(
      'titles',
      {
        align: { expr: 'datum.side' },
        x: { expr: "datum.side === 'left' ? 0 : width" },
        fontSize: FONT_SIZE.axis,
        fontWeight: 600,
        color: COLOR.soft,
      },
      { y: pixel('words') },
    ),
    layer(
      'legend',
      { ...bubble, opacity: 1, filled: false, stroke: COLOR.soft, strokeWidth: 1.25 },
      { x: pixel('at'), y: pixel('words') },
    ),
    textLayer(
      'legend',
      { dx: { expr: 'datum.dx' }, dy: 4, ...axisText },
      { x: pixel('at'), y: pixel('words') },
    ),
    ...mapIntervalLayers({ x, y }),
    layer(
      'rings',
      { ...bubble, opacity: 1, filled: false, stroke: COLOR.ink, strokeWidth: 1.75 },
      { x, y },
    ),
    layer(
      'bubbles',
      { ...bubble, opacity: 0.88, strokeWidth: 1.5 },
      {
        ...{ x, y },
        fill: { field: 'color', type: 'nominal', scale: null },
        stroke: { field: 'edge', type: 'nominal', scale: null },
      },
    ),
    ...labels.names,
  ];
}
