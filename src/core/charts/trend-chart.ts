import { formatChange } from '#core/format/format-change.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { formatMeasure } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
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
import type { Chart, ChartRequest } from './chart.ts';
import { niceTicks } from './nice-ticks.ts';

export interface TrendRequest extends ChartRequest {
  /** The KPI's name: "Return rate". */
  label: string;
  unit: Unit;
  /** The KPI's series; the order does not matter. */
  points: readonly KpiPoint[];
}

interface Drawn {
  x: number;
  month: string;
  value: number;
  low: number;
  high: number;
  mature: boolean;
}

/** What the axis covers. */
interface Span {
  low: number;
  high: number;
  ticks: number[];
}

const HEIGHT = 250;
const MARGIN = 50;

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
  const remarks = [
    ...(drawn.some((point) => !point.mature) ? ['Dashed: may still change'] : []),
    ...(drawn.some((point) => point.high > point.low) ? ['Band: 95% interval'] : []),
    ...(spans && spans.low !== 0 && spans.low * spans.high > 0
      ? ['The axis does not begin at zero']
      : []),
  ];
  return {
    id: request.id,
    title: request.title,
    description: description(request, drawn),
    spec: spans ? spec(request, points, drawn, spans) : emptySpec(reasonOf(points)),
    table: table(request, points),
    caption: chartCaption(request.source, request.formats, remarks),
  };
}

function toDrawn({ month, measure, mature }: KpiPoint, x: number): Drawn[] {
  if (measure.status !== 'ok') return [];
  const { value, interval } = measure;
  return [{ x, month, value, low: interval?.low ?? value, high: interval?.high ?? value, mature }];
}

function spanOf(drawn: readonly Drawn[]): Span {
  const lows = drawn.map((point) => point.value);
  const highs = drawn.map((point) => point.value);
  // Young months have intervals many times wider than the rest; they must not flatten the line.
  for (const point of drawn.filter(({ mature }) => mature)) {
    lows.push(point.low);
    highs.push(point.high);
  }
  const low = Math.min(...lows);
  const high = Math.max(...highs);
  const ticks = niceTicks(low > 0 && low < 0.6 * high ? 0 : low, high, 5);
  const step = (ticks[1] ?? high) - (ticks[0] ?? low);
  // A last grid line far above the line would only waste the height of the picture.
  const kept = ticks.filter((tick) => tick <= high + step / 4);
  return { low: ticks[0] ?? low, high: Math.max(high, kept.at(-1) ?? high), ticks: kept };
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
    rangeMax: { expr: 'width - 14' },
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
      band: runs(drawn, (point) => point.mature).filter((row) => row.low !== row.high),
      openBand: openRuns(drawn).filter((row) => row.low !== row.high),
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
      band('band', 0.16),
      band('openBand', 0.07),
      line('line', {}),
      line('openLine', { strokeDash: [3, 4], opacity: 0.75 }),
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

/** Neighbouring months of one kind share a run: a missing month breaks the line. */
function runs(drawn: readonly Drawn[], belongs: (point: Drawn) => boolean): Row[] {
  let run = 0;
  let before = Number.NaN;
  return drawn.filter(belongs).map((point) => {
    if (point.x !== before + 1) run += 1;
    before = point.x;
    return { ...toRow(point), run };
  });
}

/** The dashed tail begins at the last settled point, so that the line does not break where it fades. */
function openRuns(drawn: readonly Drawn[]): Row[] {
  return runs(
    drawn,
    (point) => !point.mature || drawn.some((next) => next.x === point.x + 1 && !next.mature),
  );
}

function toRow({ x, value, low, high }: Drawn): Row & { low: number; high: number } {
  return { x, value, low, high };
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

function description({ label, unit, formats }: TrendRequest, drawn: readonly Drawn[]): string {
  const settled = drawn.filter((point) => point.mature);
  const last = settled.at(-1) ?? drawn.at(-1);
  const first = drawn[0];
  if (!last || !first) return `Line chart of ${label} by month, without any figure yet.`;
  const month = (point: Drawn): string => formatMonth(point.month, formats);
  const value = (point: Drawn): string => formatValue(point.value, unit, formats);
  const low = drawn.reduce((best, point) => (point.value < best.value ? point : best));
  const high = drawn.reduce((best, point) => (point.value > best.value ? point : best));
  const yearAgo = settled.find((point) => point.x === last.x - 12);
  return [
    `Line chart of ${label} by month, ${month(first)} to ${month(drawn.at(-1) ?? last)}, where ${month(last)} stands at ${value(last)}`,
    yearAgo
      ? ` (${formatChange(last.value - yearAgo.value, unit, formats)} against a year earlier)`
      : '',
    `. Lowest: ${value(low)} in ${month(low)}; highest: ${value(high)} in ${month(high)}.`,
  ].join('');
}

function table(
  { label, unit, formats }: TrendRequest,
  points: readonly KpiPoint[],
): Chart['table'] {
  return {
    columns: ['Month', label, '95% interval', 'n', 'Note'],
    rows: points.map(({ month, measure, mature }) => [
      formatMonth(month, formats),
      formatMeasure(measure, unit, formats),
      measure.status === 'ok' && measure.interval
        ? formatInterval(measure.interval, unit, formats)
        : '–',
      measure.status === 'suppressed' ? '–' : formatValue(measure.n, 'count', formats),
      mature ? '' : 'may still change',
    ]),
  };
}

function reasonOf(points: readonly KpiPoint[]): string {
  const reason = points
    .flatMap(({ measure }) => (measure.status === 'ok' ? [] : [measure.reason]))
    .at(-1);
  return reason ?? 'No month has a figure yet';
}
