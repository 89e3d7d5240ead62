import { describe, expect, test } from 'vitest';
import { columnScale } from '#core/segmentation/column-scale.ts';
import { groupDropped } from '#core/segmentation/group-dropped.ts';
import { nameFactors } from '#core/segmentation/name-factors.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { screenColumns, type ScoredColumn } from '#core/segmentation/screen-columns.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { tableRefusal } from '#core/segmentation/table-sufficiency.ts';

const ROWS = 2_000;

/** Numbers with mean 0 and deviation 1, from a seed. */
function deviates(seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: ROWS }, () => normalDeviate(random));
}

describe('columnScale()', () => {
  const normal = deviates(1);

  test('leaves a symmetric column as it is, with negative numbers or without', () => {
    expect(columnScale(normal).transform).toBe('identity');
    expect(columnScale(normal.map((value) => 10 + value)).transform).toBe('identity');
  });

  test('takes logarithms of a long tail: of the number, and of 1 + number where there are zeros', () => {
    const tail = normal.map((value) => Math.exp(value));
    expect(columnScale(tail).transform).toBe('log');
    expect(columnScale(tail.map((value, row) => (row % 3 === 0 ? 0 : value))).transform).toBe(
      'log1p',
    );
  });

  test('never takes a logarithm of a column with negative numbers, however long its tail', () => {
    const tail = normal.map((value) => Math.exp(value) - 0.1);
    expect(columnScale(tail).skewness).toBeGreaterThan(1);
    expect(columnScale(tail).transform).toBe('identity');
  });

  test('holds monstrous values at the 99.5th percentile of all', () => {
    const monstrous = normal.map((value, row) => (row % 500 === 0 ? 1e9 : 10 + value));
    const { high, low, transform } = columnScale(monstrous);
    expect(transform).toBe('identity');
    expect(high).toBeLessThan(1.5);
    expect(low).toBeGreaterThan(0.6);
  });

  test('does not depend on the unit, nor on missing values', () => {
    const tail = normal.map((value) => Math.exp(value));
    const cents = columnScale(tail.flatMap((value) => [100 * value, null]));
    const euros = columnScale(tail);
    expect(cents.transform).toBe(euros.transform);
    expect(cents.high).toBeCloseTo(euros.high, 4);
    expect(cents.scale / euros.scale).toBeCloseTo(100, 3);
  });
});

describe('screenColumns()', () => {
  const column = (label: string, values: number[], fixed = false): ScoredColumn => ({
    label,
    scores: Float64Array.from(values),
    fixed,
  });
  /** One thing that each of these columns measures, with an error of its own. */
  const bundle = (name: string, seed: number, size: number, spread = 0.7): ScoredColumn[] => {
    const common = deviates(seed);
    return Array.from({ length: size }, (_, index) => {
      const own = deviates(seed * 100 + index);
      const length = Math.hypot(1, spread);
      return column(
        `${name}${String(index)}`,
        common.map((value, row) => (value + spread * (own[row] ?? 0)) / length),
      );
    });
  };
  const labels = (columns: readonly ScoredColumn[], kept: readonly number[]): string[] =>
    kept.map((index) => columns[index]?.label ?? '');

  test('leaves out the later of two columns that say the same, whichever way round', () => {
    const one = deviates(1);
    const columns = [
      column('metres', one),
      column('feet', one),
      column(
        'lack',
        one.map((value) => -value),
      ),
      column('other', deviates(2)),
    ];
    const { kept, dropped } = screenColumns(columns, 200);
    expect(labels(columns, kept)).toEqual(['metres', 'other']);
    expect(dropped).toEqual([
      { index: 1, reason: 'Nearly the same as "metres"' },
      { index: 2, reason: 'Nearly the same as "metres"' },
    ]);
  });

  test('never leaves out a feature of orders', () => {
    const one = deviates(1);
    const columns = [column('ofOrders', one, true), column('again', one, true), column('x', one)];
    expect(labels(columns, screenColumns(columns, 2).kept)).toEqual(['ofOrders', 'again']);
  });

  test('leaves out what goes together with nothing only where there are too many', () => {
    const columns = [...bundle('a', 3, 4), column('noise', deviates(9))];
    expect(screenColumns(columns, 5).dropped).toEqual([]);
    const { kept, dropped } = screenColumns(columns, 4);
    expect(labels(columns, kept)).toEqual(['a0', 'a1', 'a2', 'a3']);
    expect(dropped).toEqual([
      { index: 4, reason: 'Goes together with no other column: no factor can be made of it' },
    ]);
  });

  test('does not take it for kinship that levels of one column exclude each other', () => {
    const region = deviates(7).map((value) => (value < -0.5 ? 0 : value < 0.5 ? 1 : 2));
    const levels = [0, 1, 2].map((level) => ({
      ...column(
        `region ${String(level)}`,
        region.map((value) => (value === level ? 1 : 0)),
      ),
      levelOf: 'region',
    }));
    const columns = [...levels, ...bundle('a', 3, 4)];
    expect(labels(columns, screenColumns(columns, 4).kept)).toEqual(['a0', 'a1', 'a2', 'a3']);
  });

  test('takes no pair for a bundle: one factor needs three', () => {
    const columns = [...bundle('a', 3, 3), ...bundle('pair', 5, 2), column('noise', deviates(9))];
    expect(labels(columns, screenColumns(columns, 3).kept)).toEqual(['a0', 'a1', 'a2']);
    expect(screenColumns(columns.slice(3), 2).kept).toEqual([]);
  });

  test('takes from each bundle before a further one of a large bundle', () => {
    const columns = [...bundle('big', 3, 12, 0.4), ...bundle('small', 5, 3, 0.9)];
    const { kept, dropped } = screenColumns(columns, 6);
    const names = labels(columns, kept);
    expect(names).toHaveLength(6);
    expect(names.filter((name) => name.startsWith('small'))).toHaveLength(3);
    expect(dropped).toHaveLength(9);
    expect(dropped[0]?.reason).toBe(
      '6 columns that go together more strongly with others are enough',
    );
  });
});

describe('groupDropped()', () => {
  test('puts reasons of one kind together and keeps each feature with its own reason', () => {
    const dropped = [
      { feature: 'a', reason: 'All customers have the same value' },
      { feature: 'b', reason: 'Nearly the same as "x"' },
      { feature: 'c', reason: 'Nearly the same as "y 2"' },
    ];
    expect(groupDropped(dropped)).toEqual([
      {
        reason: 'Nearly the same as …',
        features: [
          { ...dropped[1], own: ['"x"'] },
          { ...dropped[2], own: ['"y 2"'] },
        ],
      },
      { reason: 'All customers have the same value', features: [{ ...dropped[0], own: [] }] },
    ]);
  });

  test('keeps what all of a kind say: limits stay, what was measured does not', () => {
    const dropped = ['98.5', '99.1'].map((share) => ({
      feature: share,
      reason: `${share} % have the same value; more than 2 % must differ`,
    }));
    expect(groupDropped(dropped)[0]?.reason).toBe(
      '… % have the same value; more than 2 % must differ',
    );
  });

  test('takes numbers below zero for numbers, and says of each only what is its own', () => {
    const dropped = ['0.01', '-0.03'].map((correlation) => ({
      feature: correlation,
      reason: `No habit (correlation ${correlation}; 0.10 is needed)`,
    }));
    expect(groupDropped(dropped)).toMatchObject([
      {
        reason: 'No habit (correlation …; 0.10 is needed)',
        features: [{ own: ['0.01'] }, { own: ['-0.03'] }],
      },
    ]);
  });

  test('of nothing left out are no groups', () => {
    expect(groupDropped([])).toEqual([]);
  });
});

test('nameFactors() leaves headers alone that are written in capitals', () => {
  const columns = ['FROZEN PIZZA', 'BEEF', 'Order value'].map((label) => ({ id: label, label }));
  expect(nameFactors(columns, [[0.9], [0.8], [0.1]])).toEqual(['FROZEN PIZZA and BEEF']);
  expect(nameFactors(columns, [[0.9], [-0.8], [0.1]])).toEqual(['FROZEN PIZZA and less BEEF']);
});

test('tableRefusal() wants as many customers as Portraits of orders want buyers', () => {
  expect(tableRefusal(500)).toBeNull();
  expect(tableRefusal(499)).toContain('499; expected at least 500');
});
