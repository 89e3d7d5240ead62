import { describe, expect, test } from 'vitest';
import { formatDay, formatMoment, formatMonth, formatPeriod } from '#core/format/format-day.ts';
import type { Formats } from '#core/format/formats.ts';

const british: Formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'Asia/Tokyo' };

describe('formatDay()', () => {
  test('formatDay() applies no zone to a calendar day', () => {
    expect(formatDay('2026-03-05', british)).toBe('5 March 2026');
  });

  test.each(['2026-02-30', 'soon', ''])('formatDay() refuses "%s"', (day) => {
    expect(() => formatDay(day, british)).toThrow(RangeError);
  });
});

describe('months as words', () => {
  const german: Formats = { locale: 'de-DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
  const christmas = { from: '2024-12-24', to: '2024-12-26' };

  test('formatDay() writes months in the language around them, in the order of the locale', () => {
    expect(formatDay('2024-12-26', german)).toBe('26 December 2024');
    expect(formatDay('2024-12-26', { ...german, language: 'de' })).toBe('26. Dezember 2024');
    expect(formatDay('2024-12-26', { ...german, locale: 'ja-JP' })).toBe('December 26, 2024');
    expect(formatDay('2024-12-26', { ...british, language: 'de-AT' })).toBe('26. Dezember 2024');
  });

  test('formatMonth(), formatPeriod() and formatMoment() do so too', () => {
    expect(formatMonth('2024-12', german)).toBe('December 2024');
    expect(formatPeriod(christmas, german)).toBe('24 December to 26 December 2024');
    expect(formatMoment('2024-12-26T10:00:00Z', german)).toBe('26 December 2024 at 11:00');
  });
});

describe('formatMonth()', () => {
  test('formatMonth() has a short form', () => {
    expect(formatMonth('2026-03', british)).toBe('March 2026');
    expect(formatMonth('2026-03', british, 'short')).toBe('Mar 2026');
  });
});

describe('formatPeriod()', () => {
  test.each([
    ['2026-03-05', '2026-03-05', '5 March 2026'],
    ['2026-03-01', '2026-03-31', 'March 2026'],
    ['2026-01-01', '2026-03-31', 'January to March 2026'],
    ['2025-11-01', '2026-02-28', 'November 2025 to February 2026'],
    ['2025-01-01', '2025-12-31', '2025'],
    ['2022-01-01', '2025-12-31', '2022 to 2025'],
    ['2026-03-05', '2026-04-02', '5 March to 2 April 2026'],
    ['2025-12-05', '2026-01-02', '5 December 2025 to 2 January 2026'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2024-02-01', '2024-02-28', '1 February to 28 February 2024'],
  ])('formatPeriod() writes %s to %s as %s', (from, to, text) => {
    expect(formatPeriod({ from, to }, british)).toBe(text);
  });
});

describe('formatMoment()', () => {
  test("formatMoment() is in the shop's zone", () => {
    expect(formatMoment('2026-03-05T23:30:00Z', british)).toBe('6 March 2026 at 08:30');
  });
});
