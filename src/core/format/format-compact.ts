import type { Unit } from '#core/schemas/fact.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';
import { typeset } from './typeset.ts';

/**
 * A value in as few letters as possible – for the ends of an axis and for office screens.
 * Definition: counts and money from 10,000 on in the locale's compact form, everything else as `formatValue` without
 * its unit's words.
 * Empty case: throws for a value that is not finite, as `formatValue` does.
 * @example formatCompact(1250000, 'money', { locale: 'en-US', currency: 'USD', timeZone: 'UTC' }) // => '$1.3M'
 */
export function formatCompact(value: number, unit: Unit, formats: Formats): string {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot format ${value} as "${unit}"`);
  if (unit === 'ratio') return formatValue(value, unit, formats);
  const plain = unit === 'points' ? value * 100 : value;
  return typeset(
    new Intl.NumberFormat(formats.locale, {
      ...(unit === 'money' ? { style: 'currency', currency: formats.currency } : {}),
      ...(unit === 'points' ? { signDisplay: 'exceptZero' } : { signDisplay: 'negative' }),
      ...(Math.abs(plain) >= 10_000
        ? { notation: 'compact', maximumFractionDigits: 1 }
        : {
            maximumFractionDigits: Math.abs(plain) >= 100 ? 0 : 2,
            trailingZeroDisplay: 'stripIfInteger',
          }),
    }).format(plain),
  );
}
