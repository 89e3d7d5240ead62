import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Interval, Unit } from '#core/schemas/fact.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';
import { shownTime } from './shown-time.ts';

/**
 * An interval as people read it – how far the true figure may lie from the printed one.
 * Definition: both ends in the unit's form and digits, its words once; where they would read alike, the lower rounded
 * down and the upper up. So the value itself, printed in the same form, never lies outside.
 * Empty case: two equal ends give one value.
 * @example formatInterval({ low: 0.68, high: 0.76, level: 0.95, method: 'Wilson score' }, 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '68% to 76%'
 */
export function formatInterval(
  interval: Pick<Interval, 'low' | 'high'> & Partial<Interval>,
  unit: Unit,
  formats: Formats,
): string {
  const nearest = [
    formatValue(interval.low, unit, formats),
    formatValue(interval.high, unit, formats),
  ] as const;
  const outward = [
    formatValue(interval.low, unit, formats, { rounded: 'floor' }),
    formatValue(interval.high, unit, formats, { rounded: 'ceil' }),
  ] as const;
  const isAlike = nearest[0] === nearest[1] && interval.low < interval.high;
  const [low, high] = isAlike ? outward : nearest;
  if (low === high) return low;
  // The unit's words stand once, where both ends have the same.
  const [lowUnit, highUnit] = [interval.low, interval.high].map(
    (end) => shownTime([end], unit).unit,
  );
  const from = formatValue(interval.low, unit, formats, {
    isBare: lowUnit === highUnit,
    ...(isAlike && { rounded: 'floor' }),
  });
  return filled(wordsOf(formats).units.range, { from, to: high });
}
