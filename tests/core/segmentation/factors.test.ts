import { existsSync, readFileSync } from 'node:fs';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { correlationMatrix } from '#core/segmentation/correlation-matrix.ts';
import { dataMatrix, weightedScores } from '#core/segmentation/data-matrix.ts';
import { extractFactors } from '#core/segmentation/extract-factors.ts';
import { parallelAnalysis } from '#core/segmentation/parallel-analysis.ts';
import { componentLoadings, principalComponents } from '#core/segmentation/principal-components.ts';
import { chiSquareDeviate, normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { varimax } from '#core/segmentation/varimax.ts';

const REFERENCE = '../shared/data/factor_reference';

describe.skipIf(!existsSync(REFERENCE))('on the published reference data', () => {
  const published = JSON.parse(
    existsSync(REFERENCE) ? readFileSync(`${REFERENCE}/reference_results.json`, 'utf8') : '{}',
  ) as {
    saq_test07: {
      published: { eigenvalues_gt1: number[]; pca4_varimax_SS_loadings: number[] };
      computed_here: { eigenvalues: number[]; pca4_varimax_kaiser_SS_loadings: number[] };
    };
    harman8_rotations: { varimax_kaiser_computed_here: number[][] };
  };

  test('principalComponents() gives the eigenvalues of the SAQ (Field, SPSS)', () => {
    const { eigenvalues } = principalComponents(correlationMatrix(dataMatrix(saq())));
    const { computed_here, published: spss } = published.saq_test07;
    computed_here.eigenvalues.forEach((value, at) => {
      expect(eigenvalues[at]).toBeCloseTo(value, 5);
    });
    spss.eigenvalues_gt1.forEach((value, at) => {
      expect(eigenvalues[at]).toBeCloseTo(value, 3);
    });
  });

  test('varimax() gives the rotated sums of squares of the SAQ (Field, SPSS)', () => {
    const components = principalComponents(correlationMatrix(dataMatrix(saq())));
    const { loadings } = varimax(componentLoadings(components, 4));
    const sums = [0, 1, 2, 3].map((column) =>
      loadings.getColumn(column).reduce((sum, value) => sum + value * value, 0),
    );
    published.saq_test07.published.pca4_varimax_SS_loadings.forEach((value, at) => {
      expect(sums[at]).toBeCloseTo(value, 3);
    });
  });

  test("varimax() with Kaiser's normalisation rotates Harman's eight physical variables as cited", () => {
    const unrotated = new Matrix(table(`${REFERENCE}/harman8_unrotated_loadings.csv`));
    const { loadings } = varimax(unrotated);
    published.harman8_rotations.varimax_kaiser_computed_here.forEach((row, at) => {
      row.forEach((value, column) => {
        expect(Math.abs(loadings.get(at, column))).toBeCloseTo(value, 4);
      });
    });
  });

  test('parallelAnalysis() keeps five factors of the 25 personality items (bfi)', () => {
    const items = table(`${REFERENCE}/bfi.csv`)
      .map((row) => row.slice(0, 25))
      .filter((row) => row.length === 25 && row.every(Number.isFinite));
    const { eigenvalues } = principalComponents(correlationMatrix(dataMatrix(items)));
    expect(parallelAnalysis(eigenvalues, items.length, seededRandom(1)).factors).toBe(5);
  });

  function saq(): number[][] {
    return table(`${REFERENCE}/factor_analyzer/data/test07.csv`);
  }

  /** Rows of numbers; the header and a first column of names or row numbers are left out. */
  function table(path: string): number[][] {
    const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
    const names = header.split(',').map((name) => name.replaceAll('"', ''));
    const skip = ['', 'rownames', 'id', 'variable'].includes(names[0] ?? '') ? 1 : 0;
    return lines.map((line) =>
      line
        .split(',')
        .slice(skip)
        .map((cell) => (cell === '' || cell === 'NA' ? NaN : Number(cell))),
    );
  }
});

test('parallelAnalysis() keeps a single factor when variables have nothing in common', () => {
  const random = seededRandom(3);
  const noise = dataMatrix(
    Array.from({ length: 500 }, () => Array.from({ length: 8 }, () => normalDeviate(random))),
  );
  const { eigenvalues } = principalComponents(correlationMatrix(noise));
  expect(parallelAnalysis(eigenvalues, 500, seededRandom(4)).factors).toBe(1);
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
  const { thresholds } = parallelAnalysis([1, 1, 1, 1, 1, 1], 200, seededRandom(9), {
    sets: 200,
    percentile: 0.5,
  });
  expect(thresholds[0]).toBeCloseTo(median, 1);
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

test('extractFactors() gives scores of variance 1 that do not correlate', () => {
  const random = seededRandom(12);
  const rows = Array.from({ length: 800 }, () => {
    const [a, b] = [normalDeviate(random), normalDeviate(random)];
    return [a, a + normalDeviate(random) / 2, b, b + normalDeviate(random) / 2];
  });
  const columns = [0, 1, 2, 3].map((column) => standardised(rows.map((row) => row[column] ?? 0)));
  const data = dataMatrix(rows.map((_, row) => columns.map((column) => column[row] ?? 0)));
  const factors = extractFactors(data, seededRandom(1));
  expect(factors.count).toBe(2);
  const scores = weightedScores(data, factors.scoreWeights);
  for (const column of [0, 1]) {
    const values = rows.map((_, row) => scores.values[row * 2 + column] ?? 0);
    expect(values.reduce((sum, value) => sum + value * value, 0) / 799).toBeCloseTo(1, 8);
  }
  expect(correlationMatrix(scores).get(0, 1)).toBeCloseTo(0, 8);
});

function standardised(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return values.map((value) => (value - mean) / deviation);
}
