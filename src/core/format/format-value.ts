import { plural, type PluralForms } from '#core/language/plural.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { Formats } from './formats.ts';
import { shownTime } from './shown-time.ts';
import { typeset } from './typeset.ts';

/** More digits than usual, a sign for changes, or rounding down or up for an interval whose ends would read alike. */
export interface Precision {
  extraDigits?: number;
  signed?: boolean;
  rounded?: 'floor' | 'ceil';
  /** Without the words of its unit: "3" of "3 items". */
  isBare?: boolean;
}

/**
 * A value as people read it – the only place where a ratio becomes percent.
 * Definition: money without cents from 100 on; ratios with two significant digits below 10 % and whole percent above,
 * never rounded up to 100 %; days below two as hours; `times` with two significant digits below 1, as 0.36× is no 0.4×; `points` are differences of ratios and always carry their sign.
 * Empty case: a value that is not finite is a bug of the caller and throws; "cannot be computed" is a Fact's status.
 * @example formatValue(0.724, 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' }) // => '72%'
 */
export function formatValue(
  given: number | string,
  givenUnit: Unit,
  formats: Formats,
  precision: Precision = {},
): string {
  if (typeof given === 'string') return given;
  if (!Number.isFinite(given)) throw new RangeError(`Cannot format ${given} as "${givenUnit}"`);
  const { unit, factor } = shownTime([given], givenUnit);
  const value = given * factor;
  const number = (options: Intl.NumberFormatOptions, shown = value): string =>
    numberFormat(formats.locale, {
      ...options,
      ...(precision.signed || unit === 'points'
        ? { signDisplay: 'exceptZero' }
        : { signDisplay: 'negative' }),
      ...(precision.rounded && { roundingMode: precision.rounded }),
    }).format(shown);
  return typeset(written(value, unit, formats, precision, number));
}

function written(
  value: number,
  unit: Unit,
  formats: Formats,
  { extraDigits: extra = 0, isBare = false }: Precision,
  number: (options: Intl.NumberFormatOptions, shown?: number) => string,
): string {
  const { units } = wordsOf(formats);
  const worded = (shown: number, digits: NumberDigits, forms: PluralForms): string =>
    filled(isBare ? '{number}' : plural(forms, shown, formats, digits), {
      number: number(digits, shown),
    });
  switch (unit) {
    case 'count':
    case 'text':
      return number({ maximumFractionDigits: Number.isInteger(value) ? 0 : 1 + extra });
    case 'money':
      return number({
        style: 'currency',
        currency: formats.currency,
        ...moneyDigits(value, extra),
      });
    case 'ratio':
      return number({ style: 'percent', ...percentDigits(value, extra) });
    case 'points': {
      const points = value * 100;
      return worded(points, pointDigits(points, extra), units.points);
    }
    case 'days':
    case 'hours':
      return worded(value, durationDigits(value, extra, unit), units[unit]);
    case 'items':
      return worded(value, countDigits(value, extra), units[unit]);
    case 'perYear':
      return worded(value, countDigits(value, extra), { other: units.perYear });
    case 'times':
      return filled(units.times, { number: number(timesDigits(value, extra)) });
  }
}

type NumberDigits = Pick<
  Intl.NumberFormatOptions,
  'maximumFractionDigits' | 'maximumSignificantDigits'
>;

function moneyDigits(value: number, extra: number): Intl.NumberFormatOptions {
  // 99.996 is printed as 100, so it loses its cents as well.
  if (Math.abs(value) >= 99.995 && extra === 0) return { maximumFractionDigits: 0 };
  return { trailingZeroDisplay: 'stripIfInteger' };
}

function percentDigits(value: number, extra: number): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  if (size < 0.0995) return { maximumSignificantDigits: 2 + extra };
  // 99.7 % of all orders is not all orders: cut off, never rounded up to 100 %.
  if (size > 0.99 && size < 1) return { maximumFractionDigits: 1 + extra, roundingMode: 'trunc' };
  return { maximumFractionDigits: extra };
}

function pointDigits(points: number, extra: number): NumberDigits {
  return Math.abs(points) < 0.1
    ? { maximumSignificantDigits: 1 + extra }
    : { maximumFractionDigits: 1 + extra };
}

function countDigits(value: number, extra: number): NumberDigits {
  return { maximumFractionDigits: (Math.abs(value) < 9.95 ? 1 : 0) + extra };
}

/** Below two days a tenth of an hour is kept: 19.9 and 24.5 hours are a quarter apart, 20 and 24 are not. */
function durationDigits(value: number, extra: number, unit: 'days' | 'hours'): NumberDigits {
  if (Math.abs(value) < 1.995) return { maximumFractionDigits: 2 + extra };
  return unit === 'hours' && Math.abs(value) < 47.95
    ? { maximumFractionDigits: 1 + extra }
    : countDigits(value, extra);
}

function timesDigits(value: number, extra: number): NumberDigits {
  // 0.996 is printed as 1.
  return Math.abs(value) < 0.995
    ? { maximumSignificantDigits: 2 + extra }
    : countDigits(value, extra);
}

/** Making a NumberFormat costs a hundred times its use. */
const made = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(locale, options);
  made.set(key, fresh);
  return fresh;
}
