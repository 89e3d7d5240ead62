import { existsSync, readFileSync } from 'node:fs';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { bartlettSphericity } from '#core/segmentation/bartlett-sphericity.ts';
import { commonFactors } from '#core/segmentation/common-factors.ts';
import { correlationMatrix, correlationOfProducts } from '#core/segmentation/correlation-matrix.ts';
import { weightedScores } from '#core/segmentation/data-matrix.ts';
import { kaiserMeyerOlkin } from '#core/segmentation/kaiser-meyer-olkin.ts';
import { parallelAnalysis } from '#core/segmentation/parallel-analysis.ts';
import { componentLoadings, principalComponents } from '#core/segmentation/principal-components.ts';
import { regressionWeights } from '#core/segmentation/regression-weights.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { varimax } from '#core/segmentation/varimax.ts';
import { differenceOfColumns } from './factors-psych.ts';
import { dataMatrix } from './data-matrix.ts';

const REFERENCE = '../shared/data/factor_reference';
const TOLERANCE = 1e-3;
/** R's varimax() stops when a step brings less than 1e-5, some thousandths before the end. */
const BEFORE_THE_END = 3e-3;

interface Published {
  ability_cov_ml_2factor: {
    varimax_loadings: number[][];
    uniquenesses_from_varimax: number[];
  };
  bfi: {
    eigenvalues_of_listwise_correlation_computed_here: number[];
    kmo_listwise_computed_here: number;
  };
  saq_test07: {
    published: {
      KMO: number;
      bartlett_chi2: number;
      bartlett_df: number;
      determinant: number;
      eigenvalues_gt1: number[];
      pca4_varimax_SS_loadings: number[];
    };
    computed_here: { KMO: number; eigenvalues: number[] };
  };
  harman8_rotations: { varimax_kaiser_computed_here: number[][] };
}

describe.skipIf(!existsSync(REFERENCE))('on the published reference data', () => {
  const published = JSON.parse(
    existsSync(REFERENCE) ? readFileSync(`${REFERENCE}/reference_results.json`, 'utf8') : '{}',
  ) as Published;

  test('KMO, Bartlett, determinant and eigenvalues of the SAQ are those of Field (SPSS)', () => {
    const answers = dataMatrix(saq());
    const correlations = correlationMatrix(answers);
    const { published: spss, computed_here } = published.saq_test07;
    const adequacy = kaiserMeyerOlkin(correlations);
    expect(adequacy.overall).toBeCloseTo(spss.KMO, 3);
    expect(adequacy.overall).toBeCloseTo(computed_here.KMO, 8);
    const bartlett = bartlettSphericity(correlations, answers.rows);
    expect(bartlett.chiSquare).toBeCloseTo(spss.bartlett_chi2, 3);
    expect(bartlett.degreesOfFreedom).toBe(spss.bartlett_df);
    expect(bartlett.determinant).toBeCloseTo(spss.determinant, 7);
    expect(bartlett.pValue).toBe(0);
    const { eigenvalues } = principalComponents(correlations);
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
    const { loadings } = varimax(new Matrix(table('harman8_unrotated_loadings.csv')));
    expect(
      differenceOfColumns(loadings, published.harman8_rotations.varimax_kaiser_computed_here),
    ).toBeLessThan(1e-4);
  });

  test("principalComponents() gives the eigenvalues of Harman's five socio-economic variables (1976)", () => {
    const correlations = correlationMatrix(dataMatrix(table('harman5_socioeconomic_raw.csv')));
    const { eigenvalues } = principalComponents(correlations);
    [2.8733, 1.7967, 0.2148, 0.0999, 0.0153].forEach((value, at) => {
      expect(eigenvalues[at]).toBeCloseTo(value, 4);
    });
  });

  test('KMO, eigenvalues and the number of factors of the 25 personality items (bfi)', () => {
    const items = table('bfi.csv')
      .map((row) => row.slice(0, 25))
      .filter((row) => row.length === 25 && row.every(Number.isFinite));
    const correlations = correlationMatrix(dataMatrix(items));
    const expected = published.bfi;
    expect(kaiserMeyerOlkin(correlations).overall).toBeCloseTo(
      expected.kmo_listwise_computed_here,
      6,
    );
    const { factors, eigenvalues } = parallelAnalysis(correlations, items.length, seededRandom(1));
    expect(factors).toBe(5);
    expected.eigenvalues_of_listwise_correlation_computed_here.forEach((value, at) => {
      expect(eigenvalues[at]).toBeCloseTo(value, 5);
    });
  });

  test('commonFactors() by maximum likelihood gives the published factors of ability.cov', () => {
    const correlations = correlationOfProducts(new Matrix(table('ability_cov.csv')));
    const found = commonFactors(correlations, 2, 'maximum likelihood');
    const expected = published.ability_cov_ml_2factor;
    expect(differenceOfColumns(varimaxOfR(found.loadings), expected.varimax_loadings)).toBeLessThan(
      TOLERANCE,
    );
    expect(
      differenceOfColumns(varimax(found.loadings).loadings, expected.varimax_loadings),
    ).toBeLessThan(BEFORE_THE_END);
    expected.uniquenesses_from_varimax.forEach((value, at) => {
      expect(found.uniquenesses[at]).toBeCloseTo(value, 4);
    });
  });

  /** Made by R's psych for the tests of the Python package factor_analyzer. */
  describe.each(['test01', 'test02', 'test03', 'test07'])('%s of factor_analyzer', (name) => {
    const extractions = { uls: 'minres', ml: 'maximum likelihood' } as const;
    const cases = (['uls', 'ml'] as const).flatMap((method) =>
      (['none', 'varimax'] as const).flatMap((rotation) =>
        [2, 3].map((count) => ({ method, rotation, count, of: `${method}_${rotation}_${count}` })),
      ),
    );
    const expectedPath = (what: string, of: string): string =>
      `factor_analyzer/expected/${name}/${what}_${of}_${name}.csv`;
    const present = cases.filter(({ of }) =>
      existsSync(`${REFERENCE}/${expectedPath('loading', of)}`),
    );

    test.each(present)('commonFactors() and varimax(): $of', ({ method, rotation, count, of }) => {
      const answers = dataMatrix(table(`factor_analyzer/data/${name}.csv`));
      const correlations = correlationMatrix(answers);
      const found = commonFactors(correlations, count, extractions[method]);
      const loadings = rotation === 'varimax' ? varimaxOfR(found.loadings) : found.loadings;
      expect(differenceOfColumns(loadings, table(expectedPath('loading', of)))).toBeLessThan(
        TOLERANCE,
      );
      if (rotation === 'varimax') {
        const turned = varimax(found.loadings).loadings;
        expect(differenceOfColumns(turned, loadings.to2DArray())).toBeLessThan(BEFORE_THE_END);
        expect(simplicity(turned)).toBeGreaterThanOrEqual(simplicity(loadings));
      }
      const communalities = loadings
        .to2DArray()
        .map((row) => row.reduce((sum, x) => sum + x * x, 0));
      const reduced = correlations.clone();
      communalities.forEach((value, at) => reduced.set(at, at, value));
      const figures = {
        uniquenesses: found.uniquenesses,
        communalities,
        evalues: principalComponents(correlations).eigenvalues,
        value: principalComponents(reduced).eigenvalues,
      };
      for (const [what, values] of Object.entries(figures)) {
        const path = expectedPath(what, of);
        if (!existsSync(`${REFERENCE}/${path}`)) continue;
        table(path).forEach(([value = NaN], at) => {
          expect(Math.abs((values[at] ?? NaN) - value), what).toBeLessThan(TOLERANCE);
        });
      }
      if (!existsSync(`${REFERENCE}/${expectedPath('scores', of)}`)) return;
      const { weights } = regressionWeights(correlations, loadings);
      const scores = weightedScores(standardised(answers), weights.to2DArray());
      const rows = Array.from({ length: scores.rows }, (_, row) =>
        Array.from(scores.values.subarray(row * count, (row + 1) * count)),
      );
      expect(differenceOfColumns(new Matrix(rows), table(expectedPath('scores', of)))).toBeLessThan(
        TOLERANCE,
      );
    });
  });

  function saq(): number[][] {
    return table('factor_analyzer/data/test07.csv');
  }
});

/** Rows of numbers; the header and a first column of names or row numbers are left out. */
function table(path: string): number[][] {
  const [header = '', ...lines] = readFileSync(`${REFERENCE}/${path}`, 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = header.split(',').map((name) => name.replaceAll('"', ''));
  const skip = ['', 'rownames', 'id', 'variable', 'tract'].includes(names[0] ?? '') ? 1 : 0;
  return lines.map((line) =>
    line
      .split(',')
      .slice(skip)
      .map((cell) => (cell === '' || cell === 'NA' ? NaN : Number(cell))),
  );
}

function standardised({ rows, columns, values }: ReturnType<typeof dataMatrix>) {
  const scores = new Float64Array(values);
  for (let column = 0; column < columns; column += 1) {
    const cells = Array.from({ length: rows }, (_, row) => values[row * columns + column] ?? 0);
    const mean = cells.reduce((sum, value) => sum + value, 0) / rows;
    const deviation = Math.sqrt(
      cells.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1),
    );
    cells.forEach((value, row) => {
      scores[row * columns + column] = (value - mean) / deviation;
    });
  }
  return { rows, columns, values: scores };
}

/** varimax() of R's package stats as it is documented, with its stopping rule: what the figures were made by. */
function varimaxOfR(unrotated: Matrix): Matrix {
  const lengths = unrotated.to2DArray().map((row) => Math.hypot(...row));
  const rows = unrotated.clone();
  lengths.forEach((length, row) => rows.mulRow(row, 1 / length));
  let rotation = Matrix.eye(rows.columns);
  for (let reached = 0, before = -1; reached >= before * (1 + 1e-5);) {
    const turned = rows.mmul(rotation);
    const sums = Matrix.mul(turned, turned).sum('column');
    const cubes = turned
      .clone()
      .pow(3)
      .sub(turned.mmul(Matrix.diag(sums)).div(rows.rows));
    const parts = new SingularValueDecomposition(rows.transpose().mmul(cubes));
    rotation = parts.leftSingularVectors.mmul(parts.rightSingularVectors.transpose());
    before = reached;
    reached = parts.diagonal.reduce((sum, value) => sum + value, 0);
  }
  return unrotated.mmul(rotation);
}

/** What varimax makes as large as possible: the variance of the squared loadings, rows scaled to length 1. */
function simplicity(loadings: Matrix): number {
  const rows = loadings.to2DArray().map((row) => row.map((x) => (x / Math.hypot(...row)) ** 2));
  const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  return (rows[0] ?? [])
    .map((_, column) => rows.map((row) => row[column] ?? NaN))
    .reduce((sum, column) => sum + mean(column.map((x) => x * x)) - mean(column) ** 2, 0);
}
