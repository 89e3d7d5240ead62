import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hungarianAssignment } from '#core/segmentation/hungarian-assignment.ts';

/** Cheapest assignments by SciPy; see tests/fixtures/segmentation/README.md. */
const scipy = JSON.parse(
  readFileSync('tests/fixtures/segmentation/scipy-assignment.json', 'utf8'),
) as { cases: { costs: number[][]; pairs: number; total: number }[] };

function totalOf(
  costs: readonly (readonly number[])[],
  columns: readonly (number | null)[],
): number {
  return columns.reduce<number>(
    (sum, column, row) => sum + (column === null ? 0 : (costs[row]?.[column] ?? NaN)),
    0,
  );
}

/** The least sum by trying every assignment. */
function leastTotal(costs: readonly (readonly number[])[]): number {
  const columns = costs[0]?.length ?? 0;
  const leftOver = Math.max(0, costs.length - columns);
  const tryRow = (row: number, taken: readonly number[], left: number): number => {
    const own = costs[row];
    if (!own) return 0;
    const sums = own.map((cost, column) =>
      taken.includes(column) ? Infinity : cost + tryRow(row + 1, [...taken, column], left),
    );
    return Math.min(...sums, left > 0 ? tryRow(row + 1, taken, left - 1) : Infinity);
  };
  return tryRow(0, [], leftOver);
}

test.each(scipy.cases.map((one, index) => ({ ...one, index })))(
  'hungarianAssignment() costs as much as linear_sum_assignment of SciPy 1.10.1 (case $index)',
  ({ costs, pairs, total }) => {
    const columns = hungarianAssignment(costs);
    const taken = columns.filter((column) => column !== null);
    expect(taken).toHaveLength(pairs);
    expect(new Set(taken).size).toBe(pairs);
    expect(totalOf(costs, columns)).toBeCloseTo(total, 9);
  },
);

const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  );

test('hungarianAssignment() is as cheap as the cheapest of all assignments', () => {
  fc.assert(
    fc.property(matrices, (costs) => {
      const columns = hungarianAssignment(costs);
      const taken = columns.filter((column) => column !== null);
      expect(new Set(taken).size).toBe(Math.min(costs.length, costs[0]?.length ?? 0));
      expect(taken).toHaveLength(new Set(taken).size);
      expect(totalOf(costs, columns)).toBe(leastTotal(costs));
    }),
    { numRuns: 200 },
  );
});

test('hungarianAssignment() assigns nothing where there is nothing', () => {
  expect(hungarianAssignment([])).toEqual([]);
  expect(hungarianAssignment([[], []])).toEqual([null, null]);
});

test('hungarianAssignment() refuses what is no matrix of costs', () => {
  expect(() => hungarianAssignment([[1, 2], [1]])).toThrow('Expected rows of one length');
  expect(() => hungarianAssignment([[Number.NaN]])).toThrow('Expected finite costs');
});
