import { expect, test } from 'vitest';
import { surelyLargest, surelyStrongest } from '#core/format/surely-largest.ts';

const rows = (shares: Record<string, number | null>) =>
  Object.entries(shares).map(([label, share]) => ({ label, share }));

test('surelyLargest() names none where a hidden part may be larger', () => {
  expect(surelyLargest(rows({ A: 0.4, B: null, C: null, D: 0.3 }))?.label).toBe('A');
  expect(surelyLargest(rows({ A: 0.4, B: null, C: null, D: 0.15 }))).toBeUndefined();
  expect(surelyLargest(rows({ A: null, B: null }))).toBeUndefined();
  expect(surelyLargest(rows({ A: 0, B: 0 }))).toBeUndefined();
  // Nothing is hidden, and the shares need not come to a whole.
  expect(surelyLargest(rows({ A: 0.2, B: 0.1 }))?.label).toBe('A');
});

test('surelyLargest() names neither "Other" nor what is smaller than it', () => {
  expect(surelyLargest(rows({ A: 0.13, B: 0.12, C: 0.06, Other: 0.69 }))).toBeUndefined();
  expect(surelyLargest(rows({ A: 0.5, B: 0.1, Other: 0.4 }))).toEqual({ label: 'A', share: 0.5 });
  expect(surelyLargest(rows({ A: 0.5, B: null, Other: null }))).toBeUndefined();
});

/** Shares in hundredths, each sure within one or the given number of them. */
const months = (shares: (number | null)[], within = 1) =>
  shares.map((share, at) => ({
    label: `Month ${at + 1}`,
    share: share === null ? null : share / 100,
    ...(share !== null && {
      interval: {
        ...{ low: (share - within) / 100, high: (share + within) / 100 },
        ...{ level: 0.95, method: 'as tested' },
      },
    }),
  }));

test('surelyStrongest() names no month that chance may have put first', () => {
  const even = [9.3, 8.9, 8.7, 8.5, 8.4, 8.3, 8.2, 8.1, 8, 8, 7.8, 7.8];
  // Above an even share for sure, and yet one of twelve always is the first.
  expect(surelyStrongest(months(even, 0.9))).toBeUndefined();
  expect(surelyStrongest(months([20, ...even.slice(1)]))?.label).toBe('Month 1');
  expect(surelyStrongest(months([20, 19.5, 12, 9]))).toBeUndefined();
});

test('surelyStrongest() names none where a hidden one may be as strong, or where nobody knows how sure it is', () => {
  expect(surelyStrongest(months([60, 20, null, 10]))?.label).toBe('Month 1');
  expect(surelyStrongest(months([40, 20, null, 10], 12))).toBeUndefined();
  expect(surelyStrongest(rows({ A: 0.7, B: 0.3 }))).toBeUndefined();
  expect(surelyStrongest([...months([60]), ...rows({ B: 0.4 })])).toBeUndefined();
  expect(surelyStrongest([...months([60]), ...rows({ B: 0 })])?.label).toBe('Month 1');
  expect(surelyStrongest([])).toBeUndefined();
});
