import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCompact } from '#core/format/format-compact.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatChange } from '#core/format/format-change.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatValue } from '#core/format/format-value.ts';
import { UnitSchema, type Unit } from '#core/schemas/fact.ts';

const us: Formats = { locale: 'en-US', currency: 'USD', timeZone: 'America/New_York' };
const german: Formats = { locale: 'de-DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
const french: Formats = { locale: 'fr-FR', currency: 'EUR', timeZone: 'Europe/Paris' };

const VALUES: [value: number, unit: Unit, us: string, german: string][] = [
  [0, 'ratio', '0%', '0 %'],
  [0.724, 'ratio', '72%', '72 %'],
  [0.042, 'ratio', '4.2%', '4,2 %'],
  [0.00042, 'ratio', '0.042%', '0,042 %'],
  [0.997, 'ratio', '99.7%', '99,7 %'],
  [0.9999, 'ratio', '99.9%', '99,9 %'],
  [1, 'ratio', '100%', '100 %'],
  [1.083, 'ratio', '108%', '108 %'],
  [64.2, 'money', '$64.20', '64,20 €'],
  [64, 'money', '$64', '64 €'],
  [99.996, 'money', '$100', '100 €'],
  [-642.3, 'money', '−$642', '−642 €'],
  [1_234_567.8, 'money', '$1,234,568', '1.234.568 €'],
  [4.12, 'perYear', '4.1 a year', '4,1 a year'],
  [12.3, 'days', '12 days', '12 days'],
  [1, 'days', '1 day', '1 day'],
  [1.02, 'days', '24.5 hours', '24,5 hours'],
  [0.83, 'days', '19.9 hours', '19,9 hours'],
  [2.04, 'days', '2 days', '2 days'],
  [0.25, 'hours', '0.25 hours', '0,25 hours'],
  [1.04, 'items', '1 item', '1 item'],
  [2.34, 'items', '2.3 items', '2,3 items'],
  [1.8, 'times', '1.8×', '1,8×'],
  [0.364, 'times', '0.36×', '0,36×'],
  [0.15, 'times', '0.15×', '0,15×'],
  [0.5, 'times', '0.5×', '0,5×'],
  [0.996, 'times', '1×', '1×'],
  [0, 'times', '0×', '0×'],
  [0.0213, 'points', '+2.1 points', '+2,1 points'],
  [0.01, 'points', '+1 point', '+1 point'],
  [-0.0002, 'points', '−0.02 points', '−0,02 points'],
  [0, 'points', '0 points', '0 points'],
  [12_345, 'count', '12,345', '12.345'],
  [-0.000_01, 'count', '0', '0'],
];

describe('formatValue()', () => {
  test.each(VALUES)(
    'formatValue() writes %d as %s: %s, in German %s',
    (value, unit, english, other) => {
      expect(formatValue(value, unit, us)).toBe(english);
      expect(formatValue(value, unit, german).replaceAll('\u00a0', ' ')).toBe(other);
    },
  );

  test('formatValue() leaves texts as they are', () => {
    expect(formatValue('Jeans', 'text', us)).toBe('Jeans');
  });

  test('formatValue() uses no space that typefaces lack', () => {
    expect(formatValue(1_234_567, 'money', french)).toBe('1\u00a0234\u00a0567\u00a0€');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('formatValue() refuses %d', (value) => {
    expect(() => formatValue(value, 'ratio', us)).toThrow(RangeError);
  });

  test('formatValue() never claims 100% for less than all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
        expect(formatValue(share, 'ratio', us)).not.toBe('100%');
      }),
    );
  });

  test('formatValue() writes every unit for every finite number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
        fc.constantFrom(...UnitSchema.options),
        (value, unit) => {
          const text = formatValue(value, unit, us);
          expect(text).not.toMatch(/NaN|undefined|-/);
          expect(text).not.toMatch(/^−0(?![.\d])/);
        },
      ),
    );
  });
});

describe('formatChange()', () => {
  test.each<[number, Unit, string]>([
    [-0.03, 'ratio', '−3 points'],
    [0.0008, 'ratio', '+0.08 points'],
    [1200, 'money', '+$1,200'],
    [0, 'ratio', '0 points'],
    [-12, 'count', '−12'],
  ])('formatChange() writes %d as %s: %s', (difference, unit, text) => {
    expect(formatChange(difference, unit, us)).toBe(text);
  });
});

describe('formatInterval()', () => {
  test.each<[number, number, Unit, string]>([
    [0.68, 0.76, 'ratio', '68% to 76%'],
    [0.721, 0.723, 'ratio', '72% to 73%'],
    [0.9991, 0.9994, 'ratio', '99.9% to 100%'],
    [0.46, 0.49, 'times', '0.46× to 0.49×'],
    [1.46, 1.49, 'times', '1.4× to 1.5×'],
    [0.0006, 0.0154, 'points', '+0.06 to +1.5 points'],
    [0.5, 0.5, 'ratio', '50%'],
    [4, 6.2, 'perYear', '4 to 6.2 a year'],
    [0.5, 0.75, 'days', '12 to 18 hours'],
    [1.5, 2.5, 'days', '36 hours to 2.5 days'],
  ])('formatInterval() writes %d–%d as %s: %s', (low, high, unit, text) => {
    expect(formatInterval({ low, high }, unit, us)).toBe(text);
  });

  test('formatInterval() holds the value that is printed beside it', () => {
    const printed = (text: string): number => Number(text.replace(/[^\d.]/g, ''));
    fc.assert(
      fc.property(
        fc.constantFrom<Unit>('times', 'ratio', 'perYear', 'money', 'hours', 'count'),
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.double({ min: 0.0001, max: 0.3, noNaN: true }),
        (unit, drawn, width) => {
          const value = unit === 'ratio' ? Math.min(1, drawn / 1000) : drawn;
          const ends = { low: value * (1 - width), high: value * (1 + width) };
          const [low = '', high = low] = formatInterval(ends, unit, us).split(' to ');
          const said = printed(formatValue(value, unit, us));
          expect(printed(low)).toBeLessThanOrEqual(said);
          expect(printed(high)).toBeGreaterThanOrEqual(said);
        },
      ),
    );
  });
});

describe('formatCompact()', () => {
  test.each<[number, Unit, string]>([
    [1_250_000, 'money', '$1.3M'],
    [9500, 'count', '9,500'],
    [0.2, 'ratio', '20%'],
    [0.01, 'points', '+1'],
    [7.5, 'perYear', '7.5'],
  ])('formatCompact() writes %d as %s: %s', (value, unit, text) => {
    expect(formatCompact(value, unit, us)).toBe(text);
  });
});
