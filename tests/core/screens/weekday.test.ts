import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, WEEKDAYS, weekdayOf } from '#core/screens/weekday.ts';

test('weekdayOf() agrees with the calendar, before 1970 too', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01') }), (date) => {
      fc.pre(!Number.isNaN(date.getTime()));
      const weekday = WEEKDAYS[(date.getUTCDay() + 6) % 7];
      expect(weekdayOf(date.toISOString().slice(0, 10))).toBe(weekday);
    }),
  );
});

test('weekdayOf() refuses what is no day', () => {
  expect(() => weekdayOf('today')).toThrow(RangeError);
});

test('addDays() goes there and back', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
});
