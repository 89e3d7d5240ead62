import { expect, test } from 'vitest';
import { isSlideOn, isSlideStale, type SlideSchedule } from '#core/screens/slide-schedule.ts';
import { addDays, WEEKDAYS } from '#core/screens/weekday.ts';

function schedule(changed: Partial<SlideSchedule> = {}): SlideSchedule {
  return {
    windows: [],
    from: null,
    until: null,
    staleFrom: null,
    isDroppedWhenStale: false,
    ...changed,
  };
}

const on = (day: string, minutes = 600) => ({ day, minutes });

test('isSlideOn() is always true without windows and days', () => {
  expect(isSlideOn(schedule(), on('2026-11-22'))).toBe(true);
});

test('isSlideOn() includes the first and the last day', () => {
  const welcome = schedule({ from: '2026-11-23', until: '2026-11-24' });
  const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];
  expect(days.map((day) => isSlideOn(welcome, on(day)))).toEqual([false, true, true, false]);
});

test('isSlideOn() needs one open window of several', () => {
  const shifts = schedule({
    windows: [
      { on: WEEKDAYS, from: 360, to: 480 },
      { on: WEEKDAYS, from: 840, to: 960 },
    ],
  });
  expect([400, 600, 900].map((minutes) => isSlideOn(shifts, on('2026-11-22', minutes)))).toEqual([
    true,
    false,
    true,
  ]);
});

test('isSlideOn() shows a welcome to the night shift of its last day to the end, and not to that before its first', () => {
  const nights = schedule({
    windows: [{ on: WEEKDAYS, from: 1320, to: 360 }],
    from: '2026-11-23',
    until: '2026-11-24',
  });
  const nightOf = (day: string) => [
    isSlideOn(nights, on(day, 1320)),
    isSlideOn(nights, on(addDays(day, 1), 359)),
  ];
  expect(nightOf('2026-11-22')).toEqual([false, false]);
  expect(nightOf('2026-11-23')).toEqual([true, true]);
  expect(nightOf('2026-11-24')).toEqual([true, true]);
  expect(nightOf('2026-11-25')).toEqual([false, false]);
});

test('isSlideOn() leaves a slide out that is out of date, where it is to be dropped and not said', () => {
  const old = { staleFrom: '2026-11-22' };
  expect(isSlideStale(schedule(old), on('2026-11-21'))).toBe(false);
  expect(isSlideOn(schedule(old), on('2026-11-22'))).toBe(true);
  expect(isSlideOn(schedule({ ...old, isDroppedWhenStale: true }), on('2026-11-22'))).toBe(false);
  expect(isSlideOn(schedule({ ...old, isDroppedWhenStale: true }), on('2026-11-21'))).toBe(true);
});
