import { formatChange } from '#core/format/format-change.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { formatMeasure } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Chart } from './chart.ts';
import type { Drawn, TrendRequest } from './trend-points.ts';

/** The alternative text: where the KPI stands, against a year earlier, and its extremes. */
export function trendDescription(
  { label, unit, formats }: TrendRequest,
  drawn: readonly Drawn[],
): string {
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

/** Every month of the series, with or without a figure. */
export function trendTable(
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

/** Why a series without figures has none: the latest reason. */
export function trendReason(points: readonly KpiPoint[]): string {
  const reason = points
    .flatMap(({ measure }) => (measure.status === 'ok' ? [] : [measure.reason]))
    .at(-1);
  return reason ?? 'No month has a figure yet';
}
