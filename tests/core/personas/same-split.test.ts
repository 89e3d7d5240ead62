import { describe, expect, test } from 'vitest';
import { nearlySameSplit, sameSplit } from '#core/personas/same-split.ts';

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

describe('nearlySameSplit()', () => {
  test('nearlySameSplit() knows a picture that hardly differs, and a small part that only one has', () => {
    const brands = {
      rows: split(0.06, 0.8, 0.1).rows.map((row) => ({ ...row, label: `Brand of ${row.label}` })),
    };
    expect(nearlySameSplit(split(0.77, 0.1, 0.06, 0.03), brands)).toBe(true);
  });

  test('nearlySameSplit() holds apart what the eye tells apart', () => {
    expect(nearlySameSplit(split(0.8, 0.2), split(0.7, 0.2))).toBe(false);
    expect(nearlySameSplit(split(0.8, 0.2), split(0.8, 0.1, 0.1))).toBe(false);
  });

  test('nearlySameSplit() holds each part against its namesake where the names are the same', () => {
    expect(nearlySameSplit(split(0.52, 0.48), split(0.5, 0.5))).toBe(true);
    expect(nearlySameSplit(split(0.6, 0.4), split(0.4, 0.6))).toBe(false);
  });

  test('nearlySameSplit() of nothing is never the same', () => {
    expect(nearlySameSplit(split(), split(0.04))).toBe(false);
  });
});
