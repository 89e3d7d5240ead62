import { wordsOf } from '#core/language/words-of.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { spanOfAll } from '#core/format/format-span.ts';
import type { Unit } from '#core/schemas/fact.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import {
  CHART_WIDTH,
  IS_NARROW,
  type Layer,
  type Mark,
  NARROW_WIDTH,
  type Row,
  chartSpec,
  emptySpec,
  layer,
  pixel,
  scaled,
  textLayer,
} from './chart-spec.ts';
import type { Chart } from './chart.ts';
import { END_LINE, endLabels } from './end-labels.ts';
import { type MonthSlot, monthSlots } from './month-slots.ts';
import { spanPoints } from './span-points.ts';
import {
  type Drawn,
  type Span,
  type TrendRequest,
  areSettled,
  hasInterval,
  isBanded,
  inShownTime,
  runs,
  spanOf,
  toDrawn,
  toRow,
} from './trend-points.ts';
import { trendDescription, trendReason, trendTable } from './trend-words.ts';

const HEIGHT = 250;
/** From the left edge to the first month, and from the last to the right edge. */
const MARGIN = 50;
const END = 14;
/** Room above the highest value for a label of two lines. */
const TOP = 46;
/** Left free around every chart. */
const PADDING = 2;

/**
 * Trend chart – how a KPI moved from month to month, with its interval as a band.
 * Definition: a line with a visible point a month; months that can still change are faded and dashed; months without
 * a figure leave a gap as wide as they are long. First and last settled figure are written with their months. Where
 * not every month has an interval, each is a line of its own instead of a torn band. The axis begins at zero unless
 * that would hide the movement, and the caption says so.
 * Empty case: a series without any figure draws the reason.
 * @example trendChart({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, label: 'Return rate', unit: 'ratio', points: [] }).table.rows // => []
 */
export function trendChart(given: TrendRequest): Chart {
  const request = inShownTime(given);
  const { points, unit, formats, source } = request;
  const { slots, step } = monthSlots(points);
  const drawn = slots.flatMap(toDrawn);
  const spans = drawn.length > 0 ? spanOf(drawn) : null;
  const { charts } = wordsOf(formats);
  const remarks = [
    ...eachPoint(points, formats),
    ...axisUnit(unit, formats),
    ...(drawn.some((point) => !point.mature) ? [charts.dashed] : []),
    ...(drawn.some(hasInterval) ? [isBanded(drawn) ? charts.band : charts.linesWhere] : []),
    ...(spans && spans.low !== 0 && spans.low * spans.high > 0 ? [charts.notZero] : []),
  ];
  return {
    id: request.id,
    title: request.title,
    description: trendDescription(request, drawn, step),
    spec: spans ? spec(request, slots, drawn, spans) : emptySpec(trendReason(slots, formats)),
    table: trendTable(request, slots),
    ...(spans ? { readout: [PADDING + MARGIN, END + PADDING] as const } : {}),
    ...(drawn.length > 1
      ? {
          series: {
            points: spanPoints(slots),
            unit: request.unit,
          },
        }
      : {}),
    caption: chartCaption(source, formats, remarks),
  };
}

/** How much time one point covers, where all cover the same. */
function eachPoint(points: TrendRequest['points'], formats: TrendRequest['formats']): string[] {
  const kind = spanOfAll(points.map(({ period }) => period));
  const { charts } = wordsOf(formats);
  return kind === 'month' ? [charts.eachMonth] : kind === 'year' ? [charts.eachYear] : [];
}

/** What the figures along the axis are, where they are written without it. */
function axisUnit(unit: Unit, formats: TrendRequest['formats']): string[] {
  const { axes } = wordsOf(formats);
  return unit in axes ? [axes[unit as keyof typeof axes]] : [];
}

function spec(
  { unit, formats }: TrendRequest,
  slots: readonly MonthSlot[],
  drawn: readonly Drawn[],
  span: Span,
): Chart['spec'] {
  const { low, high, ticks } = span;
  const x = scaled('x', {
    domain: { expr: '[0, xMax]' },
    rangeMin: MARGIN,
    rangeMax: { expr: `width - ${END}` },
  });
  const y = scaled('value', {
    domain: { expr: '[yMin, yMax]' },
    rangeMin: { expr: 'height' },
    rangeMax: TOP,
  });
  const band = (data: string, opacity: number): Layer =>
    layer(
      data,
      { type: 'area', color: COLOR.own, opacity, clip: true },
      {
        x,
        y: { ...y, field: 'low' },
        y2: { field: 'high' },
        detail: { field: 'run', type: 'nominal' },
      },
    );
  const line = (data: string, mark: Mark): Layer =>
    layer(
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
  const dots = (data: string, mark: Mark): Layer =>
    layer(
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
  const endLabel = (field: string, mark: Mark, up: number): Layer =>
    textLayer(
      'ends',
      {
        align: { expr: `${IS_NARROW} ? datum.alignNarrow : datum.align` },
        dy: { expr: `(${IS_NARROW} ? datum.dyNarrow : datum.dy) - ${up}` },
        ...mark,
      },
      { x, y },
      field,
    );
  const isWhole = isBanded(drawn);
  return chartSpec({
    height: HEIGHT,
    padding: { bottom: 26 },
    params: {
      xMax: Math.max(slots.length - 1, 1),
      yMin: low,
      yMax: high,
    },
    datasets: {
      ticks: ticks.map((value) => ({ value, text: formatCompact(value, unit, formats) })),
      months: monthLabels(slots, formats),
      band: isWhole ? runs(drawn, areSettled) : [],
      openBand: isWhole
        ? runs(drawn, (from, to) => !areSettled(from, to) && hasInterval(from) && hasInterval(to))
        : [],
      intervals: isWhole ? [] : drawn.filter(hasInterval).map(toRow),
      line: runs(drawn, areSettled),
      openLine: runs(drawn, (from, to) => !areSettled(from, to)),
      dots: drawn.filter(({ mature }) => mature).map(toRow),
      openDots: drawn.filter(({ mature }) => !mature).map(toRow),
      ends: endLabels(
        drawn,
        {
          widths: [CHART_WIDTH, NARROW_WIDTH],
          left: MARGIN,
          right: END,
          top: TOP,
          bottom: HEIGHT,
          slots: slots.length,
          span,
        },
        unit,
        formats,
      ),
    },
    layers: [
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
        'intervals',
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
    ],
  });
}

/** At most six labels, so that they fit a phone: years in a long series, months in a short one. */
function monthLabels(slots: readonly MonthSlot[], formats: TrendRequest['formats']): Row[] {
  const januaries = slots.flatMap(({ month }, x) => (month.endsWith('-01') ? [x] : []));
  const byYear = slots.length > 24 && januaries.length >= 2;
  const candidates = byYear ? januaries : slots.map((_, x) => x);
  const step = Math.ceil(candidates.length / (byYear ? 6 : 3));
  return candidates.flatMap((x, index) => {
    const month = slots[x]?.month;
    if (month === undefined || index % step !== 0) return [];
    const text = byYear ? month.slice(0, 4) : formatMonth(month, formats, 'short');
    const align = x === 0 ? 'left' : x > slots.length * 0.93 ? 'right' : 'center';
    return [{ x, y: HEIGHT + 9, text, align }];
  });
}
