import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallClock } from '#core/screens/wall-clock.ts';

const MINUTE = 60_000;

test('wallClock() skips the hour that a spring night loses', () => {
  const before = Date.UTC(2026, 2, 29, 0, 59);
  expect(wallClock(before, 'Europe/Berlin')).toEqual({ day: '2026-03-29', minutes: 119 });
  expect(wallClock(before + MINUTE, 'Europe/Berlin')).toEqual({ day: '2026-03-29', minutes: 180 });
});

test('wallClock() shows the hour twice that an autumn night gains', () => {
  const twice = [0, 1].map((hour) => wallClock(Date.UTC(2026, 9, 25, hour, 30), 'Europe/Berlin'));
  expect(twice).toEqual([
    { day: '2026-10-25', minutes: 150 },
    { day: '2026-10-25', minutes: 150 },
  ]);
});

test('wallClock() begins a day at 0, not at 24', () => {
  expect(wallClock(Date.UTC(2026, 0, 1, 5), 'America/New_York')).toEqual({
    day: '2026-01-01',
    minutes: 0,
  });
});

test('wallClock() agrees with the clock that the zone’s people read', () => {
  const moments = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2028, 0) });
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC');
  fc.assert(
    fc.property(moments, zones, (moment, timeZone) => {
      const { day, minutes } = wallClock(moment, timeZone);
      const read = new Date(moment).toLocaleString('sv-SE', { timeZone });
      const time = [Math.floor(minutes / 60), minutes % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      expect(read.startsWith(`${day} ${time.join(':')}`)).toBe(true);
    }),
  );
});
