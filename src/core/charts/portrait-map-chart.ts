import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatFact } from '#core/format/format-fact.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import {
  CHART_WIDTH,
  NARROW_WIDTH,
  type Row,
  chartSpec,
  emptySpec,
  layer,
  pixel,
  scaled,
  textLayer,
} from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { labelPlaces } from './label-places.ts';
import { niceTicks } from './nice-ticks.ts';

export interface PortraitOnMap {
  id: string;
  name: string;
  ordersPerYear: Fact;
  orderValue: Fact;
  customers: number;
}

export interface PortraitMapRequest extends ChartRequest {
  portraits: readonly PortraitOnMap[];
  /** The Portrait whose page the map stands on; the others step back. */
  highlight?: string;
}

interface Placed {
  id: string;
  name: string;
  x: number;
  y: number;
  customers: number;
}

const HEIGHT = 340;
const LEFT = 52;
const TOP = 40;
const MOST_NAMES_NARROW = 4;

/**
 * Portrait map – who buys often and who buys much at a time: two roads to the same yearly spend.
 * Definition: a bubble per Portrait at orders a year and order value; its area is the number of customers.
 * Empty case: a Portrait without both figures is left out of the picture and named in the caption.
 */
export function portraitMapChart(request: PortraitMapRequest): Chart {
  const { portraits, formats } = request;
  const { charts } = wordsOf(formats);
  const placed = portraits.flatMap(
    ({ id, name, customers, ordersPerYear, orderValue }): Placed[] => {
      const x = numberOf(ordersPerYear);
      const y = numberOf(orderValue);
      return x === null || y === null ? [] : [{ id, name, customers, x, y }];
    },
  );
  const missing = portraits.filter(({ id }) => !placed.some((one) => one.id === id));
  const say = (one: Placed): string =>
    filled(charts.onMap, {
      name: one.name,
      often: formatValue(one.x, 'perYear', formats),
      value: formatValue(one.y, 'money', formats),
    });
  return {
    id: request.id,
    title: request.title,
    description:
      placed.length > 0
        ? filled(charts.map, { portraits: placed.map(say).join('; ') })
        : charts.mapEmpty,
    spec: placed.length > 0 ? spec(request, placed) : emptySpec(charts.nobodyOnMap),
    table: {
      columns: [charts.portrait, charts.ordersPerYear, charts.orderValue, charts.customersColumn],
      rows: portraits.map((one) => [
        one.name,
        formatFact(one.ordersPerYear, formats),
        formatFact(one.orderValue, formats),
        formatValue(one.customers, 'count', formats),
      ]),
    },
    caption: chartCaption(request.source, formats, [
      charts.area,
      ...(placed.length > MOST_NAMES_NARROW ? [charts.numbers] : []),
      ...(missing.length > 0
        ? [filled(charts.notDrawn, { names: missing.map(({ name }) => name).join(', ') })]
        : []),
    ]),
  };
}

function numberOf(fact: Fact): number | null {
  return typeof fact.value === 'number' ? fact.value : null;
}

function spec(
  { formats, highlight }: PortraitMapRequest,
  placed: readonly Placed[],
): Chart['spec'] {
  const { charts } = wordsOf(formats);
  const xTicks = niceTicks(0, Math.max(...placed.map(({ x }) => x)) * 1.1, 5);
  const yTicks = niceTicks(0, Math.max(...placed.map(({ y }) => y)) * 1.1, 4);
  const xMax = xTicks.at(-1) ?? 1;
  const yMax = yTicks.at(-1) ?? 1;
  const most = Math.max(1, ...placed.map(({ customers }) => customers));
  const places = (width: number): ReturnType<typeof labelPlaces> =>
    labelPlaces(
      placed.map((one, index) => ({
        x: LEFT + (one.x / xMax) * (width - LEFT - 14),
        y: HEIGHT - (one.y / yMax) * (HEIGHT - TOP),
        radius: radiusOf(one, most, width),
        text: width === NARROW_WIDTH ? shortName(index, placed) : one.name,
      })),
      { width, height: HEIGHT, fontSize: FONT_SIZE.label },
    );
  const wide = places(CHART_WIDTH);
  const narrow = places(NARROW_WIDTH);
  const x = scaled('x', {
    domain: { expr: '[0, xMax]' },
    rangeMin: LEFT,
    rangeMax: { expr: 'width - 14' },
  });
  const y = scaled('y', {
    domain: { expr: '[0, yMax]' },
    rangeMin: { expr: 'height' },
    rangeMax: TOP,
  });
  const isNarrow = 'width < 480';
  return chartSpec({
    height: HEIGHT,
    padding: { bottom: 46 },
    params: { xMax, yMax },
    datasets: {
      xTicks: xTicks.map((tick, index): Row => ({
        x: tick,
        words: HEIGHT + 18,
        text: formatCompact(tick, 'perYear', formats),
        align: index === xTicks.length - 1 ? 'right' : 'center',
      })),
      yTicks: yTicks.map((tick): Row => ({ y: tick, text: formatCompact(tick, 'money', formats) })),
      titles: [
        { text: charts.orderValue, words: 10, side: 'left' },
        { text: charts.ordersPerYear, words: HEIGHT + 40, side: 'right' },
      ],
      bubbles: placed.map((one, index): Row => {
        const near = narrow[index];
        const far = wide[index];
        return {
          x: one.x,
          y: one.y,
          name: one.name,
          shortName: shortName(index, placed),
          size: areaOf(one, most, CHART_WIDTH),
          sizeNarrow: areaOf(one, most, NARROW_WIDTH),
          color: highlight === undefined || highlight === one.id ? COLOR.own : COLOR.soft,
          dx: far?.dx ?? 0,
          dy: far?.dy ?? 0,
          align: far?.align ?? 'center',
          dxNarrow: near?.dx ?? 0,
          dyNarrow: near?.dy ?? 0,
          alignNarrow: near?.align ?? 'center',
        };
      }),
    },
    layers: [
      layer('yTicks', { type: 'rule', color: COLOR.rule, strokeWidth: 1 }, { y }),
      textLayer(
        'yTicks',
        { dy: -5, fontSize: FONT_SIZE.axis, color: COLOR.soft },
        { x: { value: 0 }, y },
      ),
      textLayer(
        'xTicks',
        { align: { expr: 'datum.align' }, fontSize: FONT_SIZE.axis, color: COLOR.soft },
        { x, y: pixel('words') },
      ),
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
        'bubbles',
        {
          type: 'point',
          filled: true,
          opacity: 0.82,
          stroke: COLOR.ground,
          strokeWidth: 1.5,
          size: { expr: `${isNarrow} ? datum.sizeNarrow : datum.size` },
        },
        { x, y, fill: { field: 'color', type: 'nominal', scale: null } },
      ),
      layer(
        'bubbles',
        {
          type: 'text',
          baseline: 'alphabetic',
          fontSize: FONT_SIZE.label,
          color: COLOR.ink,
          text: { expr: `${isNarrow} ? datum.shortName : datum.name` },
          align: { expr: `${isNarrow} ? datum.alignNarrow : datum.align` },
          dx: { expr: `${isNarrow} ? datum.dxNarrow : datum.dx` },
          dy: { expr: `${isNarrow} ? datum.dyNarrow : datum.dy` },
          fontWeight: 600,
        },
        { x, y },
      ),
    ],
  });
}

/** On a phone only a few names have room; then numbers stand for them. */
function shortName(index: number, placed: readonly Placed[]): string {
  return placed.length > MOST_NAMES_NARROW ? String(index + 1) : (placed[index]?.name ?? '');
}

function radiusOf({ customers }: Placed, most: number, width: number): number {
  const largest = width < 480 ? 18 : 30;
  return Math.max(4, largest * Math.sqrt(customers / most));
}

function areaOf(one: Placed, most: number, width: number): number {
  return Math.round(Math.PI * radiusOf(one, most, width) ** 2);
}
