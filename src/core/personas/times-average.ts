import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';

/** Within so much of the average nobody would see a difference. */
const ALIKE = 0.05;

/**
 * Times the average, in words – "4.1× as often as our average customer". Definition: the figure as its passport prints
 * it; "about" within 5 % of the average. Figures alone, so that a list of them reads alike. Source: this portal. A habit
 * without words of its own says "as much".
 *
 * @example timesAverageText('ordersPerYear', 0.52, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => '0.52× as often as our average customer'
 */
export function timesAverageText(fact: string, timesAverage: number, formats: Formats): string {
  return written(fact, timesAverage, formats, wordsOf(formats).timesAverage.text);
}

/**
 * The same where the average customer stands in the heading – "4.1× as often". Definition: as `timesAverageText`,
 * without whom it is compared with.
 *
 * @example timesAverageWords('ordersPerYear', 0.52, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => '0.52× as often'
 */
export function timesAverageWords(fact: string, timesAverage: number, formats: Formats): string {
  return written(fact, timesAverage, formats, wordsOf(formats).timesAverage.own);
}

function written(fact: string, timesAverage: number, formats: Formats, text: string): string {
  const { timesAverage: words, timesMeasures } = wordsOf(formats);
  const measures: Readonly<Record<string, string>> = timesMeasures;
  const isAlike = Math.abs(timesAverage - 1) < ALIKE;
  return filled(text, {
    times: isAlike ? words.about : formatValue(timesAverage, 'times', formats),
    measure: measures[fact] ?? words.much,
  });
}
