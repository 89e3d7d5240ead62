import type { Kpi } from '#core/schemas/kpi.ts';
import type { Period } from '#core/schemas/identifiers.ts';

/**
 * Open months – months inside a figure's time that late returns or open windows can still change.
 * Definition: points of the series that are not mature and whose last day lies within the period: months, or years that
 * end with each month. What a year sums up is settled when all of its months are.
 * Source: this portal.
 * Empty case: a series without such points has none.
 * @example openMonths([], { from: '2025-01-01', to: '2025-12-31' }) // => []
 */
export function openMonths(series: Kpi['series'], { from, to }: Period): string[] {
  return series
    .filter(({ mature, period }) => !mature && period.to >= from && period.to <= to)
    .map(({ month }) => month);
}
