import { describe, expect, test } from 'vitest';
import {
  isOfTable,
  tableEssence,
  tableFacts,
  tableName,
  type ColumnSums,
  type DescribedColumn,
} from '#core/personas/table-facts.ts';

const PASSPORT = {
  period: { from: '2026-01-01', to: '2026-01-31' },
  asOf: '2026-01-31',
  sources: ['customer-table'],
};
const share = (label: string): DescribedColumn => ({ label, measure: 'share' });
const mean = (label: string): DescribedColumn => ({ label, measure: 'mean' });
const yes = (n: number, of: number): ColumnSums => ({ n: of, sum: n, squares: n });
/** Sums of `n` numbers, half of them one below and half one above the mean. */
const around = (average: number, n: number): ColumnSums => ({
  n,
  sum: n * average,
  squares: n * (average ** 2 + 1),
});

function facts(columns: DescribedColumn[], own: ColumnSums[], all: ColumnSums[]) {
  return tableFacts({ columns, own, all, floor: 10, passport: PASSPORT });
}

describe('tableFacts()', () => {
  test('tells only of columns in which the Portrait clearly differs, the largest difference first', () => {
    const found = facts(
      [share('Likes cooking'), mean('Visits'), mean('Hours')],
      [yes(80, 100), around(9, 100), around(5.05, 100)],
      [yes(500, 1_000), around(5, 1_000), around(5, 1_000)],
    );
    expect(found.facts.map(({ label, value, unit, n }) => ({ label, value, unit, n }))).toEqual([
      { label: 'Visits', value: 9, unit: 'count', n: 100 },
      { label: 'Likes cooking', value: 0.8, unit: 'ratio', n: 100 },
    ]);
    expect(found.distinguishing).toEqual([
      { fact: 'columnVisits', timesAverage: 1.8 },
      { fact: 'columnLikesCooking', timesAverage: 1.6 },
    ]);
  });

  test('tells the average of all customers beside each column, unless it gives a few others away', () => {
    const found = facts(
      [share('Likes cooking'), mean('Visits'), share('Has a boat')],
      [yes(80, 100), around(9, 100), yes(60, 100)],
      [yes(500, 1_000), around(5, 900), yes(69, 1_000)],
    );
    expect(found.facts.map(({ id }) => id)).toContain('columnHasABoat');
    expect(found.averages).toEqual([
      { fact: 'columnVisits', average: 5, n: 900 },
      { fact: 'columnLikesCooking', average: 0.5, n: 1_000 },
    ]);
  });

  test('tells no level of a category that would give away how few have another', () => {
    const level = (label: string): DescribedColumn => ({ ...share(label), levelOf: 'Tier' });
    const columns = [level('Tier: Gold'), level('Tier: Silver'), level('Tier: Bronze')];
    const labels = (own: ColumnSums[]) =>
      facts(columns, own, [yes(200, 1_000), yes(400, 1_000), yes(400, 1_000)]).facts.map(
        ({ label }) => label,
      );
    expect(labels([yes(100, 100), yes(0, 100), yes(0, 100)])).toEqual([
      'Tier: Gold',
      'Tier: Bronze',
      'Tier: Silver',
    ]);
    // Four have silver: with gold and bronze told, everybody could subtract them.
    expect(labels([yes(66, 100), yes(4, 100), yes(30, 100)])).toEqual(['Tier: Gold']);
    // Three have a level that is no column.
    expect(labels([yes(67, 100), yes(14, 100), yes(16, 100)])).toEqual([
      'Tier: Gold',
      'Tier: Bronze',
    ]);
  });

  test('says nothing that chance would find among so many columns', () => {
    const own = [yes(62, 100)];
    const all = [yes(5_000, 10_000)];
    expect(facts([share('Likes cooking')], own, all).facts).toHaveLength(1);
    const columns = Array.from({ length: 200 }, (_, at) => share(`Column ${at + 1}`));
    const alike = columns.map(() => yes(50, 100));
    const others = columns.map(() => yes(5_000, 10_000));
    const found = facts(
      [share('Likes cooking'), ...columns],
      [...own, ...alike],
      [...all, ...others],
    );
    expect(found).toEqual({ facts: [], distinguishing: [], averages: [] });
  });

  test.each([
    ['too few have a value', yes(9, 9)],
    ['fewer than the floor said yes', yes(9, 100)],
    ['fewer than the floor said no', yes(91, 100)],
  ])('says nothing where %s', (_, own) => {
    expect(facts([share('Likes cooking')], [own], [yes(500, 1_000)]).facts).toEqual([]);
  });

  test('says that nobody did it: that gives nobody away', () => {
    expect(facts([share('Likes cooking')], [yes(0, 100)], [yes(500, 1_000)]).facts[0]?.value).toBe(
      0,
    );
  });

  test('gives headers that fold to the same an address each', () => {
    const sums = [around(9, 100), around(9, 100)];
    const found = facts([mean('Größe (m)'), mean('Größe m')], sums, [
      around(5, 1_000),
      around(5, 1_000),
    ]);
    const ids = found.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^column[A-Za-z0-9]+$/);
  });
});

test('isOfTable() tells a Portrait without orders from one with them', () => {
  const { facts: found } = facts([mean('Visits')], [around(9, 100)], [around(5, 1_000)]);
  expect(isOfTable({ origin: 'segmentation', facts: found })).toBe(true);
  expect(isOfTable({ origin: 'persona-statistics', facts: found })).toBe(false);
  const [first] = found;
  if (!first) throw new Error('expected a fact');
  const ofOrders = [...found, { ...first, id: 'ordersPerYear' }];
  expect(isOfTable({ origin: 'segmentation', facts: ofOrders })).toBe(false);
});

test('tableEssence() names what is above and what is below average, as long as it fits a line', () => {
  const found = facts(
    [mean('Visits'), share('Likes cooking')],
    [around(9, 100), yes(20, 100)],
    [around(5, 1_000), yes(500, 1_000)],
  );
  expect(tableEssence(found)).toBe('Above average in Visits; below in Likes cooking');
  const long = facts(
    Array.from({ length: 6 }, (_, index) => mean(`${'a long header '.repeat(4)}${String(index)}`)),
    Array.from({ length: 6 }, () => around(9, 100)),
    Array.from({ length: 6 }, () => around(5, 1_000)),
  );
  expect(tableEssence(long).length).toBeLessThanOrEqual(150);
});

test('tableName() says what sets a Portrait apart behind its name, cut to a line', () => {
  const named = (own: number, header = 'Visits'): string =>
    tableName('Group 2', facts([mean(header)], [around(own, 100)], [around(5, 1_000)]));
  expect(named(9)).toBe('Group 2: Visits');
  expect(named(2)).toBe('Group 2: less Visits');
  expect(named(9, 'a long header '.repeat(5))).toBe(
    'Group 2: a long header a long header a long h…',
  );
});
