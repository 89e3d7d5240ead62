import type { Unit } from '#core/schemas/fact.ts';

const HOURS_A_DAY = 24;
/** Times below so many days are read in hours. */
const DAYS_FROM = 2;

/**
 * The unit in which times are read: what takes 0.83 days takes 20 hours.
 * Definition: hours where each of the values is below two days and one of them is no whole number of them; else, and of
 * any other unit, as they are.
 * Empty case: no values, their own unit.
 * @example shownTime([0.5, 1], 'days') // => { unit: 'hours', factor: 24 }
 */
export function shownTime(values: readonly number[], unit: Unit): { unit: Unit; factor: number } {
  const isShort =
    unit === 'days' &&
    values.every((value) => Math.abs(value) < DAYS_FROM) &&
    values.some((value) => !Number.isInteger(value));
  return isShort ? { unit: 'hours', factor: HOURS_A_DAY } : { unit, factor: 1 };
}
