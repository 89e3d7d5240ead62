import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import { kMeans, refineCenters } from '#core/segmentation/k-means.ts';
import { nearestCentroids } from '#core/segmentation/nearest-centroid.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { clusterSilhouettes } from '#core/segmentation/silhouette.ts';
import { rClusters } from './r-clusters.ts';
import { scikitLearn } from './scikit-learn.ts';
import { dataMatrix } from './data-matrix.ts';

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

test('kMeans() takes the same way as plain iterations that measure every distance', () => {
  const random = seededRandom(21);
  const rows = Array.from({ length: 300 }, () => [random(), random(), random()]);
  const data = dataMatrix(rows);
  let centers = rows.slice(0, 5).map((row) => Float64Array.from(row));
  const refined = refineCenters(data, centers);
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const { labels } = nearestCentroids(data, centers);
    centers = centers.map((_, cluster) => {
      const own = rows.filter((__, row) => labels[row] === cluster);
      return Float64Array.from({ length: 3 }, (__, column) =>
        own.reduce((sum, row) => sum + (row[column] ?? 0) / own.length, 0),
      );
    });
  }
  expect([...refined.labels]).toEqual([...nearestCentroids(data, centers).labels]);
  refined.centers.forEach((center, cluster) => {
    center.forEach((value, column) => {
      expect(value).toBeCloseTo(centers[cluster]?.[column] ?? NaN, 9);
    });
  });
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

test('clusterSilhouettes() gives clus.avg.widths of R cluster::silhouette', () => {
  const { labels, byCluster } = rClusters.silhouettes;
  clusterSilhouettes(points, labels, 4).forEach((value, cluster) => {
    expect(value).toBeCloseTo(byCluster[cluster] ?? NaN, 9);
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
