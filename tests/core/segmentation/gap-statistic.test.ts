import { expect, test } from 'vitest';
import {
  boxSides,
  gapChoice,
  gapFromLogarithms,
  gapStatistic,
  uniformInBox,
} from '#core/segmentation/gap-statistic.ts';
import { kMeans } from '#core/segmentation/k-means.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { rClusters } from './r-clusters.ts';
import { scikitLearn } from './scikit-learn.ts';
import { dataMatrix } from './data-matrix.ts';

const points = dataMatrix(scikitLearn.points);
const { gap, choices } = rClusters;

test('boxSides() gives the ranges along the principal components as R cluster::clusGap takes them', () => {
  boxSides(points).forEach((side, component) => {
    expect(side).toBeCloseTo(gap.boxSides[component] ?? NaN, 9);
  });
});

test('gapFromLogarithms() gives gap and SE.sim of R cluster::clusGap', () => {
  gap.ofData.forEach((ofData, index) => {
    const found = gapFromLogarithms(ofData, gap.ofReferences[index] ?? []);
    expect(found.gap).toBeCloseTo(gap.gap[index] ?? NaN, 9);
    expect(found.standardError).toBeCloseTo(gap.standardError[index] ?? NaN, 9);
  });
});

test('gapStatistic() draws references as wide as those of R cluster::clusGap', () => {
  const [one] = gapStatistic(
    points,
    [{ k: 1, inertia: Math.exp(gap.ofData[0] ?? NaN) }],
    seededRandom(3),
    { references: 400, starts: 1 },
  );
  const error = gap.standardError[0] ?? NaN;
  expect(one?.standardError).toBeGreaterThan(error / 1.6);
  expect(one?.standardError).toBeLessThan(error * 1.6);
  expect(Math.abs((one?.gap ?? NaN) - (gap.gap[0] ?? NaN))).toBeLessThan(
    (3 * error) / Math.sqrt(20),
  );
});

test('gapStatistic() finds the three groups of the points', () => {
  const tried = [1, 2, 3, 4, 5].map((k) => ({ k, ...kMeans(points, k, seededRandom(k), 20) }));
  const gaps = gapStatistic(points, tried, seededRandom(8), { references: 100, starts: 5 });
  expect(gapChoice(gaps.slice(1))).toBe(3);
  expect(gaps.toSorted((a, b) => b.gap - a.gap)[0]?.k).toBe(3);
});

test('gapStatistic() says one group of uniform customers', () => {
  const cloud = uniformInBox([1, 1, 1], 300, seededRandom(4));
  const tried = [1, 2, 3, 4].map((k) => ({ k, ...kMeans(cloud, k, seededRandom(k), 10) }));
  const gaps = gapStatistic(cloud, tried, seededRandom(9), { references: 60, starts: 5 });
  expect(gapChoice(gaps)).toBe(1);
});

test.each(choices)(
  'gapChoice() gives R cluster::maxSE "Tibs2001SEmax": $k',
  ({ gaps, errors, k }) => {
    const values = gaps.map((value, index) => ({
      k: index + 1,
      gap: value,
      standardError: errors[index] ?? NaN,
    }));
    expect(gapChoice(values)).toBe(k);
  },
);

test('gapFromLogarithms() refuses a single reference set, which has no error', () => {
  expect(() => gapFromLogarithms(1, [2])).toThrow(RangeError);
});
