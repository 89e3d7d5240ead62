import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullMonths } from '#core/market/full-months.ts';

const month = (year: number, number: number) => {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return { from: day(new Date(Date.UTC(year, number - 1, 1))), to: day(new Date(Date.UTC(year, number, 0))) }; // prettier-ignore
};
const months = (count: number) => Array.from({ length: count }, (_, at) => month(2025, at + 1));
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10);
    return { from: day, to: day };
  });

test('fullMonths() takes the last twelve months of a longer export', () => {
  expect(fullMonths(months(17), false)).toEqual({ from: '2025-06-01', to: '2026-05-31' });
});

test('fullMonths() leaves out months that days begin or end within', () => {
  expect(fullMonths(days('2026-01-15', 60), false)).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  });
  expect(fullMonths(days('2026-02-02', 40), false)).toBeNull();
});

test('fullMonths() cuts no row of a year, so that its months are fewer than twelve', () => {
  const year = { from: '2025-01-01', to: '2025-12-31' };
  expect(fullMonths([year, { from: '2026-01-01', to: '2026-10-31' }], false)).toEqual({ from: '2026-01-01', to: '2026-10-31' }); // prettier-ignore
  // Ten days of November cannot be told apart from the months before.
  expect(fullMonths([year, { from: '2026-01-01', to: '2026-11-10' }], false)).toEqual(year);
});

test('fullMonths() lets a week count in the month in which it ends', () => {
  const weeks = Array.from({ length: 60 }, (_, at) => {
    const [from, to] = [0, 6].map((day) => days('2025-01-06', at * 7 + day + 1).at(-1)?.to ?? '');
    return { from: from ?? '', to: to ?? '' };
  });
  expect(fullMonths(weeks, false)).toEqual({ from: '2025-03-01', to: '2026-02-28' });
});

test('fullMonths() takes the month of the first sending, before which nothing was sent', () => {
  const sent = ['2026-01-20', '2026-03-02'].map((day) => ({ from: day, to: day }));
  expect(fullMonths(sent, true)).toEqual({ from: '2026-01-01', to: '2026-02-28' });
  expect(fullMonths([], true)).toBeNull();
});

test('fullMonths() is of whole months, at most twelve, that no longer row is cut by', () => {
  const row = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 400 }))
    .map(([start, length]) => {
      const day = (at: number) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
      return { from: day(start), to: day(start + length) };
    });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const period = fullMonths(rows, false);
      if (period === null) return;
      const { from, to } = period;
      expect(from.endsWith('-01')).toBe(true);
      expect(new Date(Date.parse(to) + 86_400_000).getUTCDate()).toBe(1);
      expect(Date.parse(to) - Date.parse(from)).toBeLessThan(366 * 86_400_000);
      for (const one of rows) {
        const isLong = Date.parse(one.to) - Date.parse(one.from) >= 7 * 86_400_000;
        const isIn = one.from >= from && one.to <= to;
        if (isLong) expect(isIn || one.to < from || one.from > to).toBe(true);
      }
    }),
  );
});
