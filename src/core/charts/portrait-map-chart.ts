import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
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
import { niceTicks } from './nice-ticks.ts';
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
 * for scale below. Lines across it are the intervals of both figures, seen where they reach beyond it. Each is named at its bubble, the core customer ringed; a name that would cover another bubble is
 * a number there, and stands in the caption.
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
  return {
    id: request.id,
    title: request.title,
    description:
      placed.length > 0
        ? filled(charts.map, { portraits: placed.map(say).join('; ') })
        : charts.mapEmpty,
    spec:
      placed.length > 0
        ? spec({ ...datasets(placed, axes, formats), ...labels.rows }, axes)
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
      ...(labels.numbered.length > 0
        ? [
            filled(charts.numbered, {
              names: labels.numbered
                .map((number) => `${number} ${placed[number - 1]?.name ?? ''}`)
                .join('; '),
            }),
          ]
        : []),
      ...(missing.length > 0
        ? [filled(charts.notDrawn, { names: missing.map(({ name }) => name).join(', ') })]
        : []),
    ]),
  };
}

function numberOf(fact: Fact): number | null {
  return typeof fact.value === 'number' ? fact.value : null;
}

/** A figure and its interval, as the table has them. */
function figure(fact: Fact, formats: Formats): [string, string] {
  const interval = intervalOf(fact);
  return [formatFact(fact, formats), interval ? formatInterval(interval, fact.unit, formats) : '–'];
}

/** The figures along both axes, and what they span. */
interface Axes {
  xTicks: readonly number[];
  yTicks: readonly number[];
  xMax: number;
  yMax: number;
}

function axesOf(placed: readonly Placed[]): Axes {
  const xTicks = niceTicks(0, Math.max(0, ...placed.map(({ x }) => x)) * 1.1, 5);
  const yTicks = niceTicks(0, Math.max(0, ...placed.map(({ y }) => y)) * 1.1, 4);
  return { xTicks, yTicks, xMax: xTicks.at(-1) ?? 1, yMax: yTicks.at(-1) ?? 1 };
}

function spec(rows: Record<string, readonly Row[]>, { xMax, yMax }: Axes): Chart['spec'] {
  return chartSpec({
    height: MAP_FIELD.bottom,
    padding: { bottom: BELOW },
    params: { xMax, yMax },
    datasets: rows,
    layers: mapLayers(),
  });
}

const mostCustomers = (placed: readonly Placed[]): number =>
  Math.max(1, ...placed.map(({ customers }) => customers));

/** The field of the bubbles, with the figures and the title of its upright axis. */
function fieldOf(
  placed: readonly Placed[],
  { yTicks, xMax, yMax }: Axes,
  { orderValue }: { orderValue: string },
): MapField {
  const { right, top, bottom } = MAP_FIELD;
  const perY = yMax / (bottom - top);
  const above = (baseline: number): Pick<LabelBox, 'top' | 'bottom'> => ({
    top: baseline - FONT_SIZE.axis,
    bottom: baseline,
  });
  return {
    ...MAP_FIELD,
    ...{ xMax, yMax },
    mostCustomers: mostCustomers(placed),
    taken: [
      { left: 0, right: textWidth(orderValue, FONT_SIZE.axis), ...above(TITLE) },
      ...yTicks.map((tick) => ({
        ...{ left: 0, right: MAP_FIELD.left - right },
        ...above(bottom - tick / perY - TICK_ABOVE),
      })),
    ],
  };
}

function datasets(
  placed: readonly Placed[],
  { xTicks, yTicks, xMax, yMax }: Axes,
  formats: Formats,
): Record<string, readonly Row[]> {
  const { charts } = wordsOf(formats);
  const most = mostCustomers(placed);
  return {
    xTicks: xTicks.map((tick, index): Row => ({
      x: tick,
      words: MAP_FIELD.bottom + 18,
      text: formatCompact(tick, 'perYear', formats),
      align: index === xTicks.length - 1 ? 'right' : 'center',
    })),
    yTicks: yTicks.map((tick): Row => ({ y: tick, text: formatCompact(tick, 'money', formats) })),
    titles: [
      { text: charts.orderValue, words: TITLE, side: 'left' },
      { text: charts.ordersPerYear, words: MAP_FIELD.bottom + 40, side: 'right' },
    ],
    ...mapIntervalRows(placed, { xMax, yMax }),
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

function point({ x, y, name }: Placed): { x: number; y: number; name: string } {
  return { x, y, name };
}
