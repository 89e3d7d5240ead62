import type { WallClock } from './wall-clock.ts';
import { addDays, weekdayOf, type Weekday } from './weekday.ts';

/** A part of the week by the clock on the wall. */
export interface ScreenWindow {
  /** Days on which it begins. */
  on: readonly Weekday[];
  /** Minutes since midnight, included. */
  from: number;
  /** Minutes since midnight, not included; 1440 is the end of the day. At or before `from`, it lies on the next day. */
  to: number;
}

/**
 * Whether a window is open – which slides of the office screen are on. Definition: [from, to) by the clock on the wall;
 * a window past midnight belongs to the day on which it begins, so that Friday 22:00 to 06:00 is open on Saturday
 * morning and not on Friday morning. Source: docs/screens.md. Empty case: a window without days is never open.
 *
 * @example isWindowOpen({ on: ['fri'], from: 1320, to: 360 }, { day: '2026-11-21', minutes: 359 }) // => true
 */
export function isWindowOpen({ on, from, to }: ScreenWindow, { day, minutes }: WallClock): boolean {
  if (from < to) return on.includes(weekdayOf(day)) && minutes >= from && minutes < to;
  return (
    (minutes >= from && on.includes(weekdayOf(day))) ||
    (minutes < to && on.includes(weekdayOf(addDays(day, -1))))
  );
}
