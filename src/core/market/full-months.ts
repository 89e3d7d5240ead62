import type { Period } from '#core/schemas/identifiers.ts';

const MONTHS = 12;
/** A week across the turn of a month counts in the month in which it ends; what is longer is never cut. */
const LONGEST_CUT_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Full months – the last twelve months at most that rows of an export cover from the first to the last day.
 * Definition: ends with the last month whose last day has a row or lies before one; begins and ends where no row of more
 * than a week is cut, so fewer months than twelve where an export states a whole year in one row. Every row whose last
 * day lies inside belongs to it.
 * Source: this portal.
 * Empty case: null without a full month.
 * @param rows first and last day of what each row is of
 * @param isSent whether rows are sendings: the month of the first one is full, since nothing was sent before
 * @example fullMonths([{ from: '2026-01-01', to: '2026-03-10' }], false) // => null
 * @example fullMonths([{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-02-01', to: '2026-02-03' }], false)
 * // => { from: '2026-01-01', to: '2026-01-31' }
 */
export function fullMonths(rows: readonly Period[], isSent: boolean): Period | null {
  if (rows.length === 0) return null;
  const oldest = rows.map(({ from }) => from).reduce((a, b) => (a < b ? a : b));
  const newest = rows.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const long = rows.filter(({ from, to }) => daysBetween(from, to) >= LONGEST_CUT_DAYS);
  const isCutAfter = (day: string): boolean => long.some(({ from, to }) => from <= day && to > day);
  const begun = `${oldest.slice(0, 7)}-01`;
  const first = isSent || oldest === begun ? begun : firstOfMonth(begun, 1);
  // The month after the newest day's begins when that day's is full.
  let next = firstOfMonth(dayAfter(newest, 1), 0);
  while (next > first && isCutAfter(dayAfter(next, -1))) next = firstOfMonth(next, -1);
  const yearBefore = firstOfMonth(next, -MONTHS);
  let from = yearBefore > first ? yearBefore : first;
  while (from < next && isCutAfter(dayAfter(from, -1))) from = firstOfMonth(from, 1);
  return from < next ? { from, to: dayAfter(next, -1) } : null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** First day of the month so many months after that of a day. */
function firstOfMonth(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  return new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10);
}
