import { describe, expect, test } from 'vitest';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import { weightedScores } from '#core/segmentation/data-matrix.ts';
import { fitSegmentation, type FitFeature } from '#core/segmentation/fit-segmentation.ts';
import { nearestCentroids } from '#core/segmentation/nearest-centroid.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { featureProblem } from '#core/segmentation/screen-features.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import { standardScore, transformFeature } from '#core/segmentation/transform-feature.ts';
import { dataMatrix } from './data-matrix.ts';

const OPTIONS = { seed: 1, fewest: 3, most: 6, fewestCustomers: 10, smallestShare: 0.015 };

function features(centres: number[][], perGroup: number): FitFeature[] {
  const random = seededRandom(77);
  const rows = centres.flatMap((centre) =>
    Array.from({ length: perGroup }, () => centre.map((value) => value + normalDeviate(random))),
  );
  return featuresOf(rows);
}

function featuresOf(rows: number[][]): FitFeature[] {
  return (rows[0] ?? []).map((_, column) => ({
    id: `f${column}`,
    label: `Feature ${column}`,
    transform: 'identity',
    values: rows.map((row) => row[column] ?? 0),
  }));
}

test('fitSegmentation() finds four planted groups, and its model assigns them', () => {
  const centres = [
    [0, 0, 0, 0],
    [7, 7, 0, 0],
    [0, 0, 7, 7],
    [7, 7, 7, 7],
  ];
  const input = features(centres, 150);
  const fitted = fitSegmentation(input, OPTIONS);
  if (!fitted) throw new Error('Expected a model');
  expect(fitted.centers.length).toBe(4);
  expect(fitted.certificate.trusted).toBe(true);
  expect(fitted.clusters.map(({ verdict }) => verdict)).toEqual(Array(4).fill('highly-stable'));
  expect(fitted.certificate.recoveredTogether).toBeGreaterThan(95);
  const { model } = fitted;
  const rows = Array.from({ length: 600 }, (_, row) =>
    model.features.map(({ mean, standardDeviation }, column) =>
      standardScore(input[column]?.values[row] ?? null, mean, standardDeviation),
    ),
  );
  const scores = weightedScores(dataMatrix(rows), model.scoreWeights);
  const labels = [...nearestCentroids(scores, fitted.centers).labels];
  const planted = rows.map((_, row) => Math.floor(row / 150));
  expect(adjustedRandIndex(labels, planted)).toBeGreaterThan(0.98);
});

test('fitSegmentation() finds two groups that lie close by as two', () => {
  // Three habits, each seen in three features. The last two groups differ in one habit only, a third as far as others.
  const habits = [
    [0, 0, 0],
    [9, 0, 0],
    [0, 9, 0],
    [0, 0, 9],
    [0, 3, 9],
  ];
  const centres = habits.map((habit) => habit.flatMap((value) => [value, value, value]));
  const fitted = fitSegmentation(features(centres, 150), { ...OPTIONS, most: 8 });
  expect(fitted?.centers.length).toBe(5);
  expect(fitted?.certificate.trusted).toBe(true);
});

test('fitSegmentation() finds a kind that is known by a single feature, where it is reliable', () => {
  // Two habits, each seen in three features, and two features by themselves: each marks a kind.
  const centres = [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [6, 6, 6, 0, 0, 0, 0, 0],
    [0, 0, 0, 6, 6, 6, 0, 0],
    [0, 0, 0, 0, 0, 0, 5, 0],
    [0, 0, 0, 0, 0, 0, 0, 5],
  ];
  const planted = Array.from({ length: 600 }, (_, row) => Math.floor(row / 120));
  const found = (reliability: number | null): number => {
    const given = features(centres, 120).map((feature) => ({ ...feature, reliability }));
    const fitted = fitSegmentation(given, OPTIONS);
    return agreement(fitted, given, planted);
  };
  const byFactors = found(null);
  expect(byFactors).toBeLessThan(0.88);
  expect(found(0.9)).toBeGreaterThan(byFactors + 0.05);
});

/** Adjusted Rand index of the groups that the model assigns. */
function agreement(
  fitted: ReturnType<typeof fitSegmentation>,
  input: readonly FitFeature[],
  planted: readonly number[],
): number {
  if (!fitted) throw new Error('Expected a model');
  const byId = new Map(input.map((feature) => [feature.id, feature]));
  const rows = planted.map((_, row) =>
    fitted.model.features.map(({ id, mean, standardDeviation }) =>
      standardScore(byId.get(id)?.values[row] ?? null, mean, standardDeviation),
    ),
  );
  const scores = weightedScores(dataMatrix(rows), fitted.model.scoreWeights);
  return adjustedRandIndex([...nearestCentroids(scores, fitted.centers).labels], planted);
}

/** Customers of one kind: where there are no groups, whatever their features look like. */
const NOISE = {
  'independent and normal': (columns: number, random: Random) => () =>
    Array.from({ length: columns }, () => normalDeviate(random)),
  'correlated and normal': (columns: number, random: Random) => {
    const hidden = Math.max(2, Math.round(columns / 4));
    const loadings = Array.from({ length: columns }, () =>
      Array.from({ length: hidden }, () => normalDeviate(random)),
    );
    return () => {
      const habits = Array.from({ length: hidden }, () => normalDeviate(random));
      return loadings.map((row) =>
        row.reduce((sum, loading, at) => sum + loading * (habits[at] ?? 0), normalDeviate(random)),
      );
    };
  },
  uniform: (columns: number, random: Random) => () =>
    Array.from({ length: columns }, () => random()),
  'long-tailed': (columns: number, random: Random) => () =>
    Array.from({ length: columns }, () => -Math.log(1 - random())),
};

describe.each(Object.keys(NOISE) as (keyof typeof NOISE)[])('on %s noise', (kind) => {
  test.each([
    [3, 1],
    [8, 2],
    [20, 3],
  ])('fitSegmentation() says that there are no groups (%i features, seed %i)', (columns, seed) => {
    const draw = NOISE[kind](columns, seededRandom(1000 * columns + seed));
    const rows = Array.from({ length: 600 }, draw);
    const fitted = fitSegmentation(featuresOf(rows), { ...OPTIONS, seed });
    expect(fitted?.certificate.trusted).toBe(false);
    expect(fitted?.explanation).toContain('the customers do not fall into groups');
    expect(new Set(fitted?.clusters.map(({ verdict }) => verdict))).toEqual(new Set(['untrusted']));
  });
});

test('fitSegmentation() does not depend on the order of the customers', () => {
  const input = features(
    [
      [0, 0, 0],
      [7, 7, 0],
      [0, 7, 7],
    ],
    60,
  );
  const turned = input.map((feature) => ({ ...feature, values: feature.values.toReversed() }));
  const [first, second] = [input, turned].map((given) => fitSegmentation(given, OPTIONS));
  expect(second?.centers.length).toBe(3);
  second?.centers.flat().forEach((value, index) => {
    expect(value).toBeCloseTo(first?.centers.flat()[index] ?? NaN, 9);
  });
  const verdicts = [first, second].map((fitted) =>
    fitted?.clusters.map(({ recovered, verdict }) => [recovered, verdict]),
  );
  expect(verdicts[1]).toEqual(verdicts[0]);
});

test('fitSegmentation() is null when fewer than two features can be used', () => {
  const constant = features([[0, 0]], 20).map((feature) => ({
    ...feature,
    values: feature.values.map(() => 1),
  }));
  expect(fitSegmentation(constant, OPTIONS)).toBeNull();
});

test('featureProblem() names empty, constant and nearly constant features', () => {
  const values = (count: number, value: number | null) =>
    Array.from({ length: count }, () => value);
  const problem = (...parts: (number | null)[][]) =>
    featureProblem({ id: 'f', values: parts.flat() });
  expect(problem(values(10, null))).toBe('No customer has a value');
  expect(problem(values(90, null), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toContain('Only 10% of');
  expect(problem(values(10, 3))).toBe('All customers have the same value');
  expect(problem(values(99, 0), [1])).toContain('99% of the customers have the same value');
  expect(problem(values(90, 0), values(10, 1))).toBeNull();
});

test('transformFeature() has no logarithm for what has none, and standardScore() holds outliers', () => {
  expect(transformFeature(-5, 'log')).toBeNull();
  expect(transformFeature(-1, 'log1p')).toBeNull();
  expect(transformFeature(null, 'identity')).toBeNull();
  expect(standardScore(1000, 0, 1)).toBe(3.5);
  expect(standardScore(-1000, 0, 1)).toBe(-3.5);
});
