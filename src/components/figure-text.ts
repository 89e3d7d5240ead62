import { formatFact } from '#core/format/format-fact.ts';
import { multiplierAlone, multiplierWords } from '#core/format/multiplier-words.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A fact's value where its label stands beside it: "Orders a year: 11", not "11 a year" once more. */
export function figureText(fact: Fact, formats: Formats): string {
  if (fact.id === 'change' && typeof fact.value === 'number') {
    // Without its sign a change does not say which way.
    return formatValue(fact.value, fact.unit, formats, { signed: true });
  }
  if (isPart(fact)) return multiplierAlone(fact.value, formats);
  const isSaidByLabel =
    (fact.unit === 'perYear' && /year/i.test(fact.label)) ||
    (fact.unit === 'items' && /items/i.test(fact.label));
  return isSaidByLabel && typeof fact.value === 'number'
    ? formatValue(fact.value, fact.unit, formats, { isBare: true })
    : formatFact(fact, formats);
}

/** A fact's value inside a sentence: "they order *about half* as often"; its passport has the figure. */
export function sentenceText(fact: Fact, formats: Formats): string {
  return isPart(fact) ? multiplierWords(fact.value, formats) : formatFact(fact, formats);
}

/** A fact's value with its figure where words stand for it, for whoever looks for either: "about half (0.52×)". */
export function figureAndWords(fact: Fact, formats: Formats): string {
  const figure = formatFact(fact, formats);
  return isPart(fact) ? `${multiplierAlone(fact.value, formats)} (${figure})` : figure;
}

/** Below one, a multiplier is a part of something, and "0.28×" is how nobody says it. */
function isPart(fact: Fact): fact is Fact & { value: number } {
  return fact.unit === 'times' && typeof fact.value === 'number' && fact.value < 1;
}
