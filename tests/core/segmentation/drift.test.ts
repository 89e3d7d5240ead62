import { expect, test } from 'vitest';
import { mergeSmallBins } from '#core/segmentation/merge-small-bins.ts';
import { populationStabilityIndex } from '#core/segmentation/population-stability.ts';
import { segmentationDrift } from '#core/segmentation/segmentation-drift.ts';

test('populationStabilityIndex() is the sum of two relative entropies, as scipy.stats.entropy of SciPy 1.10.1 gives them', () => {
  // entropy(now, then) + entropy(then, now)
  const then = [0.1, 0.2, 0.3, 0.4];
  const now = [0.25, 0.15, 0.35, 0.25];
  expect(populationStabilityIndex(then, now)).toBeCloseTo(0.23003579178193564, 12);
});

test('populationStabilityIndex() stays finite where a part was or is empty', () => {
  expect(populationStabilityIndex([1, 0, 0], [1, 0, 0])).toBe(0);
  expect(populationStabilityIndex([1, 0], [0.9, 0.1])).toBeGreaterThan(0.25);
  expect(populationStabilityIndex([0.5, 0.5], [1, 0])).toBeLessThan(5);
});

test('mergeSmallBins() leaves no bin with less than the share, and nobody out', () => {
  expect(mergeSmallBins({ edges: [1, 2, 3], counts: [1, 1, 96, 2, 7] }, 0.05)).toEqual({
    edges: [],
    counts: [100, 7],
  });
  expect(mergeSmallBins({ edges: [1, 2], counts: [40, 3, 57, 0] }, 0.05)).toEqual({
    edges: [1],
    counts: [40, 60, 0],
  });
  expect(mergeSmallBins({ edges: [], counts: [0, 9] }, 0.05)).toEqual({
    edges: [],
    counts: [0, 9],
  });
});

const baseline = {
  on: '2026-01-31',
  customers: 1000,
  groups: [
    { id: 'a', share: 0.6, radius: 1 },
    { id: 'b', share: 0.4, radius: 1 },
  ],
  features: [{ id: 'orderValue', edges: [3], shares: [0.5, 0.5, 0] }],
};
const labels = new Map([['orderValue', 'Order value']]);
const now = (a: number, b: number, outside: number, shares = [0.5, 0.5, 0]) =>
  segmentationDrift(
    baseline,
    {
      groups: new Map([
        ['a', a],
        ['b', b],
      ]),
      outside,
      features: [shares],
    },
    { labels, floor: 10 },
  );

test('segmentationDrift() is none on the customers of the fit', () => {
  expect(now(600, 400, 50)).toMatchObject({ level: 'none', groupsIndex: 0, outsideShare: 0.05 });
});

test('segmentationDrift() takes its level from whatever moved most', () => {
  expect(now(450, 550, 50).level).toBe('none');
  expect(now(400, 600, 50).level).toBe('moderate');
  expect(now(600, 400, 150).level).toBe('moderate');
  expect(now(600, 400, 250).level).toBe('major');
  expect(now(600, 400, 50, [0.25, 0.75, 0]).level).toBe('major');
});

test('segmentationDrift() has no opinion without customers', () => {
  expect(now(0, 0, 0)).toMatchObject({ level: 'none', outsideShare: 0 });
});

test('segmentationDrift() tells no size of a group that has become small, nor the one that would give it away', () => {
  const shrunk = (b: number) =>
    segmentationDrift(
      {
        ...baseline,
        groups: [
          { id: 'a', share: 0.5, radius: 1 },
          { id: 'b', share: 0.3, radius: 1 },
          { id: 'c', share: 0.2, radius: 1 },
        ],
      },
      {
        groups: new Map([
          ['a', 700],
          ['b', b],
          ['c', 300 - b],
        ]),
        outside: 0,
        features: [],
      },
      { labels, floor: 10 },
    );
  expect(shrunk(4).groups.map(({ shareNow }) => shareNow)).toEqual([0.7, null, null]);
  // Nothing else of it differs from that of any other few.
  expect(shrunk(4)).toEqual(shrunk(9));
  expect(shrunk(10).groups.map(({ shareNow }) => shareNow)).toEqual([0.7, 0.01, 0.29]);
});
