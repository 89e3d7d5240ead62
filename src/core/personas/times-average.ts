import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Formats } from '#core/format/formats.ts';
import { multiplierWords } from '#core/format/multiplier-words.ts';

/**
 * Times the average, in words – "4.1× as often as our average customer". Definition: the multiplier as people
 * say it (`multiplierWords`), below one in words. Source: this portal. A habit without words of its own says "as much".
 *
 * @example timesAverageText('ordersPerYear', 0.52, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => 'about half as often as our average customer'
 */
export function timesAverageText(fact: string, timesAverage: number, formats: Formats): string {
  return written(fact, timesAverage, formats, wordsOf(formats).timesAverage.text);
}

/**
 * The same where the average customer stands in the heading – "4.1× as often". Definition: as `timesAverageText`,
 * without whom it is compared with.
 *
 * @example timesAverageWords('ordersPerYear', 0.52, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => 'about half as often'
 */
export function timesAverageWords(fact: string, timesAverage: number, formats: Formats): string {
  return written(fact, timesAverage, formats, wordsOf(formats).timesAverage.own);
}

function written(fact: string, timesAverage: number, formats: Formats, text: string): string {
  const { timesAverage: words, timesMeasures } = wordsOf(formats);
  const measures: Readonly<Record<string, string>> = timesMeasures;
  return filled(text, {
    times: multiplierWords(timesAverage, formats),
    measure: measures[fact] ?? words.much,
  });
}
