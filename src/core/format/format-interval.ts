import type { Interval, Unit } from '#core/schemas/fact.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';

/**
 * An interval as people read it – how far the true figure may lie from the printed one.
 * Definition: both ends in the unit's form, its words once, with as many more digits (at most three) as it takes to tell
 * them apart.
 * Empty case: two equal ends give one value.
 * @example formatInterval({ low: 0.68, high: 0.76, level: 0.95, method: 'Wilson score' }, 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '68% to 76%'
 */
export function formatInterval(
  interval: Pick<Interval, 'low' | 'high'> & Partial<Interval>,
  unit: Unit,
  formats: Formats,
): string {
  for (let extraDigits = 0; extraDigits <= 3; extraDigits += 1) {
    const low = formatValue(interval.low, unit, formats, { extraDigits });
    const high = formatValue(interval.high, unit, formats, { extraDigits });
    if (low !== high) return `${low.replace(/ (?:points?|days?|items?|a year)$/, '')} to ${high}`;
  }
  return formatValue(interval.low, unit, formats);
}
