import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Formats } from './formats.ts';
import { typeset } from './typeset.ts';

/**
 * A calendar day as people read it.
 * Definition: days are already the shop zone's, so no zone is applied again.
 * Empty case: a text that is no day throws.
 * @example formatDay('2026-03-05', { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' }) // => '5 March 2026'
 * @example formatDay('2026-03-05', { locale: 'de-DE', currency: 'EUR', timeZone: 'Europe/Berlin' }) // => '5 March 2026'
 * @example formatDay('2026-03-05', { locale: 'de-DE', language: 'de', currency: 'EUR', timeZone: 'Europe/Berlin' }) // => '5. März 2026'
 */
export function formatDay(day: string, formats: Formats): string {
  return dateText(formats, { day: 'numeric', month: 'long', year: 'numeric' }, utc(day));
}

/**
 * A day that comes back every year, as people read it.
 * Definition: month and day in the locale's order; 29 February is one.
 * Empty case: a text that is no month and day throws.
 * @example formatDayOfYear('11-15', { locale: 'en-US' }) // => 'November 15'
 */
export function formatDayOfYear(
  day: string,
  formats: Pick<Formats, 'locale' | 'language'>,
): string {
  return dateText(formats, { day: 'numeric', month: 'long' }, utc(`2024-${day}`));
}

/**
 * A calendar month as people read it; `short` for axes and tables.
 * Definition: month and year in the locale's order.
 * Empty case: a text that is no month throws.
 * @example formatMonth('2026-03', { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' }) // => 'March 2026'
 */
export function formatMonth(
  month: string,
  formats: Formats,
  length: 'long' | 'short' = 'long',
): string {
  return dateText(formats, { month: length, year: 'numeric' }, utc(`${month}-01`));
}

/**
 * A period as people read it – whole months and years are named as such.
 * Definition: first and last day are both included.
 * Empty case: a period of one day is that day.
 * @example formatPeriod({ from: '2026-01-01', to: '2026-03-31' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' }) // => 'January to March 2026'
 */
export function formatPeriod(period: Period, formats: Formats): string {
  const { from, to } = period;
  if (from === to) return formatDay(from, formats);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (!from.endsWith('-01') || !endsItsMonth(to)) {
    const start = sameYear
      ? dateText(formats, { day: 'numeric', month: 'long' }, utc(from))
      : formatDay(from, formats);
    return range(start, formatDay(to, formats), formats);
  }
  if (from.slice(5, 7) === '01' && to.slice(5, 7) === '12') {
    return sameYear ? from.slice(0, 4) : range(from.slice(0, 4), to.slice(0, 4), formats);
  }
  const last = formatMonth(to.slice(0, 7), formats);
  if (from.slice(0, 7) === to.slice(0, 7)) return last;
  const first = sameYear
    ? dateText(formats, { month: 'long' }, utc(from))
    : formatMonth(from.slice(0, 7), formats);
  return range(first, last, formats);
}

function range(from: string, to: string, formats: Formats): string {
  return filled(wordsOf(formats).units.range, { from, to });
}

/**
 * A moment as people read it – when a site was built; the one place that needs the shop's zone.
 * Definition: day and minute in the shop's zone.
 * Empty case: a text that is no moment throws.
 * @example formatMoment('2026-03-05T23:30:00Z', { locale: 'en-GB', currency: 'GBP', timeZone: 'Asia/Tokyo' }) // => '6 March 2026 at 08:30'
 */
export function formatMoment(moment: string, formats: Formats): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Cannot format "${moment}" as a moment`);
  return typeset(
    new Intl.DateTimeFormat(dayLocale(formats), {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: formats.timeZone,
    }).format(date),
  );
}

function utc(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`);
  // The second test refuses days that roll over, such as 30 February.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`Cannot format "${day}" as a day`);
  }
  return date;
}

function endsItsMonth(day: string): boolean {
  const next = new Date(utc(day).getTime() + 86_400_000);
  return next.getUTCDate() === 1;
}

const made = new Map<string, Intl.DateTimeFormat>();

function dateText(formats: DayFormats, options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = `${formats.locale}/${formats.language}${JSON.stringify(options)}`;
  let format = made.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(dayLocale(formats), { ...options, timeZone: 'UTC' });
    made.set(key, format);
  }
  return typeset(format.format(date));
}

type DayFormats = Pick<Formats, 'locale' | 'language'>;

/**
 * Months are words, so they are in the language of the words around them, which is English in all that `generate`
 * writes; the locale says in which order day, month and year stand.
 */
function dayLocale({ locale, language = 'en' }: DayFormats): string {
  const own = new Intl.Locale(locale).maximize();
  const spoken = new Intl.Locale(language);
  if (spoken.language === own.language || own.region === undefined) return locale;
  return new Intl.Locale(spoken.baseName, { region: own.region }).toString();
}
