import { describe, expect, it } from 'vitest';
import { portionBytes } from '#generate/exports/read/load-raw.ts';

const MEGABYTE = 1024 * 1024;

describe('portionBytes()', () => {
  it('holds a whole group of rows where the file has several of them', () => {
    const portion = portionBytes({ bytes: 330_000_000, records: 1_000_000 });
    expect(portion / 330).toBeGreaterThan(122_880);
    expect(portion).toBeLessThan(64 * MEGABYTE);
  });

  it.each([
    ['is small', { bytes: 33_000_000, records: 100_000 }],
    ['has rows so wide that a group of them would take too much memory', { bytes: 3_000_000_000, records: 1_000_000 }],
    ['has rows so narrow that the longest record takes more', { bytes: 200_000_000, records: 10_000_000 }],
    ['is empty', { bytes: 0, records: 0 }],
  ])('is the longest record with room to spare where the file %s', (_, size) => {
    expect(portionBytes(size)).toBe(16 * MEGABYTE);
  }); // prettier-ignore
});
