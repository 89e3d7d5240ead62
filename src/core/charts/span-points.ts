import type { SpanPoint } from '#core/format/read-span.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { MonthSlot } from './month-slots.ts';

/** Values are rounded to what can be paid or printed. */
const ROUNDING = 0.001;

/**
 * Span points – the figures of a series as somebody measures between them.
 * Definition: value, limits, and what it was divided by as its weight, so that several months give the rate of all of
 * them together. No weights where months overlap, where a figure is no quotient (an estimate, another tool's), or where
 * all are divided by one: then each counts alike.
 * Empty case: a month without a figure is null.
 * @example spanPoints([{ month: '2026-01', point: { month: '2026-01', period: { from: '2026-01-01', to: '2026-01-28' }, mature: true, measure: { status: 'ok', value: 2, n: 10, numerator: 20, denominator: 10 } } }, { month: '2026-02', point: null }]) // => [{ value: 2, weight: 10 }, null]
 */
export function spanPoints(slots: readonly MonthSlot[]): (SpanPoint | null)[] {
  const isWeighed = areApart(slots) && slots.every(isQuotient) && slots.some(isDivided);
  return slots.map(({ point }) => {
    if (point?.measure.status !== 'ok') return null;
    const { value, interval, denominator } = point.measure;
    return {
      value,
      ...(interval && { interval: [interval.low, interval.high] as const }),
      ...(isWeighed && { weight: denominator }),
    };
  });
}

function areApart(slots: readonly MonthSlot[]): boolean {
  const periods = slots.flatMap(({ point }) => point?.period ?? []);
  return periods.every(({ from }, at) => at === 0 || from > (periods[at - 1]?.to ?? ''));
}

function isQuotient({ point }: MonthSlot): boolean {
  const measure = okMeasure(point);
  if (!measure) return true;
  const { value, numerator, denominator } = measure;
  return denominator > 0 && Math.abs(value - numerator / denominator) <= ROUNDING * Math.abs(value);
}

function isDivided({ point }: MonthSlot): boolean {
  return (okMeasure(point)?.denominator ?? 1) !== 1;
}

function okMeasure(point: KpiPoint | null) {
  return point?.measure.status === 'ok' ? point.measure : null;
}
