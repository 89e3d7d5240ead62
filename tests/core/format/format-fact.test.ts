import { describe, expect, test } from 'vitest';
import { formatFact, formatMeasure } from '#core/format/format-fact.ts';
import type { Fact } from '#core/schemas/fact.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };
const head = {
  id: 'returnRate',
  label: 'Return rate',
  unit: 'ratio',
  n: 400,
  period: { from: '2025-01-01', to: '2025-12-31' },
  asOf: '2025-12-31',
  sources: [],
  formula: 'returned items ÷ items',
} as const satisfies Partial<Fact>;

describe('formatFact()', () => {
  test('formatFact() writes the value of what is known, stale or not', () => {
    expect(formatFact({ ...head, status: 'ok', value: 0.14 }, formats)).toBe('14%');
    expect(formatFact({ ...head, status: 'stale', value: 0.14, reason: 'old' }, formats)).toBe(
      '14%',
    );
  });

  test('formatFact() says of a suppressed fact only that it is not shown', () => {
    const fact: Fact = { ...head, status: 'suppressed', value: null, reason: '4 people' };
    expect(formatFact(fact, formats)).toBe('not shown');
  });

  test('formatFact() gives the reason of what cannot be computed', () => {
    const fact: Fact = { ...head, status: 'unavailable', value: null, reason: 'No returns export' };
    expect(formatFact(fact, formats)).toBe('No returns export');
  });
});

describe('formatMeasure()', () => {
  test('formatMeasure() writes as formatFact() does', () => {
    expect(
      formatMeasure(
        { status: 'ok', value: 0.5, n: 2, numerator: 1, denominator: 2 },
        'ratio',
        formats,
      ),
    ).toBe('50%');
  });
});
