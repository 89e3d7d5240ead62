/** Days of the week, as the config names them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** 1970-01-01 was a Thursday. */
const FIRST = 3;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Weekday of a calendar day – whether a window of the office screen is for that day. Definition: Gregorian calendar;
 * days are already the shop zone's. Source: ISO 8601. Empty case: a text that is no day throws.
 *
 * @example weekdayOf('2026-11-22') // => 'sun'
 */
export function weekdayOf(day: string): Weekday {
  const weekday = WEEKDAYS[(((dayNumber(day) + FIRST) % 7) + 7) % 7];
  if (!weekday) throw new RangeError(`Cannot find the weekday of "${day}"; expected YYYY-MM-DD`);
  return weekday;
}

/**
 * The day so many days later – when a figure is out of date. Definition: calendar days; a negative number goes back.
 * Source: ISO 8601. Empty case: a text that is no day throws.
 *
 * @example addDays('2026-02-28', 1) // => '2026-03-01'
 */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;
}
