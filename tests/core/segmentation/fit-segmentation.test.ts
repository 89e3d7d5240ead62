import { expect, test } from 'vitest';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import { dataMatrix, weightedScores } from '#core/segmentation/data-matrix.ts';
import { fitSegmentation, type FitFeature } from '#core/segmentation/fit-segmentation.ts';
import { nearestCentroid } from '#core/segmentation/nearest-centroid.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { featureProblem } from '#core/segmentation/screen-features.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { sufficiencyRefusal, sufficiencyWarnings } from '#core/segmentation/sufficiency-gate.ts';
import { standardScore, transformFeature } from '#core/segmentation/transform-feature.ts';

const OPTIONS = { seed: 1, fewest: 3, most: 6, fewestCustomers: 10 };

function features(centres: number[][], perGroup: number): FitFeature[] {
  const random = seededRandom(77);
  const rows = centres.flatMap((centre) =>
    Array.from({ length: perGroup }, () => centre.map((value) => value + normalDeviate(random))),
  );
  return (centres[0] ?? []).map((_, column) => ({
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
  expect(fitted.trusted).toBe(true);
  const { model } = fitted;
  const rows = Array.from({ length: 600 }, (_, row) =>
    model.features.map(({ mean, standardDeviation }, column) =>
      standardScore(input[column]?.values[row] ?? null, mean, standardDeviation),
    ),
  );
  const scores = weightedScores(dataMatrix(rows), model.scoreWeights);
  const labels = rows.map((_, row) => nearestCentroid(scores, row, fitted.centers).index);
  const planted = rows.map((_, row) => Math.floor(row / 150));
  expect(adjustedRandIndex(labels, planted)).toBeGreaterThan(0.98);
});

test('fitSegmentation() is never confident about pure noise', () => {
  for (const columns of [3, 8, 20]) {
    const noise = features([Array.from({ length: columns }, () => 0)], 800);
    const fitted = fitSegmentation(noise, { ...OPTIONS, seed: columns });
    expect(fitted?.trusted).toBe(false);
    expect(fitted?.explanation).toContain('Treat them as a hint');
  }
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
  expect(problem(values(90, null), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toContain('Only 10.0 %');
  expect(problem(values(10, 3))).toBe('All customers have the same value');
  expect(problem(values(99, 0), [1])).toContain('99.0 % of the customers have the same value');
  expect(problem(values(90, 0), values(10, 1))).toBeNull();
});

test('transformFeature() has no logarithm for what has none, and standardScore() holds outliers', () => {
  expect(transformFeature(-5, 'log')).toBeNull();
  expect(transformFeature(-1, 'log1p')).toBeNull();
  expect(transformFeature(null, 'identity')).toBeNull();
  expect(standardScore(1000, 0, 1)).toBe(3.5);
  expect(standardScore(-1000, 0, 1)).toBe(-3.5);
});

test('sufficiencyRefusal() asks for 500 buyers and 180 days', () => {
  const enough = { buyers: 500, historyDays: 180, repeatBuyers: 100 };
  expect(sufficiencyRefusal(enough)).toBeNull();
  expect(sufficiencyRefusal({ ...enough, historyDays: 179 })).toContain('179 days of purchases');
  expect(sufficiencyRefusal({ ...enough, buyers: 499 })).toContain('499 customers who bought');
});

test('sufficiencyWarnings() warns when nine of ten bought only once', () => {
  const [warning] = sufficiencyWarnings({ buyers: 1000, historyDays: 400, repeatBuyers: 100 });
  expect(warning).toContain('90 of 100 customers bought on one day only');
});
