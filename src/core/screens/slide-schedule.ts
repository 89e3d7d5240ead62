import type { ScreenWindow } from './screen-window.ts';
import { windowDay } from './screen-window.ts';
import type { WallClock } from './wall-clock.ts';

/** When a slide of the office screen is on. */
export interface SlideSchedule {
  /** It is on while any of them is open; empty: always. */
  windows: readonly ScreenWindow[];
  /** First and last day on which it is on; null: no such day. */
  from: string | null;
  until: string | null;
  /** From this day on its figures are out of date; null: they never are. */
  staleFrom: string | null;
  /** Whether it is left out then, instead of saying so. */
  isDroppedWhenStale: boolean;
}

/**
 * Whether a slide is on – what the office screen shows at a moment. Definition: the day lies within the slide's days
 * (where it has windows, the day on which the open one began: the night shift of the last day reads it to its end), and
 * it is not a slide that is left out when it is out of date. Source: docs/screens.md. Empty case: a slide without windows and days is always on.
 *
 * @example isSlideOn({ windows: [], from: null, until: '2026-12-24', staleFrom: null, isDroppedWhenStale: false }, { day: '2026-12-25', minutes: 0 }) // => false
 */
export function isSlideOn(schedule: SlideSchedule, clock: WallClock): boolean {
  const { windows, from, until, isDroppedWhenStale } = schedule;
  if (isDroppedWhenStale && isSlideStale(schedule, clock)) return false;
  const days = windows.length === 0 ? [clock.day] : windows.map((one) => windowDay(one, clock));
  return days.some(
    (day) => day !== null && (from === null || day >= from) && (until === null || day <= until),
  );
}

/**
 * Whether a slide's figures are out of date – so that the screen says so. Definition: the day is `staleFrom` or later.
 * Source: docs/screens.md. Empty case: without such a day they never are.
 *
 * @example isSlideStale({ staleFrom: '2026-11-15' }, { day: '2026-11-15', minutes: 0 }) // => true
 */
export function isSlideStale(
  { staleFrom }: Pick<SlideSchedule, 'staleFrom'>,
  { day }: WallClock,
): boolean {
  return staleFrom !== null && day >= staleFrom;
}
