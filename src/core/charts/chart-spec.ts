import type { ChartSpec } from './chart.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';

const SCHEMA_URL = 'https://vega.github.io/schema/vega-lite/v6.json';
/** Drawn at this width unless the renderer is told another, and once more for phones. */
export const CHART_WIDTH = 640;
/** The width that a phone has for a picture. */
export const NARROW_WIDTH = 340;
/** Narrower than this, a picture is drawn as on a phone. */
export const NARROW_BELOW = 480;
/** The same in an expression of a specification, for what a phone shows otherwise. */
export const IS_NARROW = `width < ${NARROW_BELOW}`;
export const IS_WIDE = `!(${IS_NARROW})`;

/** Hard stops make stripes. */
export interface Gradient {
  gradient: 'linear';
  stops: readonly { offset: number; color: string }[];
}
/** An entry of a dataset: finished values only. */
export type Row = Readonly<Record<string, string | number | boolean | Gradient>>;
/** What Vega-Lite calls a layer, a mark definition and a channel: its own property names. */
export type Layer = Readonly<Record<string, unknown>>;
export type Mark = Readonly<Record<string, unknown>>;
export type Channel = Readonly<Record<string, unknown>>;

interface Frame {
  height: number;
  /** Space outside the plot for what hangs over its edges. */
  padding?: { top?: number; bottom?: number };
  /** Numbers that scales read as `{ expr: name }`. */
  params?: Readonly<Record<string, number>>;
  datasets: Readonly<Record<string, readonly Row[]>>;
  layers: readonly Layer[];
}

/**
 * The specification around the layers. What changes from chart to chart of one shape stands in `params` and
 * `datasets` only, so that the renderer compiles each shape once. Axes, grid and labels are layers too: their
 * texts come finished from core/format.
 * @example chartSpec({ height: 100, params: { xMax: 4 }, datasets: {}, layers: [] }).params // => [{ name: 'xMax', value: 4 }]
 */
export function chartSpec({ height, padding, params, datasets, layers }: Frame): ChartSpec {
  return {
    $schema: SCHEMA_URL,
    width: CHART_WIDTH,
    height,
    padding: { left: 2, right: 2, top: padding?.top ?? 2, bottom: padding?.bottom ?? 2 },
    autosize: 'none',
    background: 'transparent',
    params: Object.entries(params ?? {}).map(([name, value]) => ({ name, value })),
    datasets,
    layer: layers,
    config: { view: { stroke: null }, aria: false },
  };
}

/**
 * One kind of mark over one dataset.
 * @example layer('bars', { type: 'bar' }, {}) // => { data: { name: 'bars' }, mark: { type: 'bar' }, encoding: {  } }
 */
export function layer(
  data: string,
  mark: Mark,
  encoding: Readonly<Record<string, Channel>>,
): Layer {
  return { data: { name: data }, mark, encoding };
}

/**
 * A text mark; `font` is left to the renderer and the page.
 * @example textLayer('ticks', {}, {}).encoding // => { text: { field: 'text', type: 'nominal' } }
 */
export function textLayer(
  data: string,
  mark: Mark,
  position: Readonly<Record<string, Channel>>,
  field = 'text',
): Layer {
  return layer(
    data,
    {
      type: 'text',
      align: 'left',
      baseline: 'alphabetic',
      fontSize: FONT_SIZE.label,
      color: COLOR.ink,
      ...mark,
    },
    { ...position, text: { field, type: 'nominal' } },
  );
}

/**
 * A position given in pixels.
 * @example pixel('top') // => { field: 'top', type: 'quantitative', scale: null, axis: null }
 */
export function pixel(field: string): Channel {
  return { field, type: 'quantitative', scale: null, axis: null };
}

/**
 * A position on a linear scale from one param to another, without an axis of its own.
 * @example scaled('share', { rangeMin: 0 }).scale // => { nice: false, zero: false, rangeMin: 0 }
 */
export function scaled(field: string, scale: Readonly<Record<string, unknown>>): Channel {
  return { field, type: 'quantitative', axis: null, scale: { nice: false, zero: false, ...scale } };
}

/**
 * A picture that says why there is nothing to draw.
 * @example emptySpec('No orders yet').datasets // => { message: [{ text: 'No orders yet' }] }
 */
export function emptySpec(reason: string): ChartSpec {
  return chartSpec({
    height: 88,
    datasets: { message: [{ text: reason }] },
    layers: [
      textLayer(
        'message',
        { align: 'center', baseline: 'middle', color: COLOR.soft, limit: { expr: 'width' } },
        {},
      ),
    ],
  });
}
