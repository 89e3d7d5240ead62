import type { Kpi } from '#core/schemas/kpi.ts';
import type { Period } from '#core/schemas/identifiers.ts';

/**
 * Open months – months inside a figure's time that late returns or open windows can still change.
 * Definition: points of the series that are not mature and whose days lie within the period. What a year sums up is
 * settled when all of its months are.
 * Source: this portal.
 * Empty case: a series without such points, or of windows longer than the period, has none.
 * @example openMonths([], { from: '2025-01-01', to: '2025-12-31' }) // => []
 */
export function openMonths(series: Kpi['series'], { from, to }: Period): string[] {
  return series
    .filter(({ mature, period }) => !mature && period.from >= from && period.to <= to)
    .map(({ month }) => month);
}
