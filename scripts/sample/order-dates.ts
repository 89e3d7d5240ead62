import { dayFrom, monthOf, weekdayOf, yearOf, type Day } from './calendar.ts';
import type { CustomerKind } from './customer-kinds.ts';
import type { Random } from './random.ts';

/** Sunday evening sells more than Saturday: weights from Sunday on, mean 1. */
const WEEKDAYS = [1.16, 1.02, 0.99, 0.97, 1, 1, 0.86];

/** A clock so long that nobody outlives it. */
const FOREVER = 100_000;

/** The days on which a customer of the kind buys, from the first order to the last one not after `newest`. */
export function orderDates(random: Random, kind: CustomerKind, first: Day, newest: Day): Day[] {
  const lifetime = random.chance(kind.onlyOnce)
    ? 0
    : Math.min(FOREVER, random.gap(1) * (365 / kind.leavingPerYear));
  const end = Math.min(newest, first + Math.floor(lifetime));
  switch (kind.rhythm.is) {
    case 'recurring':
      return recurringDates(random, kind.rhythm, first, end);
    case 'occasions':
      return occasionDates(random, kind.rhythm, first, end);
    case 'christmas':
      return christmasDates(random, kind.rhythm.returning, first, newest);
  }
}

/** Gaps are drawn on a clock that runs faster in strong months, so that rhythm and season hold together. */
function recurringDates(
  random: Random,
  rhythm: { ordersPerYear: number; shape: number; months: readonly number[] },
  first: Day,
  end: Day,
): Day[] {
  const perDay = (rhythm.ordersPerYear * random.factor(0.16)) / 365;
  const mean = rhythm.months.reduce((sum, weight) => sum + weight, 0) / 12;
  const dates = [first];
  let left = random.gap(rhythm.shape);
  for (let day = first + 1; day <= end; day += 1) {
    const season = (rhythm.months[monthOf(day) - 1] ?? mean) / mean;
    left -= perDay * season * (WEEKDAYS[weekdayOf(day)] ?? 1);
    if (left > 0) continue;
    dates.push(day);
    left = random.gap(rhythm.shape);
  }
  return dates;
}

/** Each year the same birthdays, ordered for one to three weeks ahead, and the days before Christmas. */
function occasionDates(
  random: Random,
  rhythm: { birthdays: number; christmasOrders: number; kept: number },
  first: Day,
  end: Day,
): Day[] {
  const birthdays = Array.from(
    { length: Math.max(2, rhythm.birthdays + random.integer(-1, 1)) },
    () => random.integer(20, 315),
  );
  const dates = [first];
  for (let year = yearOf(first); year <= yearOf(end); year += 1) {
    for (const birthday of birthdays) {
      const day = dayFrom(year, 1, 1) + birthday - random.integer(7, 21);
      if (random.chance(rhythm.kept)) dates.push(day);
    }
    for (let order = 0; order < rhythm.christmasOrders; order += 1) {
      if (random.chance(rhythm.kept)) dates.push(dayFrom(year, 11, 18) + random.integer(0, 26));
    }
  }
  return [...new Set(dates)].filter((day) => day >= first && day <= end).sort((a, b) => a - b);
}

function christmasDates(random: Random, returning: number, first: Day, newest: Day): Day[] {
  const dates = [first];
  for (let year = yearOf(first) + 1; random.chance(returning); year += 1) {
    dates.push(dayFrom(year, 11, 20) + random.integer(0, 29));
  }
  return dates.filter((day) => day <= newest);
}

/** When a customer of the kind first came: more of them from year to year, in the kind's season. */
export function firstOrderDate(random: Random, kind: CustomerKind, from: Day, newest: Day): Day {
  const { rhythm } = kind;
  for (;;) {
    const share = random.float();
    // The power leans arrivals towards later years: the shop grows.
    const day = Math.floor(from + (newest - from) * (0.62 * share ** 0.8 + 0.38 * share));
    const weight = seasonWeight(rhythm, day);
    if (random.chance(weight * (WEEKDAYS[weekdayOf(day)] ?? 1) * 0.8)) return day;
  }
}

/** How readily somebody of this rhythm comes on that day of the year, 0–1. */
function seasonWeight(rhythm: CustomerKind['rhythm'], day: Day): number {
  switch (rhythm.is) {
    case 'christmas':
      return christmasWeight(day);
    case 'recurring':
      return (rhythm.months[monthOf(day) - 1] ?? 0) / Math.max(...rhythm.months);
    default:
      return monthOf(day) > 9 ? 1 : 0.6;
  }
}

/** From Black Friday's week until the last day for parcels. */
function christmasWeight(day: Day): number {
  const sinceNovember20 = day - dayFrom(yearOf(day), 11, 20);
  if (sinceNovember20 < 0 || sinceNovember20 > 32) return 0;
  return sinceNovember20 > 29 ? 0.4 : 1;
}
