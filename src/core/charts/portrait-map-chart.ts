import { wordsOf } from '#core/language/words-of.ts';
import { type Words, filled } from '#core/language/words.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatFact } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { bubbleFill } from './bubble-fill.ts';
import { RING, bubbleLegend, bubbleSizes } from './bubble-sizes.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { type Row, chartSpec, emptySpec } from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { type LabelBox, textWidth } from './label-box.ts';
import { type MapAxis, mapAxis, placeOn } from './map-axis.ts';
import { type PlacedWithin, intervalOf, mapIntervalRows } from './portrait-map-intervals.ts';
import { type MapField, type PlacedPortrait, mapLabelRows } from './portrait-map-labels.ts';
import { MAP_FIELD, TICK_ABOVE, mapLayers } from './portrait-map-layers.ts';

/** A Portrait with the two figures that place it. */
export interface PortraitOnMap {
  id: string;
  name: string;
  ordersPerYear: Fact;
  orderValue: Fact;
  customers: number;
  /** Which of the six colours of the palette stands for this Portrait. */
  tone: number;
  /** From the seventh Portrait on: stripes tell it from the one before of the same colour. */
  stripes: number;
  /** The customer the shop is built for: marked and named as such. */
  isCore: boolean;
}

interface PortraitMapRequest extends ChartRequest {
  portraits: readonly PortraitOnMap[];
}

type Placed = PlacedPortrait & PlacedWithin & Omit<PortraitOnMap, 'ordersPerYear' | 'orderValue'>;

/** Of the upright axis' title: where its letters stand. */
const TITLE = 10;
/** Below the axis: its title, and circles that say how many people an area stands for. */
const BELOW = 92;
const LEGEND = MAP_FIELD.bottom + 58;

/**
 * Portrait map – who buys often and who buys much at a time: two roads to the same yearly spend.
 * Definition: a bubble per Portrait at orders a year and order value; its area is the number of customers, with circles
 * for scale below. An axis goes by ratios where one large figure would press all others together. Lines across it are the
 * intervals of both figures, seen where they reach beyond it. Each is named at its bubble, the core customer ringed; a name
 * that could be taken for another bubble's is a number there, and stands below the picture.
 * Empty case: a Portrait without both figures is left out of the picture and named in the caption.
 * @example portraitMapChart({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, portraits: [] }).table.rows // => []
 */
export function portraitMapChart(request: PortraitMapRequest): Chart {
  const { portraits, formats } = request;
  const { charts } = wordsOf(formats);
  const placed = portraits.flatMap(({ ordersPerYear, orderValue, ...one }): Placed[] => {
    const x = numberOf(ordersPerYear);
    const y = numberOf(orderValue);
    const intervals = { x: intervalOf(ordersPerYear), y: intervalOf(orderValue) };
    return x === null || y === null ? [] : [{ ...one, x, y, intervals }];
  });
  const missing = portraits.filter(({ id }) => !placed.some((one) => one.id === id));
  const say = (one: Placed): string =>
    filled(charts.onMap, {
      name: one.name,
      often: formatValue(one.x, 'perYear', formats),
      value: formatValue(one.y, 'money', formats),
    });
  const axes = axesOf(placed);
  const labels = mapLabelRows(placed, fieldOf(placed, axes, charts), formats);
  const keyOf = (numbered: readonly number[]): string =>
    numbered.length === 0
      ? ''
      : filled(charts.numbered, {
          names: numbered.map((number) => `${number} ${placed[number - 1]?.name ?? ''}`).join('; '),
        });
  return {
    id: request.id,
    title: request.title,
    description:
      placed.length > 0
        ? filled(charts.map, { portraits: placed.map(say).join('; ') })
        : charts.mapEmpty,
    spec:
      placed.length > 0
        ? spec({ ...datasets(placed, axes, formats), ...labels.rows })
        : emptySpec(charts.nobodyOnMap),
    table: {
      columns: [
        charts.portrait,
        charts.ordersPerYear,
        charts.interval,
        charts.orderValue,
        charts.interval,
        charts.customersColumn,
      ],
      rows: portraits.map((one) => [
        one.name,
        ...figure(one.ordersPerYear, formats),
        ...figure(one.orderValue, formats),
        formatValue(one.customers, 'count', formats),
      ]),
    },
    caption: chartCaption(request.source, formats, [
      charts.area,
      ...(placed.some(({ intervals }) => intervals.x ?? intervals.y) ? [charts.lines] : []),
      ...byRatio(axes, charts),
      ...(missing.length > 0
        ? [filled(charts.notDrawn, { names: missing.map(({ name }) => name).join(', ') })]
        : []),
    ]),
    key: { wide: keyOf(labels.numbered.wide), narrow: keyOf(labels.numbered.narrow) },
  };
}

/** What an axis without a zero asks of the reader. */
function byRatio({ x, y }: Axes, charts: Words['charts']): string[] {
  const names = [
    ...(y.isByRatio ? [charts.orderValue] : []),
    ...(x.isByRatio ? [charts.ordersPerYear] : []),
  ];
  return names.length > 0 ? [filled(charts.byRatio, { axes: names.join(', ') })] : [];
}

function numberOf(fact: Fact): number | null {
  return typeof fact.value === 'number' ? fact.value : null;
}

/** A figure and its interval, as the table has them. */
function figure(fact: Fact, formats: Formats): [string, string] {
  const interval = intervalOf(fact);
  return [formatFact(fact, formats), interval ? formatInterval(interval, fact.unit, formats) : '–'];
}

interface Axes {
  x: MapAxis;
  y: MapAxis;
}

function axesOf(placed: readonly Placed[]): Axes {
  return {
    x: mapAxis(
      placed.map(({ x }) => x),
      5,
    ),
    y: mapAxis(
      placed.map(({ y }) => y),
      4,
    ),
  };
}

function spec(rows: Record<string, readonly Row[]>): Chart['spec'] {
  return chartSpec({
    height: MAP_FIELD.bottom,
    padding: { bottom: BELOW },
    datasets: rows,
    layers: mapLayers(),
  });
}

const mostCustomers = (placed: readonly Placed[]): number =>
  Math.max(1, ...placed.map(({ customers }) => customers));

/** The field of the bubbles, with the figures and the title of its upright axis. */
function fieldOf(
  placed: readonly Placed[],
  { x, y }: Axes,
  { orderValue }: { orderValue: string },
): MapField {
  const { top, bottom } = MAP_FIELD;
  const above = (baseline: number): Pick<LabelBox, 'top' | 'bottom'> => ({
    top: baseline - FONT_SIZE.axis,
    bottom: baseline,
  });
  return {
    ...MAP_FIELD,
    ...{ x, y },
    mostCustomers: mostCustomers(placed),
    taken: [
      { left: 0, right: textWidth(orderValue, FONT_SIZE.axis), ...above(TITLE) },
      ...y.ticks.map((tick) => ({
        ...{ left: 0, right: MAP_FIELD.left - MAP_FIELD.right },
        ...above(bottom - placeOn(y, tick) * (bottom - top) - TICK_ABOVE),
      })),
    ],
  };
}

function datasets(
  placed: readonly Placed[],
  axes: Axes,
  formats: Formats,
): Record<string, readonly Row[]> {
  const { charts } = wordsOf(formats);
  const most = mostCustomers(placed);
  const point = ({ x, y, name }: Placed): Row => ({
    x: placeOn(axes.x, x),
    y: placeOn(axes.y, y),
    name,
  });
  return {
    xTicks: axes.x.ticks.map((tick): Row => ({
      x: placeOn(axes.x, tick),
      words: MAP_FIELD.bottom + 18,
      text: formatCompact(tick, 'perYear', formats),
      align: tick === axes.x.high ? 'right' : 'center',
    })),
    yTicks: axes.y.ticks.map((tick): Row => ({
      y: placeOn(axes.y, tick),
      text: formatCompact(tick, 'money', formats),
    })),
    titles: [
      { text: charts.orderValue, words: TITLE, side: 'left' },
      { text: charts.ordersPerYear, words: MAP_FIELD.bottom + 40, side: 'right' },
    ],
    ...mapIntervalRows(placed, axes),
    rings: placed
      .filter(({ isCore }) => isCore)
      .map((one): Row => ({ ...point(one), ...bubbleSizes(one.customers, most, RING) })),
    // The small ones lie upon the large ones.
    bubbles: placed
      .toSorted((a, b) => b.customers - a.customers)
      .map((one): Row => ({
        ...point(one),
        ...bubbleSizes(one.customers, most),
        color: bubbleFill(one.tone, one.stripes),
        edge: one.stripes === 0 ? COLOR.ground : bubbleFill(one.tone, 0),
      })),
    legend: bubbleLegend(most, LEGEND, formats),
  };
}
