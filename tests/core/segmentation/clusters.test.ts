import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import { chooseClusterCount } from '#core/segmentation/choose-cluster-count.ts';
import { clusterStability } from '#core/segmentation/cluster-stability.ts';
import { dataMatrix } from '#core/segmentation/data-matrix.ts';
import { kMeans } from '#core/segmentation/k-means.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { clusterSilhouettes } from '#core/segmentation/silhouette.ts';
import { scikitLearn } from './scikit-learn.ts';

const points = dataMatrix(scikitLearn.points);

test('kMeans() finds the clusters that scikit-learn 1.2.1 finds', () => {
  const found = kMeans(points, 3, seededRandom(5), 10);
  expect(found.inertia).toBeCloseTo(scikitLearn.kMeans.inertia, 8);
  expect(adjustedRandIndex([...found.labels], scikitLearn.kMeans.labels)).toBe(1);
});

test('kMeans() is the same for the same seed', () => {
  expect(kMeans(points, 4, seededRandom(9), 3)).toEqual(kMeans(points, 4, seededRandom(9), 3));
});

test('kMeans() puts every row into the cluster of its nearest centre, and centres are means', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
        minLength: 6,
        maxLength: 30,
      }),
      fc.integer(),
      (rows, seed) => {
        const found = kMeans(dataMatrix(rows), 3, seededRandom(seed), 2);
        rows.forEach(([x, y], row) => {
          const distances = found.centers.map(([a = 0, b = 0]) => (x - a) ** 2 + (y - b) ** 2);
          expect(distances[found.labels[row] ?? -1]).toBeCloseTo(Math.min(...distances), 9);
        });
      },
    ),
  );
});

test('kMeans() refuses fewer rows than clusters', () => {
  expect(() => kMeans(dataMatrix([[1]]), 2, seededRandom(1), 1)).toThrow(RangeError);
});

test('clusterSilhouettes() gives the means of silhouette_samples of scikit-learn 1.2.1', () => {
  const { kMeansLabels, otherLabels, other } = scikitLearn.silhouette;
  clusterSilhouettes(points, scikitLearn.kMeans.labels, 3).forEach((value, cluster) => {
    expect(value).toBeCloseTo(kMeansLabels[cluster] ?? NaN, 10);
  });
  clusterSilhouettes(points, otherLabels, 3).forEach((value, cluster) => {
    expect(value).toBeCloseTo(other[cluster] ?? NaN, 10);
  });
});

test('clusterSilhouettes() counts 0 for a row alone and for an empty cluster', () => {
  expect(clusterSilhouettes(dataMatrix([[0], [0], [5]]), [0, 0, 1], 3)).toEqual([1, 0, 0]);
});

test.each(scikitLearn.adjustedRandIndex)(
  'adjustedRandIndex() gives adjusted_rand_score of scikit-learn 1.2.1: $value',
  ({ first, second, value }) => {
    expect(adjustedRandIndex(first, second)).toBeCloseTo(value, 12);
    expect(adjustedRandIndex(second, first)).toBeCloseTo(value, 12);
  },
);

test('clusterStability() is near 1 for groups that stand apart', () => {
  const found = kMeans(points, 3, seededRandom(5), 10);
  const stability = clusterStability(points, found.centers, seededRandom(2), 30, 3);
  expect(Math.min(...stability)).toBeGreaterThan(0.95);
});

test('clusterStability() is low for groups that are cut out of noise', () => {
  const random = seededRandom(11);
  const noise = dataMatrix(
    Array.from({ length: 400 }, () => Array.from({ length: 6 }, () => normalDeviate(random))),
  );
  const found = kMeans(noise, 6, seededRandom(5), 10);
  const stability = clusterStability(noise, found.centers, seededRandom(2), 30, 3);
  expect(stability.reduce((sum, value) => sum + value, 0) / 6).toBeLessThan(0.6);
});

const candidate = {
  k: 4,
  silhouette: 0.4,
  chanceSilhouette: 0.2,
  jaccard: 0.9,
  smallestShare: 0.1,
};

test('chooseClusterCount() takes the most groups that stand apart as clearly as the best', () => {
  const choice = chooseClusterCount([
    candidate,
    { ...candidate, k: 5, silhouette: 0.5 },
    { ...candidate, k: 6, silhouette: 0.49 },
    { ...candidate, k: 7, silhouette: 0.6, jaccard: 0.5 },
    { ...candidate, k: 8, silhouette: 0.6, smallestShare: 0.001 },
  ]);
  expect([choice.k, choice.trusted]).toEqual([6, true]);
});

test('chooseClusterCount() says so when no number of groups comes out again', () => {
  const choice = chooseClusterCount([
    { ...candidate, k: 3, jaccard: 0.4 },
    { ...candidate, k: 4, jaccard: 0.5 },
  ]);
  expect([choice.k, choice.trusted]).toEqual([4, false]);
  expect(choice.reasoning).toContain('none of them came out again');
});

test('chooseClusterCount() trusts no groups that chance cuts as clearly, however stable', () => {
  expect(chooseClusterCount([{ ...candidate, silhouette: 0.21 }]).trusted).toBe(false);
});
