import { wordsOf } from '#core/language/words-of.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { spanOfAll } from '#core/format/format-span.ts';
import type { Unit } from '#core/schemas/fact.ts';
import { chartCaption } from './chart-caption.ts';
import { CHART_WIDTH, NARROW_WIDTH, type Row, chartSpec, emptySpec } from './chart-spec.ts';
import type { Chart } from './chart.ts';
import { endLabels } from './end-labels.ts';
import { type MonthSlot, monthSlots } from './month-slots.ts';
import { spanPoints } from './span-points.ts';
import { type TrendIntervals, trendIntervals } from './trend-intervals.ts';
import { TREND_FIELD, trendLayers } from './trend-layers.ts';
import {
  type Drawn,
  type Span,
  type TrendRequest,
  areSettled,
  inShownTime,
  runs,
  spanOf,
  toDrawn,
  toRow,
} from './trend-points.ts';
import { trendDescription, trendReason, trendTable } from './trend-words.ts';

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
  const intervals = trendIntervals(drawn);
  const { charts } = wordsOf(formats);
  const remarks = [
    ...eachPoint(points, formats),
    ...axisUnit(unit, formats),
    ...(drawn.some((point) => !point.mature) ? [charts.dashed] : []),
    ...(intervals.band.length > 0 ? [charts.band] : []),
    ...(intervals.alone.length > 0 ? [charts.linesWhere] : []),
    ...(spans && spans.low !== 0 && spans.low * spans.high > 0 ? [charts.notZero] : []),
  ];
  return {
    id: request.id,
    title: request.title,
    description: trendDescription(request, drawn, step),
    spec: spans
      ? spec(request, slots, { drawn, intervals, span: spans })
      : emptySpec(trendReason(slots, formats)),
    table: trendTable(request, slots),
    ...(spans
      ? { readout: [PADDING + TREND_FIELD.left, TREND_FIELD.right + PADDING] as const }
      : {}),
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
  { drawn, intervals, span }: { drawn: readonly Drawn[]; intervals: TrendIntervals; span: Span },
): Chart['spec'] {
  const { low, high, ticks } = span;
  return chartSpec({
    height: TREND_FIELD.bottom,
    padding: { bottom: 26 },
    params: {
      xMax: Math.max(slots.length - 1, 1),
      yMin: low,
      yMax: high,
    },
    datasets: {
      ticks: ticks.map((value) => ({ value, text: formatCompact(value, unit, formats) })),
      months: monthLabels(slots, formats),
      ...intervals,
      line: runs(drawn, areSettled),
      openLine: runs(drawn, (from, to) => !areSettled(from, to)),
      dots: drawn.filter(({ mature }) => mature).map(toRow),
      openDots: drawn.filter(({ mature }) => !mature).map(toRow),
      ends: endLabels(
        drawn,
        {
          widths: [CHART_WIDTH, NARROW_WIDTH],
          ...TREND_FIELD,
          slots: slots.length,
          span,
        },
        unit,
        formats,
      ),
    },
    layers: trendLayers(),
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
    return [{ x, y: TREND_FIELD.bottom + 9, text, align }];
  });
}
