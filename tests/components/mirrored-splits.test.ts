import { expect, test } from 'vitest';
import { mirroredSplits } from '../../src/components/mirrored-splits.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

const split = (id: string, shares: Record<string, number | null>) => ({
  id,
  label: id,
  base: 'orders',
  rows: Object.entries(shares).map(([label, share]) => ({ label, share, shareOfAll: null, n: 20 })),
});

test('mirroredSplits() puts the parts that differ most first, and leaves small ones out', () => {
  const [categories] = mirroredSplits(
    [split('categories', { Jeans: 0.8, Boots: 0.1, Socks: 0.01, Hats: null })],
    [split('categories', { Boots: 0.5, Jeans: 0.3, Socks: 0.015 })],
    formats,
  );
  expect(categories?.rows).toEqual([
    { label: 'Jeans', shares: [0.8, 0.3] },
    { label: 'Boots', shares: [0.1, 0.5] },
  ]);
});

test('mirroredSplits() keeps the order of the days of a week', () => {
  const [days] = mirroredSplits(
    [split('weekdays', { Monday: 0.1, Tuesday: 0.01 })],
    [split('weekdays', { Monday: 0.11, Tuesday: 0.9 })],
    formats,
  );
  expect(days?.rows.map(({ label }) => label)).toEqual(['Monday', 'Tuesday']);
});

test('mirroredSplits() needs the split of both, and a figure', () => {
  expect(mirroredSplits([split('months', { May: 1 })], [], formats)).toEqual([]);
  expect(
    mirroredSplits([split('channels', { web: null })], [split('channels', { web: null })], formats),
  ).toEqual([]);
});
