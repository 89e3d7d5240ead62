import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Interval } from '#core/schemas/fact.ts';

/** What is so many times as much, in a packer's words. */
const MEASURES: Readonly<Record<string, string>> = {
  ordersPerYear: 'as often',
  averageOrderValue: 'as much an order',
  yearlySpend: 'as much a year',
  itemsPerOrder: 'as many things an order',
  unitPrice: 'as much for a piece',
  returnRate: 'as much sent back',
  discountShare: 'as often with a discount',
  giftShare: 'as often a gift',
  holidayShare: 'as large a share before the holidays',
  weekendShare: 'as large a share at the weekend',
  categoriesBought: 'as many categories',
  repeatShare: 'as likely to come back',
};

/** Parts that people know by name. */
const FRACTIONS: readonly (readonly [number, string])[] = [
  [3 / 4, 'three quarters'],
  [2 / 3, 'two thirds'],
  [1 / 2, 'half'],
  [2 / 5, 'two fifths'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
  [1 / 5, 'a fifth'],
  [1 / 6, 'a sixth'],
  [1 / 8, 'an eighth'],
  [1 / 10, 'a tenth'],
];
/** So near to a fraction that it may be called by its name; farther where the interval holds the fraction. */
const NEAR = 0.08;
const NEAR_INSIDE = 0.12;
/** Within so much of the average nobody would see a difference. */
const ALIKE = 0.05;

/**
 * Times the average, in words – "4.1× as often as our average customer", "half as often". Definition: the figure from
 * 1 upwards; below it the nearest fraction with a name within 8 % of the value (12 % where the interval holds it), else
 * the figure. "about as often" within 5 %. Source: this portal. A habit without words of its own says "as much".
 *
 * @example timesAverageText('ordersPerYear', { timesAverage: 0.52 }, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => 'half as often as our average customer'
 */
export function timesAverageText(
  fact: string,
  { timesAverage, interval }: { timesAverage: number; interval?: Interval | undefined },
  formats: Formats,
): string {
  const measure = MEASURES[fact] ?? 'as much';
  return `${howMuch(timesAverage, interval, formats)} ${measure} as our average customer`;
}

function howMuch(times: number, interval: Interval | undefined, formats: Formats): string {
  if (Math.abs(times - 1) < ALIKE) return 'about';
  if (times > 1) return formatValue(times, 'times', formats);
  const nearest = FRACTIONS.reduce((best, one) =>
    Math.abs(Math.log(one[0] / times)) < Math.abs(Math.log(best[0] / times)) ? one : best,
  );
  const isInside = interval && nearest[0] >= interval.low && nearest[0] <= interval.high;
  const distance = Math.abs(nearest[0] / times - 1);
  return distance <= (isInside ? NEAR_INSIDE : NEAR)
    ? nearest[1]
    : formatValue(times, 'times', formats, { extraDigits: times < 0.1 ? 1 : 0 });
}
