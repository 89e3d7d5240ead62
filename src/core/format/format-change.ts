import type { Unit } from '#core/schemas/fact.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';

/**
 * A change as people read it – the difference between two figures of one unit.
 * Definition: after minus before, signed; the difference of two ratios is given in points, never in percent, which
 * readers take for "per cent of the old value".
 * Empty case: no change is written as 0 without a sign.
 * @example formatChange(-0.03, 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '−3 points'
 */
export function formatChange(difference: number, unit: Unit, formats: Formats): string {
  return formatValue(difference, unit === 'ratio' ? 'points' : unit, formats, { signed: true });
}
