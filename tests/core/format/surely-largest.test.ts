import { expect, test } from 'vitest';
import { surelyLargest } from '#core/format/surely-largest.ts';

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
