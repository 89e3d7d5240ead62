import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatChange } from '#core/format/format-change.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { formatMeasure } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Chart } from './chart.ts';
import type { MonthSlot } from './month-slots.ts';
import type { Drawn, TrendRequest } from './trend-points.ts';

/**
 * The alternative text: where the KPI stands, against a year earlier, and its extremes.
 * @example trendDescription({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, label: 'Return rate', unit: 'ratio', points: [] }, [], 1) // => 'Line chart of Return rate by month, without any figure yet.'
 */
export function trendDescription(
  { label, unit, formats }: TrendRequest,
  drawn: readonly Drawn[],
  step: number,
): string {
  const { charts } = wordsOf(formats);
  const settled = drawn.filter((point) => point.mature);
  const last = settled.at(-1) ?? drawn.at(-1);
  const first = drawn[0];
  if (!last || !first) return filled(charts.trendEmpty, { label });
  const month = (point: Drawn): string => formatMonth(point.month, formats);
  const value = (point: Drawn): string => formatValue(point.value, unit, formats);
  const low = drawn.reduce((best, point) => (point.value < best.value ? point : best));
  const high = drawn.reduce((best, point) => (point.value > best.value ? point : best));
  const yearAgo = settled.find((point) => (last.x - point.x) * step === 12);
  const inMonth = (point: Drawn): string =>
    filled(charts.inMonth, { value: value(point), month: month(point) });
  return filled(yearAgo ? charts.trendSince : charts.trend, {
    label,
    first: month(first),
    last: month(drawn.at(-1) ?? last),
    month: month(last),
    value: value(last),
    change: yearAgo ? formatChange(last.value - yearAgo.value, unit, formats) : '',
    low: inMonth(low),
    high: inMonth(high),
  });
}

/**
 * Every month from the first to the last, with or without a figure.
 * @example trendTable({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, label: 'Return rate', unit: 'ratio', points: [] }, [{ month: '2026-01', point: { month: '2026-01', period: { from: '2026-01-01', to: '2026-01-28' }, mature: true, measure: { status: 'ok', value: 0.2, n: 10, numerator: 2, denominator: 10 } } }]).rows // => [['January 2026', '20%', '–', '10', '']]
 */
export function trendTable(
  { label, unit, formats }: TrendRequest,
  slots: readonly MonthSlot[],
): Chart['table'] {
  const { charts } = wordsOf(formats);
  return {
    columns: [charts.month, label, charts.interval, charts.n, charts.note],
    rows: slots.map(({ month, point }) => {
      if (!point) return [formatMonth(month, formats), '–', '–', '–', charts.noFigure];
      const { measure, mature } = point;
      return [
        formatMonth(month, formats),
        formatMeasure(measure, unit, formats),
        measure.status === 'ok' && measure.interval
          ? formatInterval(measure.interval, unit, formats)
          : '–',
        measure.status === 'suppressed' ? '–' : formatValue(measure.n, 'count', formats),
        mature ? '' : charts.mayChange,
      ];
    }),
  };
}

/**
 * Why a series without figures has none: the latest reason.
 * @example trendReason([{ month: '2026-01', point: { month: '2026-01', period: { from: '2026-01-01', to: '2026-01-31' }, mature: true, measure: { status: 'unavailable', value: null, n: 0, numerator: null, denominator: null, reason: 'No orders' } } }], { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'No orders'
 */
export function trendReason(slots: readonly MonthSlot[], formats: Worded): string {
  const reason = slots
    .flatMap(({ point }) => (point && point.measure.status !== 'ok' ? [point.measure.reason] : []))
    .at(-1);
  return reason ?? wordsOf(formats).charts.noMonth;
}
