import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { type Layer, type Row, layer, pixel, scaled, textLayer } from './chart-spec.ts';

/** From the edges of the picture to the outer ticks: half a dot has room there. */
const INSET = 8;

/** The axis under a chart of rows. Needs the params `xMin` and `xMax`. */
const ALONG_AXIS = scaled('value', {
  domain: { expr: '[xMin, xMax]' },
  rangeMin: INSET,
  rangeMax: { expr: `width - ${INSET}` },
});

/**
 * The figures under a chart of rows: one per tick, finished.
 * @example valueAxisRows([0, 1], 100, String).map(({ text, align }) => [text, align]) // => [['0', 'left'], ['1', 'right']]
 */
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
    dx: index === 0 ? -INSET : index === ticks.length - 1 ? INSET : 0,
  }));
}

/**
 * Pieces of grid around each row's mark; whole lines would run through the words.
 * @example gridRows([0, 1], [{ mark: 31 }]) // => [{ value: 0, top: 23, bottom: 39 }, { value: 1, top: 23, bottom: 39 }]
 */
export function gridRows(ticks: readonly number[], rows: readonly { mark: number }[]): Row[] {
  return rows.flatMap(({ mark }) =>
    ticks.map((value) => ({ value, top: mark - 8, bottom: mark + 8 })),
  );
}

/**
 * The grid behind the marks, and the figures of the axis below. Needs the datasets `grid` and `ticks`.
 * @example valueAxisLayers().map(({ data }) => data.name) // => ['grid', 'ticks']
 */
export function valueAxisLayers(): Layer[] {
  return [
    uprightLayer('grid', { color: COLOR.rule, strokeWidth: 1 }),
    textLayer(
      'ticks',
      {
        align: { expr: 'datum.align' },
        dx: { expr: 'datum.dx' },
        fontSize: FONT_SIZE.axis,
        color: COLOR.soft,
      },
      { x: ALONG_AXIS, y: pixel('words') },
    ),
  ];
}

/**
 * An upright line at a value, beside each row: rows of a dataset with `value`, `top` and `bottom`.
 * @example uprightLayer('zero', { color: 'var(--ink)', strokeWidth: 1.5 }).mark // => { type: 'rule', color: 'var(--ink)', strokeWidth: 1.5 }
 */
export function uprightLayer(data: string, line: { color: string; strokeWidth: number }): Layer {
  return layer(
    data,
    { type: 'rule', ...line },
    { x: ALONG_AXIS, y: pixel('top'), y2: { field: 'bottom' } },
  );
}

/** A figure, the ends of its interval, and the colour and height at which it is drawn. */
export type IntervalDot = Readonly<
  Record<'value' | 'low' | 'high' | 'mark', number> & { color: string }
>;

/**
 * A dot on a line as long as its interval. Needs the dataset `dots` of `IntervalDot`.
 * @example intervalDotLayers().map(({ mark }) => mark.type) // => ['rule', 'point']
 */
export function intervalDotLayers(): Layer[] {
  const color = { field: 'color', type: 'nominal', scale: null } as const;
  return [
    layer(
      'dots',
      { type: 'rule', strokeWidth: 2.5, strokeCap: 'round' },
      { x: { ...ALONG_AXIS, field: 'low' }, x2: { field: 'high' }, y: pixel('mark'), color },
    ),
    layer(
      'dots',
      { type: 'point', filled: true, opacity: 1, size: 110 },
      { x: ALONG_AXIS, y: pixel('mark'), color },
    ),
  ];
}
