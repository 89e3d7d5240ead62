import { describe, expect, test } from 'vitest';
import { sameSplit } from '#core/personas/same-split.ts';

const split = (...shares: (number | null)[]) => ({
  rows: shares.map((share, index) => ({ label: `Part ${index}`, share, shareOfAll: null, n: 20 })),
});

describe('sameSplit()', () => {
  test('sameSplit() knows one picture in another order, with other names', () => {
    expect(sameSplit(split(0.58, 0.28, 0, 0.1), split(0.1, 0.5802, null, 0.28))).toBe(true);
  });

  test('sameSplit() holds apart what differs by a part or by more than is printed', () => {
    expect(sameSplit(split(0.8, 0.2), split(0.8, 0.1, 0.1))).toBe(false);
    expect(sameSplit(split(0.8, 0.2), split(0.77, 0.2))).toBe(false);
  });

  test('sameSplit() of nothing is never the same', () => {
    expect(sameSplit(split(null, 0), split(null))).toBe(false);
    expect(sameSplit(split(), split())).toBe(false);
  });
});
