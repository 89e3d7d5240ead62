import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { type Layer, type Row, layer, pixel, textLayer } from './chart-spec.ts';

/** Rows for the grid under a chart of rows: one per tick, with its finished text. */
export function valueAxisRows(
  ticks: readonly number[],
  height: number,
  write: (tick: number) => string,
): Row[] {
  return ticks.map((value, index) => ({
    value,
    text: write(value),
    bottom: height,
    words: height + 17,
    // The outer labels stay inside the picture.
    align: index === 0 ? 'left' : index === ticks.length - 1 ? 'right' : 'center',
    dx: index === 0 ? -8 : index === ticks.length - 1 ? 8 : 0,
  }));
}

/** Vertical grid lines behind the rows' marks, and their figures below. */
export function valueAxisLayers(data: string, x: Readonly<Record<string, unknown>>): Layer[] {
  return [
    layer(
      data,
      { type: 'rule', color: COLOR.rule, strokeWidth: 1, strokeDash: [2, 3] },
      { x, y: { value: 0 }, y2: { value: 'height' } },
    ),
    textLayer(
      data,
      {
        align: { expr: 'datum.align' },
        dx: { expr: 'datum.dx' },
        fontSize: FONT_SIZE.axis,
        color: COLOR.soft,
      },
      { x, y: pixel('words') },
    ),
  ];
}
