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
    { label: 'Jeans', shares: [0.8, 0.3], intervals: [undefined, undefined] },
    { label: 'Boots', shares: [0.1, 0.5], intervals: [undefined, undefined] },
  ]);
});

test('mirroredSplits() puts Other last, and never as that in which they differ most', () => {
  const [brands] = mirroredSplits(
    [split('brands', { Other: 0.8, Fell: 0.2, Tarn: 0 })],
    [split('brands', { Other: 0.3, Fell: 0.3, Tarn: 0.4 })],
    formats,
  );
  expect(brands?.rows.map(({ label }) => label)).toEqual(['Tarn', 'Fell', 'Other']);
  expect(brands?.furthest?.label).toBe('Tarn');
});

test('mirroredSplits() says how sure each share is', () => {
  const interval = { low: 0.7, high: 0.9, level: 0.95, method: 'as tested' };
  const jeans = split('categories', { Jeans: 0.8, Boots: 0.2 });
  const sure = { ...jeans, rows: jeans.rows.map((row) => ({ ...row, interval })) };
  const [categories] = mirroredSplits(
    [sure],
    [split('categories', { Jeans: 0.3, Boots: 0.7 })],
    formats,
  );
  expect(categories?.rows.map(({ intervals }) => intervals)).toEqual([
    [interval, undefined],
    [interval, undefined],
  ]);
});

test('mirroredSplits() takes no hidden share for nothing', () => {
  const [channels] = mirroredSplits(
    [split('channels', { web: 0.5, app: 0.4, store: 0.1 })],
    [split('channels', { web: 0.6, app: null, store: null })],
    formats,
  );
  expect(channels?.furthest?.label).toBe('web');
  expect(channels?.apart).toBeCloseTo(0.05, 10);
  const [hidden] = mirroredSplits(
    [split('channels', { web: null, app: 0.4 })],
    [split('channels', { web: 0.6, app: null })],
    formats,
  );
  expect(hidden?.furthest).toBeNull();
});

test('mirroredSplits() takes for furthest apart what differs by more than chance', () => {
  const sure = (shares: Record<string, number>, margin: number) => {
    const reasons = split('reasons', shares);
    const rows = reasons.rows.map((row) => ({
      ...row,
      interval: {
        low: (row.share ?? 0) - margin,
        high: (row.share ?? 0) + margin,
        level: 0.95,
        method: 'test',
      },
    }));
    return { ...reasons, rows };
  };
  const [own, other] = [
    { small: 0.15, large: 0.4, ugly: 0.45 },
    { small: 0.17, large: 0.36, ugly: 0.47 },
  ];
  const compared = (margin: number) =>
    mirroredSplits([sure(own, margin)], [sure(other, margin)], formats)[0];
  expect(compared(0.01)).toMatchObject({ furthest: { label: 'large' }, isByChance: false });
  expect(compared(0.04)).toMatchObject({ furthest: null, isByChance: true });
  // Hidden shares are compared with nothing, by chance or not.
  const hidden = split('reasons', { small: null, large: null });
  expect(mirroredSplits([sure(own, 0.04)], [hidden], formats)[0]).toMatchObject({
    furthest: { label: 'ugly' },
  });
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

test('mirroredSplits() puts the split that tells them apart most first', () => {
  const found = mirroredSplits(
    [split('channels', { web: 0.6, store: 0.4 }), split('categories', { Jeans: 0.9, Boots: 0.1 })],
    [split('channels', { web: 0.5, store: 0.5 }), split('categories', { Jeans: 0.1, Boots: 0.9 })],
    formats,
  );
  expect(found.map(({ id }) => id)).toEqual(['categories', 'channels']);
  expect(found[0]?.apart).toBeCloseTo(0.8, 10);
  expect(found[1]?.apart).toBeCloseTo(0.1, 10);
});

test('mirroredSplits() leaves out a split that is another one under other names, with both', () => {
  const one = [
    split('categories', { Jeans: 0.9, Boots: 0.1 }),
    split('brands', { B: 0.9, T: 0.1 }),
  ];
  const same = [
    split('categories', { Jeans: 0.3, Boots: 0.7 }),
    split('brands', { B: 0.3, T: 0.7 }),
  ];
  const other = [
    split('categories', { Jeans: 0.3, Boots: 0.7 }),
    split('brands', { B: 0.2, T: 0.8 }),
  ];
  expect(mirroredSplits(one, same, formats).map(({ id }) => id)).toEqual(['categories']);
  expect(mirroredSplits(one, other, formats)).toHaveLength(2);
});
