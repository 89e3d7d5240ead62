import { wordsOf } from '#core/language/words-of.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import {
  type Layer,
  type Row,
  chartSpec,
  emptySpec,
  layer,
  pixel,
  scaled,
  textLayer,
} from './chart-spec.ts';
import type { Chart } from './chart.ts';
import {
  type Drawn,
  type Span,
  type TrendRequest,
  hasInterval,
  isAlone,
  openRuns,
  runs,
  spanOf,
  toDrawn,
  toRow,
} from './trend-points.ts';
import { trendDescription, trendReason, trendTable } from './trend-words.ts';

export type { TrendRequest } from './trend-points.ts';

const HEIGHT = 250;
/** From the left edge to the first month, and from the last to the right edge. */
const MARGIN = 50;
const END = 14;
/** Left free around every chart. */
const PADDING = 2;

/**
 * Trend chart – how a KPI moved from month to month, with its interval as a band.
 * Definition: a line with a visible point a month; months that can still change are faded and dashed; months without
 * a figure leave a gap. The axis begins at zero unless that would hide the movement, and the caption says so.
 * Empty case: a series without any figure draws the reason.
 */
export function trendChart(request: TrendRequest): Chart {
  const points = [...request.points].sort((a, b) => (a.month < b.month ? -1 : 1));
  const drawn = points.flatMap(toDrawn);
  const spans = drawn.length > 0 ? spanOf(drawn) : null;
  const { charts } = wordsOf(request.formats);
  const remarks = [
    ...(drawn.some((point) => !point.mature) ? [charts.dashed] : []),
    ...(drawn.some((point) => point.high > point.low)
      ? [drawn.every(hasInterval) ? charts.band : charts.bandWhere]
      : []),
    ...(spans && spans.low !== 0 && spans.low * spans.high > 0 ? [charts.notZero] : []),
  ];
  return {
    id: request.id,
    title: request.title,
    description: trendDescription(request, drawn),
    spec: spans
      ? spec(request, points, drawn, spans)
      : emptySpec(trendReason(points, request.formats)),
    table: trendTable(request, points),
    ...(spans ? { readout: [PADDING + MARGIN, END + PADDING] as const } : {}),
    caption: chartCaption(request.source, request.formats, remarks),
  };
}

function spec(
  { unit, formats }: TrendRequest,
  points: readonly KpiPoint[],
  drawn: readonly Drawn[],
  { low, high, ticks }: Span,
): Chart['spec'] {
  const x = scaled('x', {
    domain: { expr: '[0, xMax]' },
    rangeMin: MARGIN,
    rangeMax: { expr: `width - ${END}` },
  });
  const y = scaled('value', {
    domain: { expr: '[yMin, yMax]' },
    rangeMin: { expr: 'height' },
    rangeMax: 28,
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
  const line = (data: string, mark: Readonly<Record<string, unknown>>): Layer =>
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
  const dots = (data: string, mark: Readonly<Record<string, unknown>>): Layer =>
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
  const mature = drawn.filter((point) => point.mature);
  return chartSpec({
    height: HEIGHT,
    padding: { bottom: 26 },
    params: {
      xMax: Math.max(points.length - 1, 1),
      yMin: low,
      yMax: high,
    },
    datasets: {
      ticks: ticks.map((value) => ({ value, text: formatCompact(value, unit, formats) })),
      months: monthLabels(points, formats),
      // A month without an interval breaks the band: across it, none is known.
      band: runs(drawn, (point) => point.mature && hasInterval(point)),
      openBand: openRuns(drawn, hasInterval),
      alone: drawn.filter((point) => isAlone(point, drawn)).map(toRow),
      line: runs(drawn, (point) => point.mature),
      openLine: openRuns(drawn),
      dots: mature.map(toRow),
      openDots: drawn.filter((point) => !point.mature).map(toRow),
      ends: endLabels(drawn, points.length, unit, formats),
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
        'alone',
        { type: 'rule', color: COLOR.own, strokeWidth: 1.5 },
        { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      ),
      line('line', {}),
      line('openLine', { strokeDash: [3, 4] }),
      dots('dots', {}),
      dots('openDots', { filled: true, color: COLOR.ground, stroke: COLOR.own, strokeWidth: 1.5 }),
      dots('ends', { size: 64 }),
      textLayer(
        'ends',
        { align: { expr: 'datum.align' }, dy: -10, fontSize: FONT_SIZE.figure, fontWeight: 600 },
        { x, y: { ...y, field: 'top' } },
      ),
    ],
  });
}

/** At most five labels, so that they fit a phone: years in a long series, months in a short one. */
function monthLabels(points: readonly KpiPoint[], formats: TrendRequest['formats']): Row[] {
  const januaries = points.flatMap(({ month }, x) => (month.endsWith('-01') ? [x] : []));
  const byYear = points.length > 24 && januaries.length >= 2;
  const candidates = byYear ? januaries : points.map((_, x) => x);
  const step = Math.ceil(candidates.length / (byYear ? 6 : 3));
  return candidates.flatMap((x, index) => {
    const month = points[x]?.month;
    if (month === undefined || index % step !== 0) return [];
    const text = byYear ? month.slice(0, 4) : formatMonth(month, formats, 'short');
    const align = x === 0 ? 'left' : x > points.length * 0.93 ? 'right' : 'center';
    return [{ x, y: HEIGHT + 9, text, align }];
  });
}

/** First and last settled figure, written at the line itself. */
function endLabels(
  drawn: readonly Drawn[],
  months: number,
  unit: Unit,
  formats: TrendRequest['formats'],
): Row[] {
  const settled = drawn.filter((point) => point.mature);
  const chosen = settled.length > 0 ? settled : drawn;
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last) return [];
  const near = last.x - first.x < months * 0.3;
  return (first === last || near ? [last] : [first, last]).map((point) => {
    const align = point.x > months * 0.85 ? 'right' : point.x < months * 0.15 ? 'left' : 'center';
    // The label stands above everything that the line does within its own width.
    const reach = Math.ceil(months * 0.09);
    const under = drawn.filter(
      ({ x }) =>
        x >= point.x - (align === 'left' ? 0 : reach) &&
        x <= point.x + (align === 'right' ? 0 : reach),
    );
    return {
      x: point.x,
      value: point.value,
      top: Math.max(...under.map(({ value }) => value)),
      text: formatValue(point.value, unit, formats),
      align,
    };
  });
}
