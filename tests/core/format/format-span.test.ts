import { describe, expect, test } from 'vitest';
import { formatSpan, spanKind, spanOfAll } from '#core/format/format-span.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' };

describe('spanKind()', () => {
  test.each([
    ['2026-10-01', '2026-10-31', 'month'],
    ['2024-02-01', '2024-02-29', 'month'],
    ['2024-02-01', '2024-02-28', 'other'],
    ['2025-11-01', '2026-10-31', 'year'],
    ['2025-01-01', '2025-12-31', 'year'],
    ['2025-09-02', '2026-09-01', 'year'],
    ['2023-03-01', '2024-02-29', 'year'],
    ['2025-11-01', '2026-10-30', 'other'],
    ['2022-10-02', '2026-10-31', 'other'],
    ['2026-01-01', '2026-03-31', 'other'],
    ['2026-10-31', '2026-10-31', 'other'],
  ])('spanKind() of %s to %s is %s', (from, to, kind) => {
    expect(spanKind({ from, to })).toBe(kind);
  });
});

describe('formatSpan()', () => {
  test.each([
    ['2026-10-01', '2026-10-31', 'October 2026'],
    ['2025-01-01', '2025-12-31', '2025'],
    ['2025-11-01', '2026-10-31', 'Twelve months to October 2026'],
    ['2025-09-02', '2026-09-01', 'Twelve months to 1 September 2026'],
    ['2026-01-01', '2026-03-31', 'January to March 2026'],
  ])('formatSpan() of %s to %s', (from, to, text) => {
    expect(formatSpan({ from, to }, formats)).toBe(text);
  });
});

describe('spanOfAll()', () => {
  test('spanOfAll() is another stretch where the kinds differ or there is none', () => {
    const month = { from: '2026-10-01', to: '2026-10-31' };
    expect(spanOfAll([month, month])).toBe('month');
    expect(spanOfAll([month, { from: '2025-11-01', to: '2026-10-31' }])).toBe('other');
    expect(spanOfAll([])).toBe('other');
  });
});
