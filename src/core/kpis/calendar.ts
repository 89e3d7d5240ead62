const DAY_MS = 86_400_000;

/**
 * A day so many days later – calendar arithmetic without zones: days are the shop's already.
 * Definition: proleptic Gregorian; negative numbers go back.
 * Source: ISO 8601.
 * Empty case: a text that is no day is a RangeError.
 * @example addDays('2024-02-28', 2) // => '2024-03-01'
 */
export function addDays(day: string, days: number): string {
  return dayText(time(day) + days * DAY_MS);
}

/**
 * A day so many months later – the same day of the month, or the month's last where it is shorter.
 * Definition: as SQL's `day + INTERVAL n MONTH`.
 * Source: ISO 8601.
 * Empty case: a text that is no day is a RangeError.
 * @example addMonths('2024-03-31', -1) // => '2024-02-29'
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayText(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/**
 * Month of a day – where its figures are counted.
 * Definition: the day's first seven characters.
 * Source: ISO 8601.
 * Empty case: none.
 * @example monthOf('2024-02-29') // => '2024-02'
 */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/**
 * Last day of a month – where a full month ends.
 * Definition: leap years included.
 * Source: ISO 8601.
 * Empty case: a text that is no month is a RangeError.
 * @example monthEnd('2024-02') // => '2024-02-29'
 */
export function monthEnd(month: string): string {
  return addDays(addMonths(`${month}-01`, 1), -1);
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
