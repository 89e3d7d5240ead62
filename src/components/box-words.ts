import type { Formats } from '#core/format/formats.ts';
import { formatPeriod } from '#core/format/format-day.ts';
import { numberWord } from '#core/language/number-word.ts';
import { plural, type PluralForms } from '#core/language/plural.ts';
import { filled } from '#core/language/words.ts';
import type { Period } from '#core/schemas/identifiers.ts';

const DAY = 86_400_000;

/** A text about the orders of some days, in the form that goes with how many they are. */
export function boxWords(forms: PluralForms, period: Period, formats: Formats): string {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / DAY + 1;
  return filled(plural(forms, days, formats), {
    days: numberWord(days, formats),
    period: formatPeriod(period, formats),
  });
}
