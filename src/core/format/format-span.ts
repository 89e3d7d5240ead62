import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import { formatDay, formatMonth, formatPeriod } from './format-day.ts';
import type { Formats } from './formats.ts';

/**
 * How long a figure's time is – a month of its own, twelve months up to a day, or another stretch.
 * Definition: a month goes from its first to its last day; twelve months begin on the day after the end, a year before.
 * Empty case: a single day is another stretch.
 * @example spanKind({ from: '2026-10-01', to: '2026-10-31' }) // => 'month'
 * @example spanKind({ from: '2025-09-02', to: '2026-09-01' }) // => 'year'
 */
export function spanKind({ from, to }: Period): 'month' | 'year' | 'other' {
  const next = dayAfter(to);
  if (from.endsWith('-01') && next.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)) {
    return 'month';
  }
  const isYear = Number(next.slice(0, 4)) === Number(from.slice(0, 4)) + 1;
  return isYear && next.slice(4) === from.slice(4) ? 'year' : 'other';
}

/**
 * How much time every figure of a series covers.
 * Definition: the kind that all share.
 * Empty case: no figure, or figures of several kinds, are another stretch.
 * @example spanOfAll([{ from: '2026-09-01', to: '2026-09-30' }, { from: '2026-10-01', to: '2026-10-31' }]) // => 'month'
 */
export function spanOfAll(periods: readonly Period[]): ReturnType<typeof spanKind> {
  const [kind = 'other', ...others] = new Set(periods.map(spanKind));
  return others.length > 0 ? 'other' : kind;
}

/**
 * The time of a figure in the words that one says it in, to stand by itself under the figure.
 * Definition: twelve months are named by their end, because that is how they move on; a calendar year is its number.
 * Empty case: another stretch is written as a period.
 * @example formatSpan({ from: '2025-11-01', to: '2026-10-31' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' }) // => 'Twelve months to October 2026'
 * @example formatSpan({ from: '2025-09-02', to: '2026-09-01' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' }) // => 'Twelve months to 1 September 2026'
 */
export function formatSpan(period: Period, formats: Formats): string {
  const { from, to } = period;
  if (spanKind(period) !== 'year' || from.endsWith('-01-01')) return formatPeriod(period, formats);
  const end = from.endsWith('-01') ? formatMonth(to.slice(0, 7), formats) : formatDay(to, formats);
  return filled(wordsOf(formats).units.twelveMonths, { end });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
