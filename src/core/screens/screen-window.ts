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
 * The day on which a window began that is open now – which slides of the office screen are on, and whose day it is.
 * Definition: [from, to) by the clock on the wall; a window past midnight belongs to the day on which it begins, so that
 * Friday 22:00 to 06:00 is open on Saturday morning, still Friday's, and not on Friday morning. Source: docs/screens.md.
 * Empty case: null where it is not open; a window without days never is.
 *
 * @example windowDay({ on: ['fri'], from: 1320, to: 360 }, { day: '2026-11-21', minutes: 359 }) // => '2026-11-20'
 */
export function windowDay(
  { on, from, to }: ScreenWindow,
  { day, minutes }: WallClock,
): string | null {
  const isPastMidnight = from >= to && minutes < to;
  const began = isPastMidnight ? addDays(day, -1) : day;
  const isOpen = isPastMidnight || (minutes >= from && (from >= to || minutes < to));
  return isOpen && on.includes(weekdayOf(began)) ? began : null;
}

/**
 * Whether a window is open – whether it is night on the office screen. Definition: `windowDay` has a day. Source:
 * docs/screens.md. Empty case: a window without days is never open.
 *
 * @example isWindowOpen({ on: ['fri'], from: 1320, to: 360 }, { day: '2026-11-21', minutes: 359 }) // => true
 */
export function isWindowOpen(window: ScreenWindow, clock: WallClock): boolean {
  return windowDay(window, clock) !== null;
}
