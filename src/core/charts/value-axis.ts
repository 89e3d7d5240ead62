import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { type Layer, type Row, layer, pixel, textLayer } from './chart-spec.ts';

/** The figures under a chart of rows: one per tick, finished. */
export function valueAxisRows(
  ticks: readonly number[],
  height: number,
  write: (tick: number) => string,
): Row[] {
  return ticks.map((value, index) => ({
    value,
    text: write(value),
    words: height + 17,
    // The outer labels stay inside the picture.
    align: index === 0 ? 'left' : index === ticks.length - 1 ? 'right' : 'center',
    dx: index === 0 ? -8 : index === ticks.length - 1 ? 8 : 0,
  }));
}

/** Pieces of grid around each row's mark; whole lines would run through the words. */
export function gridRows(ticks: readonly number[], rows: readonly { mark: number }[]): Row[] {
  return rows.flatMap(({ mark }) =>
    ticks.map((value) => ({ value, top: mark - 8, bottom: mark + 8 })),
  );
}

/** The grid behind the marks, and the figures of the axis below. */
export function valueAxisLayers(x: Readonly<Record<string, unknown>>): Layer[] {
  return [
    layer(
      'grid',
      { type: 'rule', color: COLOR.rule, strokeWidth: 1 },
      { x, y: pixel('top'), y2: { field: 'bottom' } },
    ),
    textLayer(
      'ticks',
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
