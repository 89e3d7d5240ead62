import type { Period } from '#core/schemas/identifiers.ts';

const DAY = 86_400_000;
const DAYS_OF_MONTHS = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Months held – how often a period holds each month of the year, from January on: 1.5 for one and a half. Definition: its
 * days in the month ÷ the length of the month. Source: its own. Empty case: a period of no day holds none.
 *
 * @example monthsHeld({ from: '2026-01-01', to: '2026-01-31' }).slice(0, 2) // => [1, 0]
 */
export function monthsHeld({ from, to }: Period): number[] {
  const days = DAYS_OF_MONTHS.map(() => 0);
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY) {
    const month = new Date(day).getUTCMonth();
    days[month] = (days[month] ?? 0) + 1;
  }
  return days.map((count, month) => count / (DAYS_OF_MONTHS[month] ?? 1));
}
