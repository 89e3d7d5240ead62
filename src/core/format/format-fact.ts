import { wordsOf } from '#core/language/words-of.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';

/**
 * A Fact as people read it – a value, or in words why there is none.
 * Definition: suppressed facts say that they are not shown, and nothing of the number itself.
 * Empty case: an unavailable fact gives its reason.
 * @example formatFact({ id: 'n', label: 'Customers', unit: 'count', n: 1200, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'count', status: 'ok', value: 1200 }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '1,200'
 */
export function formatFact(fact: Fact, formats: Formats): string {
  switch (fact.status) {
    case 'ok':
    case 'stale':
      return formatValue(fact.value, fact.unit, formats);
    case 'suppressed':
      return notShown(formats);
    case 'unavailable':
      return fact.reason;
  }
}

/**
 * A Measure as people read it – a computed figure that has no label yet; otherwise as `formatFact`.
 * Definition: that of `formatFact`, with the unit given beside.
 * Empty case: an unavailable measure gives its reason.
 * @example formatMeasure({ status: 'unavailable', value: null, n: 0, numerator: null, denominator: null, reason: 'no orders yet' }, 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'no orders yet'
 */
export function formatMeasure(measure: Measure, unit: Unit, formats: Formats): string {
  if (measure.status === 'ok') return formatValue(measure.value, unit, formats);
  return measure.status === 'suppressed' ? notShown(formats) : measure.reason;
}

/**
 * Not shown – the words in place of a suppressed figure.
 * Definition: nothing of the number itself: too few people may stand behind it, or enough, where it would give away another.
 * Empty case: none.
 * @example notShown({ locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'not shown'
 */
export function notShown(formats: Formats): string {
  return wordsOf(formats).units.notShown;
}
