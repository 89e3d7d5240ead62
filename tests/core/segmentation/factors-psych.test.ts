import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { bartlettSphericity } from '#core/segmentation/bartlett-sphericity.ts';
import { clearFactors } from '#core/segmentation/clear-factors.ts';
import { commonFactors } from '#core/segmentation/common-factors.ts';
import { kaiserMeyerOlkin } from '#core/segmentation/kaiser-meyer-olkin.ts';
import { parallelAnalysis } from '#core/segmentation/parallel-analysis.ts';
import { principalComponents } from '#core/segmentation/principal-components.ts';
import { regressionWeights } from '#core/segmentation/regression-weights.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { symmetricEigenvalues } from '#core/segmentation/symmetric-eigenvalues.ts';
import { varimax } from '#core/segmentation/varimax.ts';
import { differenceOfColumns, psych } from './factors-psych.ts';

const EXTRACTIONS = { minres: 'minres', ml: 'maximum likelihood' } as const;
const TOLERANCE = 1e-3;

describe.each(psych.cases)('on $name', (expected) => {
  const correlations = new Matrix(expected.correlations);

  test('kaiserMeyerOlkin() gives what psych::KMO gives, overall and by variable', () => {
    const { overall, byVariable } = kaiserMeyerOlkin(correlations);
    expect(overall).toBeCloseTo(expected.kmo, 6);
    expected.kmoByVariable.forEach((value, at) => {
      expect(byVariable[at]).toBeCloseTo(value, 6);
    });
  });

  test('bartlettSphericity() gives what psych::cortest.bartlett gives', () => {
    const found = bartlettSphericity(correlations, expected.observations);
    expect(found.chiSquare / expected.chiSquare).toBeCloseTo(1, 6);
    expect(found.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    expect(found.determinant / expected.determinant).toBeCloseTo(1, 6);
    if (expected.pValue > 0) {
      expect(Math.log(found.pValue) / Math.log(expected.pValue)).toBeCloseTo(1, 6);
    } else expect(found.pValue).toBeLessThan(1e-300);
  });

  test('principalComponents() and symmetricEigenvalues() give the eigenvalues of R', () => {
    const found = [
      principalComponents(correlations).eigenvalues,
      symmetricEigenvalues(correlations),
    ];
    expected.eigenvalues.forEach((value, at) => {
      for (const values of found) expect(values[at]).toBeCloseTo(value, 8);
    });
  });

  test.each(expected.solutions.filter(({ uniquenesses }) => Math.min(...uniquenesses) > 0.005))(
    'commonFactors(), varimax() and regressionWeights() give what psych::fa gives: $extraction, $rotation, $count',
    (solution) => {
      const found = commonFactors(correlations, solution.count, EXTRACTIONS[solution.extraction]);
      const loadings =
        solution.rotation === 'varimax' ? varimax(found.loadings).loadings : found.loadings;
      const { weights, scoreVariances } = regressionWeights(correlations, loadings);
      expect(found.converged).toBe(true);
      expect(found.heywood).toEqual([]);
      expect(differenceOfColumns(loadings, solution.loadings)).toBeLessThan(TOLERANCE);
      expect(differenceOfColumns(weights, solution.weights)).toBeLessThan(TOLERANCE);
      expect(
        differenceOfColumns(Matrix.rowVector(scoreVariances), [solution.scoreVariances]),
      ).toBeLessThan(TOLERANCE);
      solution.uniquenesses.forEach((value, at) => {
        expect(Math.abs((found.uniquenesses[at] ?? NaN) - value)).toBeLessThan(TOLERANCE);
      });
    },
  );

  test('parallelAnalysis() keeps as many components and factors as psych::fa.parallel', () => {
    const { sets, percentile, ...kept } = expected.parallel;
    const found = (of: 'components' | 'factors') =>
      parallelAnalysis(correlations, expected.observations, seededRandom(5), {
        of,
        sets,
        percentile,
      });
    const [components, factors] = [found('components'), found('factors')];
    expect(components.factors).toBe(kept.components);
    expect(factors.factors).toBe(kept.factors);
    kept.factorEigenvalues.forEach((value, at) => {
      expect(factors.eigenvalues[at]).toBeCloseTo(value, 6);
    });
    // Two drawings of 1,000 sets: their percentiles differ by chance, most where there are few customers.
    const noise = 0.6 / Math.sqrt(expected.observations);
    kept.componentThresholds.forEach((value, at) => {
      expect(Math.abs((components.thresholds[at] ?? NaN) - value)).toBeLessThan(noise);
    });
    kept.factorThresholds.forEach((value, at) => {
      expect(Math.abs((factors.thresholds[at] ?? NaN) - value)).toBeLessThan(2 * noise);
    });
  });
});

test.each([
  ['ability.cov (R datasets)', 2],
  ['Harman74.cor (R datasets)', 4],
  ['attitude (R datasets)', 1],
  ['Thurstone (psych)', 3],
  ['bfi, complete cases (psych)', 5],
])('clearFactors() finds the published number of factors: %s, %i', (name, count) => {
  const expected = psych.cases.find((one) => one.name === name);
  if (!expected) throw new Error(`No such case: ${name}`);
  const { components, factors } = expected.parallel;
  const found = clearFactors(new Matrix(expected.correlations), {
    fewest: components,
    most: factors,
  });
  expect(found.loadings.columns).toBe(count);
});

test('commonFactors() holds the uniqueness of a Heywood case, which psych warns of, and names it', () => {
  const { correlations, uniquenesses } = psych.heywood;
  const found = commonFactors(new Matrix(correlations), 1);
  expect(uniquenesses.findIndex((value) => value < 0.005)).toBe(0);
  expect(found.heywood).toEqual([0]);
  expect(found.converged).toBe(true);
  uniquenesses.slice(1).forEach((value, at) => {
    expect(Math.abs((found.uniquenesses[at + 1] ?? NaN) - value)).toBeLessThan(0.02);
  });
});
