const MILLISECONDS_A_DAY = 86_400_000;

/** A calendar day of the shop as days since 1970-01-01: the sample computes with whole numbers only. */
export type Day = number;

export function dayOf(iso: string): Day {
  return Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

export function isoDay(day: Day): string {
  return civil(day).iso;
}

export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY;
}

export function yearOf(day: Day): number {
  return civil(day).year;
}

/** 1–12. */
export function monthOf(day: Day): number {
  return civil(day).month;
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

interface CivilDay {
  iso: string;
  year: number;
  month: number;
}

/** Every day is asked for thousands of times. */
const civilDays = new Map<Day, CivilDay>();

function civil(day: Day): CivilDay {
  const known = civilDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  const made = { iso, year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) };
  civilDays.set(day, made);
  return made;
}

/** The first day of the month that begins so many months before the day's own. */
export function monthStart(day: Day, monthsBefore: number): Day {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBefore, 1) / MILLISECONDS_A_DAY;
}

/** The months from one day's to another's: 2022-10, 2022-11 … */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let day = monthStart(from, 0); day <= to; day = monthStart(day, -1)) {
    months.push(isoDay(day).slice(0, 7));
  }
  return months;
}

/**
 * Shopify's form of a moment: shop-local time with the offset of that day in New York. Nothing in the sample happens
 * between midnight and six, so that no time occurs twice or not at all.
 */
export function shopTime(day: Day, second: number): string {
  return `${isoDay(day)} ${clockTime(second)} ${isSummerTime(day, second) ? '-0400' : '-0500'}`;
}

/** Seconds since midnight as a clock shows them: "14:03:22". */
export function clockTime(second: number): string {
  return [second / 3600, (second / 60) % 60, second % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

/** Second Sunday of March to first Sunday of November, both at two in the morning. */
function isSummerTime(day: Day, second: number): boolean {
  const year = yearOf(day);
  const march = nthSunday(year, 3, 2);
  const november = nthSunday(year, 11, 1);
  const late = second >= 2 * 3600;
  return (
    (day > march || (day === march && late)) && (day < november || (day === november && !late))
  );
}

function nthSunday(year: number, month: number, nth: number): Day {
  const first = dayFrom(year, month, 1);
  return first + ((7 - weekdayOf(first)) % 7) + (nth - 1) * 7;
}
