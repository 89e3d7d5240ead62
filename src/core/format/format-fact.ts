import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { Formats } from './formats.ts';
import { formatValue } from './format-value.ts';

/**
 * A Fact as people read it – a value, or in words why there is none.
 * Definition: suppressed facts say "fewer than" the privacy floor and nothing of the number itself.
 * Empty case: an unavailable fact gives its reason.
 * @example formatFact({ id: 'n', label: 'Customers', unit: 'count', n: 1200, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'count', status: 'ok', value: 1200 }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '1,200'
 */
export function formatFact(fact: Fact, formats: Formats): string {
  switch (fact.status) {
    case 'ok':
    case 'stale':
      return formatValue(fact.value, fact.unit, formats);
    case 'suppressed':
      return tooFew(formats);
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
  return measure.status === 'suppressed' ? tooFew(formats) : measure.reason;
}

/**
 * Too few – the words in place of a suppressed figure.
 * Definition: names the privacy floor where the formats know it.
 * Empty case: without a floor it says that there are too few people.
 * @example tooFew({ locale: 'en-GB', currency: 'GBP', timeZone: 'UTC', floor: 10 }) // => 'fewer than 10'
 */
export function tooFew(formats: Formats): string {
  const { floor } = formats;
  const { units } = wordsOf(formats);
  return floor === undefined ? units.tooFew : filled(units.fewerThan, { floor });
}
