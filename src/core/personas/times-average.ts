import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';

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
  const measure = MEASURES[fact] ?? 'as much';
  const isAlike = Math.abs(timesAverage - 1) < ALIKE;
  const howMuch = isAlike ? 'about' : formatValue(timesAverage, 'times', formats);
  return `${howMuch} ${measure} as our average customer`;
}
