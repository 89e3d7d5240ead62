import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { commonFactors } from '#core/segmentation/common-factors.ts';
import { correlationMatrix } from '#core/segmentation/correlation-matrix.ts';
import {
  takeColumns,
  takeRows,
  weightedScores,
  type DataMatrix,
} from '#core/segmentation/data-matrix.ts';
import { extractFactors } from '#core/segmentation/extract-factors.ts';
import { parallelAnalysis } from '#core/segmentation/parallel-analysis.ts';
import { principalComponents } from '#core/segmentation/principal-components.ts';
import { chiSquareDeviate, normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { symmetricEigenvalues } from '#core/segmentation/symmetric-eigenvalues.ts';
import { dataMatrix } from './data-matrix.ts';

test('parallelAnalysis() keeps no factor when variables have nothing in common', () => {
  const random = seededRandom(3);
  const noise = dataMatrix(
    Array.from({ length: 500 }, () => Array.from({ length: 8 }, () => normalDeviate(random))),
  );
  expect(parallelAnalysis(correlationMatrix(noise), 500, seededRandom(4)).factors).toBe(0);
});

test('parallelAnalysis() draws thresholds as large as those of random customers', () => {
  // 60 sets of 200 normal customers by 6 features, drawn the slow way.
  const random = seededRandom(8);
  const slow = Array.from({ length: 60 }, () => {
    const rows = Array.from({ length: 200 }, () =>
      Array.from({ length: 6 }, () => normalDeviate(random)),
    );
    return principalComponents(correlationMatrix(dataMatrix(rows))).eigenvalues[0] ?? 0;
  }).sort((a, b) => a - b);
  const median = slow[30] ?? 0;
  const { thresholds } = parallelAnalysis(Matrix.eye(6), 200, seededRandom(9), {
    of: 'components',
    sets: 200,
    percentile: 0.5,
  });
  expect(thresholds[0]).toBeCloseTo(median, 1);
});

test('symmetricEigenvalues() agrees with the decomposition that also finds vectors', () => {
  const random = seededRandom(14);
  const sizes = [0, 1, 2, 3, 17, 60];
  const full = sizes.map((size) => {
    const half = new Matrix(
      Array.from({ length: size }, () => Array.from({ length: size }, () => normalDeviate(random))),
    );
    return half.mmul(half.transpose());
  });
  // Equal eigenvalues, none at all beside the diagonal, and a matrix that falls into two.
  const special = [
    Matrix.eye(5),
    Matrix.ones(6, 6),
    new Matrix([
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, 3],
    ]),
  ];
  for (const matrix of [...full.slice(1), ...special]) {
    const expected = principalComponents(matrix).eigenvalues;
    symmetricEigenvalues(matrix).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? NaN, 9);
    });
  }
  expect(symmetricEigenvalues(new Matrix(0, 0))).toEqual([]);
  expect(() =>
    symmetricEigenvalues(
      new Matrix([
        [NaN, 1],
        [1, 0],
      ]),
    ),
  ).toThrow(RangeError);
});

test('correlationMatrix() agrees with the definition for any number of rows', () => {
  const random = seededRandom(15);
  for (const rows of [2, 3, 4, 5, 11]) {
    const table = Array.from({ length: rows }, () => [normalDeviate(random), random(), 7]);
    const found = correlationMatrix(dataMatrix(table));
    const [x, y] = [0, 1].map((column) => standardised(table.map((row) => row[column] ?? 0)));
    const expected = (x ?? []).reduce((sum, value, at) => sum + value * (y?.[at] ?? 0), 0);
    expect(found.get(0, 1)).toBeCloseTo(expected / (rows - 1), 10);
    expect(found.get(0, 2)).toBe(0);
  }
});

test('chiSquareDeviate() has the mean and variance of its distribution', () => {
  const random = seededRandom(6);
  const drawn = Array.from({ length: 20_000 }, () => chiSquareDeviate(random, 12));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
  expect(mean).toBeCloseTo(12, 0);
  expect(Math.abs(variance - 24)).toBeLessThan(1.5);
});

test('seededRandom() gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 1000 }, random);
  };
  expect(draw(20_260_101)).toEqual(draw(20_260_101));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(0).every((value) => value >= 0 && value < 1)).toBe(true);
  expect(draw(0).reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(0.5, 1);
});

test('commonFactors() finds the loadings that made the correlations, whatever the method', () => {
  const made = [
    [0.8, 0.1],
    [0.7, 0.2],
    [0.6, 0],
    [0.1, 0.9],
    [0, 0.7],
    [0.2, 0.6],
    [0.3, 0.5],
  ];
  const loadings = new Matrix(made);
  const correlations = loadings.mmul(loadings.transpose());
  for (let at = 0; at < made.length; at += 1) correlations.set(at, at, 1);
  for (const extraction of ['minres', 'maximum likelihood'] as const) {
    const found = commonFactors(correlations, 2, extraction);
    const again = found.loadings.mmul(found.loadings.transpose());
    found.uniquenesses.forEach((value, at) => again.set(at, at, again.get(at, at) + value));
    expect(Math.max(...Matrix.sub(again, correlations).to1DArray().map(Math.abs))).toBeLessThan(
      1e-6,
    );
  }
});

test('commonFactors() refuses more factors than the variables determine', () => {
  expect(() => commonFactors(Matrix.eye(4), 2)).toThrow('expected 1 to 1');
  expect(() => commonFactors(Matrix.ones(3, 3), 1)).toThrow('repeat others exactly');
});

test('extractFactors() gives regression scores with the variance that it says', () => {
  const { data } = twoHabits(800);
  const factors = extractFactors(data, seededRandom(1));
  expect(factors.method).toBe('minres');
  expect(factors.count).toBe(2);
  expect(factors.notes).toEqual([]);
  const scores = weightedScores(takeColumns(data, factors.kept), factors.scoreWeights);
  for (const column of [0, 1]) {
    const values = Array.from({ length: 800 }, (_, row) => scores.values[row * 2 + column] ?? 0);
    const variance = values.reduce((sum, value) => sum + value * value, 0) / 799;
    expect(variance).toBeCloseTo(factors.scoreVariances[column] ?? NaN, 8);
    expect(variance).toBeLessThan(1);
  }
  const explained = factors.sumsOfSquares.reduce((sum, value) => sum + value, 0);
  expect(explained / 6).toBeCloseTo(factors.varianceExplained, 8);
  factors.communalities.forEach((value, at) => {
    expect(value + (factors.uniquenesses[at] ?? NaN)).toBeCloseTo(1, 12);
  });
});

test('extractFactors() does not depend on the scale or the order of the customers', () => {
  const { data } = twoHabits(800);
  const factors = extractFactors(data, seededRandom(1));
  const reversed = Array.from({ length: data.rows }, (_, row) => data.rows - 1 - row);
  const turned = takeRows(data, reversed);
  const scaled = { ...turned, values: turned.values.map((value) => 3 * value) };
  const again = extractFactors(scaled, seededRandom(1));
  expect(again.count).toBe(factors.count);
  factors.loadings.flat().forEach((value, at) => {
    expect(again.loadings.flat()[at]).toBeCloseTo(value, 8);
  });
});

/** Six features of two habits, three each. */
function twoHabits(customers: number): { data: DataMatrix } {
  const random = seededRandom(12);
  const rows = Array.from({ length: customers }, () => {
    const habits = [normalDeviate(random), normalDeviate(random)];
    return [0, 0, 0, 1, 1, 1].map((habit) => (habits[habit] ?? 0) + normalDeviate(random) / 2);
  });
  const columns = [0, 1, 2, 3, 4, 5].map((column) =>
    standardised(rows.map((row) => row[column] ?? 0)),
  );
  return { data: dataMatrix(rows.map((_, row) => columns.map((column) => column[row] ?? 0))) };
}

function standardised(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return values.map((value) => (value - mean) / deviation);
}
