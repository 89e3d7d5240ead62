import { formatFact } from '#core/format/format-fact.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A fact's value where its label stands beside it: "Orders a year: 11", not "11 a year" once more. */
export function figureText(fact: Fact, formats: Formats): string {
  if (fact.id === 'change' && typeof fact.value === 'number') {
    // Without its sign a change does not say which way.
    return formatValue(fact.value, fact.unit, formats, { signed: true });
  }
  const isSaidByLabel =
    (fact.unit === 'perYear' && /year/i.test(fact.label)) ||
    (fact.unit === 'items' && /items/i.test(fact.label));
  return isSaidByLabel && typeof fact.value === 'number'
    ? formatValue(fact.value, fact.unit, formats, { isBare: true })
    : formatFact(fact, formats);
}
