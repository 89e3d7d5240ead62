import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, monthEnd } from '#core/kpis/calendar.ts';

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-15', -12, '2023-01-15'],
  ['2024-12-31', 12, '2025-12-31'],
])('addMonths(%s, %d) is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test('addDays() undoes itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      expect(addDays(addDays('2024-02-29', days), -days)).toBe('2024-02-29');
    }),
  );
});

test('monthEnd() is followed by the first of the next month', () => {
  for (const month of ['2023-02', '2024-02', '2024-04', '2024-12']) {
    expect(addDays(monthEnd(month), 1).endsWith('-01')).toBe(true);
  }
});
