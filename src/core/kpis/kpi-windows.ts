import type { Period } from '#core/schemas/identifiers.ts';
import { addDays, addMonths, monthEnd, monthOf } from './calendar.ts';

/** Exports seldom begin on the very first day: a shop closed over New Year still has the whole year. */
const COVERED_WITHIN_DAYS = 7;

/** The days over which a figure is counted, both included. */
export interface KpiWindow {
  /** `current`, `yearAgo`, or the month at whose end the window ends: "2026-03". */
  id: string;
  from: string;
  to: string;
}

/**
 * Calendar months – one window for each month with data.
 * Definition: from the month of the first order to that of as-of; the last ends on as-of, and the first begins with
 * the data where they miss more than its first week.
 * Source: this portal.
 * Empty case: as-of before the first order gives none.
 * @example calendarMonths('2026-01-01', '2026-02-10').map(({ to }) => to) // => ['2026-01-31', '2026-02-10']
 */
export function calendarMonths(firstDay: string, asOf: string): KpiWindow[] {
  const windows: KpiWindow[] = [];
  let month = monthOf(firstDay);
  while (month <= monthOf(asOf)) {
    const start = `${month}-01`;
    windows.push({
      id: month,
      from: isCovered(start, firstDay) ? start : firstDay,
      to: monthEnd(month) < asOf ? monthEnd(month) : asOf,
    });
    month = monthOf(addMonths(start, 1));
  }
  return windows;
}

/**
 * Trailing window – the last so many months up to a day.
 * Definition: begins so many months before the day after `to`.
 * Source: equal windows because of seasonality.
 * Empty case: none.
 * @example trailingWindow('current', '2025-12-31', 12) // => { id: 'current', from: '2025-01-01', to: '2025-12-31' }
 */
export function trailingWindow(id: string, to: string, months: number): KpiWindow {
  return { id, from: addMonths(addDays(to, 1), -months), to };
}

/**
 * Trailing windows – one that ends with each full month, and one that ends on as-of.
 * Definition: only those that the data cover from their first day, give or take a week.
 * Source: this portal.
 * Empty case: data shorter than the window give none.
 * @example trailingWindows('2025-01-01', '2026-01-31', 12).map(({ from }) => from) // => ['2025-01-01', '2025-02-01']
 */
export function trailingWindows(firstDay: string, asOf: string, months: number): KpiWindow[] {
  return calendarMonths(firstDay, asOf)
    .map(({ id, to }) => trailingWindow(id, to, months))
    .filter(({ from }) => isCovered(from, firstDay));
}

/**
 * Whether the data reach back to a window's first day.
 * Definition: the first order lies at most a week after it.
 * Source: this portal.
 * Empty case: none.
 * @example isCovered('2025-01-01', '2025-01-05') // => true
 */
export function isCovered(from: string, firstDay: string): boolean {
  return firstDay <= addDays(from, COVERED_WITHIN_DAYS);
}

/**
 * First day of the window of the same length before: adjacent, never overlapping.
 * @example previousFrom({ id: 'current', from: '2025-01-01', to: '2025-12-31' }, 12) // => '2024-01-01'
 */
export function previousFrom(window: KpiWindow, months: number): string {
  return addMonths(window.from, -months);
}

/**
 * The part of a window that the data reach.
 * @example coveredPeriod({ id: 'current', from: '2025-01-01', to: '2025-12-31' }, '2025-03-01') // => { from: '2025-03-01', to: '2025-12-31' }
 */
export function coveredPeriod({ from, to }: KpiWindow, firstDay: string): Period {
  return { from: isCovered(from, firstDay) || firstDay > to ? from : firstDay, to };
}
