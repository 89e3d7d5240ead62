import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWindowOpen, type ScreenWindow } from '#core/screens/screen-window.ts';
import { wallClock } from '#core/screens/wall-clock.ts';
import { addDays, WEEKDAYS, weekdayOf } from '#core/screens/weekday.ts';

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

function window(from: string, to: string, on: ScreenWindow['on'] = WEEKDAYS): ScreenWindow {
  return { on, from: clock(from), to: clock(to) };
}

/** The minutes of a stretch of real time in which a window is open. */
function openMinutes(subject: ScreenWindow, begin: number, hours: number, zone: string): number {
  const minutes = Array.from({ length: hours * 60 }, (_, minute) => begin + minute * 60_000);
  return minutes.filter((moment) => isWindowOpen(subject, wallClock(moment, zone))).length;
}

describe('isWindowOpen()', () => {
  test('opens with its first minute and closes before its last', () => {
    const morning = window('06:00', '14:00');
    const at = (time: string) => isWindowOpen(morning, { day: '2026-11-23', minutes: clock(time) });
    expect(['05:59', '06:00', '13:59', '14:00'].map(at)).toEqual([false, true, true, false]);
  });

  test('keeps to its days', () => {
    const weekdays = window('00:00', '24:00', ['mon', 'tue', 'wed', 'thu', 'fri']);
    const week = Array.from({ length: 7 }, (_, day) => addDays('2026-11-23', day));
    expect(week.map((day) => isWindowOpen(weekdays, { day, minutes: 600 }))).toEqual([
      ...[true, true, true, true, true],
      ...[false, false],
    ]);
  });

  test('belongs past midnight to the day on which it began', () => {
    const friday = window('22:00', '06:00', ['fri']);
    const at = (day: string, time: string) => isWindowOpen(friday, { day, minutes: clock(time) });
    expect(at('2026-11-20', '05:59')).toBe(false);
    expect(at('2026-11-20', '22:00')).toBe(true);
    expect(at('2026-11-21', '05:59')).toBe(true);
    expect(at('2026-11-21', '06:00')).toBe(false);
    expect(at('2026-11-21', '22:00')).toBe(false);
  });

  test.each([
    ['Europe/Berlin', Date.UTC(2026, 2, 28, 17), 7],
    ['Europe/Berlin', Date.UTC(2026, 9, 24, 16), 9],
    ['America/New_York', Date.UTC(2026, 2, 7, 23), 7],
    ['America/New_York', Date.UTC(2026, 9, 31, 22), 9],
    ['Asia/Kolkata', Date.UTC(2026, 2, 28, 12), 8],
  ])(
    'follows the clock on the wall through a night of a clock change in %s',
    (zone, begin, hours) => {
      // From the evening before, for a day and a bit: one night shift.
      expect(openMinutes(window('22:00', '06:00'), begin, 18, zone)).toBe(hours * 60);
    },
  );

  test('never opens in the hour that a spring night loses, and twice in the one that an autumn night gains', () => {
    const lost = window('02:00', '03:00');
    expect(openMinutes(lost, Date.UTC(2026, 2, 28, 23), 24, 'Europe/Berlin')).toBe(0);
    expect(openMinutes(lost, Date.UTC(2026, 9, 24, 22), 25, 'Europe/Berlin')).toBe(120);
  });

  const times = fc.integer({ min: 0, max: 1439 });
  const days = fc.integer({ min: 0, max: 800 }).map((day) => addDays('2026-01-01', day));
  const someDays = fc.subarray([...WEEKDAYS]);

  test('is open in one of two windows that share a day between them, never in both', () => {
    fc.assert(
      fc.property(times, times, days, times, (one, other, day, minutes) => {
        fc.pre(one !== other);
        const open = [
          isWindowOpen({ on: WEEKDAYS, from: one, to: other }, { day, minutes }),
          isWindowOpen({ on: WEEKDAYS, from: other, to: one }, { day, minutes }),
        ];
        expect(open.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test('agrees with walking from its beginning, minute by minute', () => {
    fc.assert(
      fc.property(times, times, someDays, days, times, (from, to, on, day, minutes) => {
        fc.pre(from !== to);
        const length = (to - from + 1440) % 1440;
        const starts = [day, addDays(day, -1)].filter((start) => on.includes(weekdayOf(start)));
        const isOpen = starts.some((start) => {
          const since = (start === day ? 0 : 1440) + minutes - from;
          return since >= 0 && since < length;
        });
        expect(isWindowOpen({ on, from, to }, { day, minutes })).toBe(isOpen);
      }),
    );
  });
});
