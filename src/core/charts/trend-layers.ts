import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { IS_NARROW, type Layer, type Mark, layer, pixel, scaled, textLayer } from './chart-spec.ts';
import { END_LINE } from './end-labels.ts';

/** Pixels from the picture's edges to the first and last month, and from its top to the highest and lowest value. */
export const TREND_FIELD = {
  left: 50,
  right: 14,
  /** Room above for a label of two lines. */
  top: 46,
  bottom: 250,
} as const;

/** Months from left to right, and values upwards. Need the params `xMax`, `yMin` and `yMax`. */
const x = scaled('x', {
  domain: { expr: '[0, xMax]' },
  rangeMin: TREND_FIELD.left,
  rangeMax: { expr: `width - ${TREND_FIELD.right}` },
});
const y = scaled('value', {
  domain: { expr: '[yMin, yMax]' },
  rangeMin: { expr: 'height' },
  rangeMax: TREND_FIELD.top,
});

/**
 * The layers of a trend – grid and axis, band, line, points, and the labels of both ends.
 * Definition: settled months whole, those that may still change dashed and paler; one dataset a layer.
 * @example trendLayers().filter(({ mark }) => mark.type === 'line').map(({ data }) => data.name) // => ['line', 'openLine']
 */
export function trendLayers(): Layer[] {
  return [
    layer('ticks', { type: 'rule', color: COLOR.rule, strokeWidth: 1 }, { y }),
    textLayer(
      'ticks',
      { dy: -5, fontSize: FONT_SIZE.axis, color: COLOR.soft },
      { x: { value: 0 }, y },
    ),
    textLayer(
      'months',
      {
        align: { expr: 'datum.align' },
        baseline: 'top',
        fontSize: FONT_SIZE.axis,
        color: COLOR.soft,
      },
      { x, y: pixel('y') },
    ),
    band('band', 0.22),
    band('openBand', 0.12),
    layer(
      'alone',
      { type: 'rule', color: COLOR.own, opacity: 0.35, strokeWidth: 1.5, clip: true },
      { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    ),
    line('line', {}),
    line('openLine', { strokeDash: [3, 4] }),
    dots('dots', {}),
    dots('openDots', { filled: true, color: COLOR.ground, stroke: COLOR.own, strokeWidth: 1.5 }),
    dots('ends', { size: 64 }),
    layer(
      'ends',
      {
        type: 'rule',
        color: COLOR.soft,
        strokeWidth: 1,
        y2: {
          expr: `scale('y', datum.value) + (${IS_NARROW} ? datum.reachNarrow : datum.reach)`,
        },
      },
      { x, y },
    ),
    endLabel('text', { fontSize: FONT_SIZE.figure, fontWeight: 600 }, 0),
    endLabel('month', { fontSize: FONT_SIZE.axis, color: COLOR.soft }, END_LINE),
  ];
}

function band(data: string, opacity: number): Layer {
  return layer(
    data,
    { type: 'area', color: COLOR.own, opacity, clip: true },
    {
      x,
      y: { ...y, field: 'low' },
      y2: { field: 'high' },
      detail: { field: 'run', type: 'nominal' },
    },
  );
}

function line(data: string, mark: Mark): Layer {
  return layer(
    data,
    {
      type: 'line',
      color: COLOR.own,
      strokeWidth: 2.25,
      strokeCap: 'round',
      strokeJoin: 'round',
      ...mark,
    },
    {
      x,
      y,
      detail: { field: 'run', type: 'nominal' },
      order: { field: 'x', type: 'quantitative' },
    },
  );
}

function dots(data: string, mark: Mark): Layer {
  return layer(
    data,
    {
      type: 'point',
      filled: true,
      color: COLOR.own,
      opacity: 1,
      size: { expr: 'xMax > 30 ? 14 : 30' },
      ...mark,
    },
    { x, y },
  );
}

function endLabel(field: string, mark: Mark, up: number): Layer {
  return textLayer(
    'ends',
    {
      align: { expr: `${IS_NARROW} ? datum.alignNarrow : datum.align` },
      dy: { expr: `(${IS_NARROW} ? datum.dyNarrow : datum.dy) - ${up}` },
      ...mark,
    },
    { x, y },
    field,
  );
}
