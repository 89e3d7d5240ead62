import { expect, test } from 'vitest';
import {
  RECOVERED_JACCARD,
  clusterStability,
  largestJaccards,
  meanJaccards,
} from '#core/segmentation/cluster-stability.ts';
import { kMeans } from '#core/segmentation/k-means.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { splitHalfAgreement } from '#core/segmentation/split-half-agreement.ts';
import { isTrusted, stabilityVerdict } from '#core/segmentation/stability-verdict.ts';
import { rClusters } from './r-clusters.ts';
import { scikitLearn } from './scikit-learn.ts';
import { dataMatrix } from './data-matrix.ts';

const points = dataMatrix(scikitLearn.points);
const { samples, jaccards, means, recovered } = rClusters.bootstrap;

function noise(rows: number, columns: number) {
  const random = seededRandom(11);
  return dataMatrix(
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => normalDeviate(random)),
    ),
  );
}

test('largestJaccards() gives the Jaccard similarities of R fpc::clusterboot, sample by sample', () => {
  const found = samples.map(({ before, after }) => largestJaccards(before, after, 4));
  found.forEach((ofSample, sample) => {
    ofSample.forEach((value, cluster) => {
      expect(value).toBeCloseTo(jaccards[cluster]?.[sample] ?? NaN, 9);
    });
  });
  meanJaccards(found).forEach((mean, cluster) => {
    expect(mean).toBeCloseTo(means[cluster] ?? NaN, 9);
    const again = found.filter((ofSample) => (ofSample[cluster] ?? 0) > RECOVERED_JACCARD);
    expect(again.length).toBe(recovered[cluster]);
  });
});

test('clusterStability() is near 1 for groups that stand apart', () => {
  const found = kMeans(points, 3, seededRandom(5), 10);
  const stability = clusterStability(points, found.centers, seededRandom(2), {
    resamples: 30,
    starts: 3,
  });
  expect(Math.min(...meanJaccards(stability))).toBeGreaterThan(0.95);
});

test('clusterStability() is low for groups that are cut out of noise', () => {
  const cloud = noise(400, 6);
  const found = kMeans(cloud, 6, seededRandom(5), 10);
  const stability = meanJaccards(
    clusterStability(cloud, found.centers, seededRandom(2), { resamples: 30, starts: 3 }),
  );
  expect(stability.reduce((sum, value) => sum + value, 0) / 6).toBeLessThan(0.6);
});

test('clusterStability() leaves a group that no sample holds at 0', () => {
  const three = dataMatrix([[0], [1], [2]]);
  const samplesOfThree = clusterStability(three, [[0], [1], [2], [50]], seededRandom(2), {
    resamples: 10,
    starts: 1,
  });
  expect(meanJaccards(samplesOfThree)[3]).toBe(0);
});

test('splitHalfAgreement() is 1 for groups that stand apart and low for noise', () => {
  const options = { splits: 10, starts: 5 };
  expect(splitHalfAgreement(points, 3, seededRandom(2), options)).toBeGreaterThan(0.95);
  expect(splitHalfAgreement(noise(400, 6), 6, seededRandom(2), options)).toBeLessThan(0.5);
  expect(splitHalfAgreement(points, 31, seededRandom(2), options)).toBe(0);
});

test.each([
  [0.85, 'highly-stable', true],
  [0.84, 'stable', true],
  [0.75, 'stable', true],
  [0.74, 'doubtful', false],
  [0.6, 'doubtful', false],
  [0.59, 'untrusted', false],
] as const)(
  'stabilityVerdict() has the ranges of R fpc::clusterboot: %d is %s',
  (jaccard, verdict, trusted) => {
    expect(stabilityVerdict(jaccard)).toBe(verdict);
    expect(isTrusted(verdict)).toBe(trusted);
  },
);
