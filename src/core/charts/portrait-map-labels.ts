import type { Formats } from '#core/format/formats.ts';
import { bubbleLabel, type LabelLine, type LabelledPortrait } from './bubble-labels.ts';
import { RING, radiusOf } from './bubble-sizes.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import {
  CHART_WIDTH,
  type Channel,
  IS_NARROW,
  IS_WIDE,
  type Layer,
  type Mark,
  NARROW_WIDTH,
  type Row,
  layer,
} from './chart-spec.ts';
import { type LabelBox, LABEL_LINE, labelBox } from './label-box.ts';
import { labelPlaces } from './label-places.ts';
import { type MapAxis, placeOn } from './map-axis.ts';

/** A Portrait that has its place on the map. */
export interface PlacedPortrait extends LabelledPortrait {
  customers: number;
}

/** The field that the bubbles stand in: pixels from the edges of the picture to it, and its axes. */
export interface MapField {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: MapAxis;
  y: MapAxis;
  /** Of the largest bubble. */
  mostCustomers: number;
  /** What stands in the picture already: the figures along an axis. */
  taken: readonly LabelBox[];
}

/** What the labels of one width are drawn from. */
interface LabelRows {
  words: Row[];
  /** Ground under the words, so that a line of the grid does not run through them. */
  grounds: Row[];
  /** From a bubble to words that found no room beside it. */
  lines: Row[];
  /** Of the Portraits whose names found no room. */
  numbered: number[];
}

/**
 * The datasets of all labels, for both widths: words have places of their own on a phone. Where a name could be taken for
 * another bubble's stands a number; `numbered` are the Portraits that have one, by width, counted from 1.
 * @example mapLabelRows([{ name: 'Jo', x: 2, y: 80, isCore: false, customers: 40 }], { left: 52, right: 14, top: 40, bottom: 400, x: { low: 0, high: 4, ticks: [], isByRatio: false }, y: { low: 0, high: 100, ticks: [], isByRatio: false }, mostCustomers: 40, taken: [] }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }).rows.labelsNarrow.map(({ text }) => text) // => ['Jo']
 */
export function mapLabelRows(
  portraits: readonly PlacedPortrait[],
  field: MapField,
  formats: Formats,
): { rows: Record<string, Row[]>; numbered: { wide: number[]; narrow: number[] } } {
  const wide = rowsAt(CHART_WIDTH, portraits, field, formats);
  const narrow = rowsAt(NARROW_WIDTH, portraits, field, formats);
  const rows = {
    labels: wide.words,
    labelsNarrow: narrow.words,
    labelGrounds: wide.grounds,
    labelGroundsNarrow: narrow.grounds,
    labelLines: wide.lines,
    labelLinesNarrow: narrow.lines,
  };
  return { rows, numbered: { wide: wide.numbered, narrow: narrow.numbered } };
}

function rowsAt(
  width: number,
  portraits: readonly PlacedPortrait[],
  { left, right, top, bottom, mostCustomers, taken, ...axes }: MapField,
  formats: Formats,
): LabelRows {
  const fontSize = width === NARROW_WIDTH ? FONT_SIZE.axis : FONT_SIZE.label;
  const [wide, high] = [width - left - right, bottom - top];
  const labelled = portraits.map((one, index) => {
    const texts = bubbleLabel(one, width, formats);
    const [x, y] = [placeOn(axes.x, one.x), placeOn(axes.y, one.y)];
    const bubble = {
      x: left + x * wide,
      y: bottom - y * high,
      radius: radiusOf(one.customers, mostCustomers, width) + (one.isCore ? RING : 0),
      text: texts.map(({ text }) => text).join('\n'),
      // Whom the map leads with is never a mere number.
      ...(one.isCore ? {} : { short: String(index + 1) }),
    };
    return { x, y, texts, bubble };
  });
  const places = labelPlaces(
    labelled.map(({ bubble }) => bubble),
    { width, height: bottom, fontSize, taken },
  );
  const found = labelled.flatMap(({ bubble, ...one }, index) => {
    const place = places[index];
    if (!place) return [];
    const texts = place.isShort ? [numberLine(String(index + 1))] : one.texts;
    const text = texts.map((line) => line.text).join('\n');
    return [{ ...one, ...place, texts, box: labelBox({ ...bubble, text }, place, fontSize) }];
  });
  return {
    words: found.flatMap(({ x, y, dx, dy, align, texts }) =>
      texts.map((line, at) => ({
        ...{ x, y, ...line, align, dx },
        dy: Math.round(dy + at * fontSize * LABEL_LINE),
      })),
    ),
    grounds: found.map(({ box }) => ({
      x: (box.left - left) / wide,
      x2: (box.right - left) / wide,
      y: (bottom - box.top) / high,
      y2: (bottom - box.bottom) / high,
    })),
    lines: found.flatMap(({ x, y, line }) =>
      line
        ? [
            {
              x: x + line.from.dx / wide,
              y: y - line.from.dy / high,
              x2: x + line.to.dx / wide,
              y2: y - line.to.dy / high,
            },
          ]
        : [],
    ),
    numbered: places.flatMap((place, index) => (place?.isShort ? [index + 1] : [])),
  };
}

function numberLine(text: string): LabelLine {
  return { text, size: FONT_SIZE.label, weight: 600, color: COLOR.ink };
}

/**
 * The layers over these datasets: the grounds lie under the bubbles, names and lines above.
 * @example mapLabelLayers({ x: { field: 'x' }, y: { field: 'y' } }).grounds.map(({ data }) => data) // => [{ name: 'labelGrounds' }, { name: 'labelGroundsNarrow' }]
 */
export function mapLabelLayers(at: { x: Channel; y: Channel }): {
  grounds: Layer[];
  names: Layer[];
} {
  const shape = (data: string, mark: Mark, isShown: string): Layer =>
    layer(
      data,
      { ...mark, opacity: { expr: `${isShown} ? 1 : 0` } },
      { ...at, x2: { field: 'x2' }, y2: { field: 'y2' } },
    );
  return {
    grounds: inBothWidths('labelGrounds', (data, isShown) =>
      shape(data, { type: 'rect', color: COLOR.ground }, isShown),
    ),
    names: [
      ...inBothWidths('labelLines', (data, isShown) =>
        shape(data, { type: 'rule', color: COLOR.soft, strokeWidth: 1 }, isShown),
      ),
      ...inBothWidths('labels', (data, isShown) =>
        layer(
          data,
          {
            type: 'text',
            baseline: 'alphabetic',
            text: { expr: `${isShown} ? datum.text : ''` },
            align: { expr: 'datum.align' },
            dx: { expr: 'datum.dx' },
            dy: { expr: 'datum.dy' },
            fontSize: { expr: 'datum.size' },
            fontWeight: { expr: 'datum.weight' },
          },
          { ...at, fill: { field: 'color', type: 'nominal', scale: null } },
        ),
      ),
    ],
  };
}

function inBothWidths(
  data: string,
  layerOf: (data: string, isShown: string) => Layer,
): [wide: Layer, narrow: Layer] {
  return [layerOf(data, IS_WIDE), layerOf(`${data}Narrow`, IS_NARROW)];
}
