import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppressSmallCells } from '#core/personas/suppress-small-cells.ts';

test('suppressSmallCells() hides nothing when all cells are large or empty', () => {
  expect(suppressSmallCells([[10, 0, 99]], 10)).toEqual([[false, false, false]]);
});

test('suppressSmallCells() hides the next smallest cell of the row and of the column', () => {
  const hidden = suppressSmallCells(
    [
      [3, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ],
    10,
  );
  expect(hidden).toEqual([
    [true, true, false],
    [true, true, false],
    [false, false, false],
  ]);
});

test('suppressSmallCells() hides an empty cell where nothing else can guard the one beside it', () => {
  expect(
    suppressSmallCells(
      [
        [0, 5, 5],
        [0, 0, 10],
      ],
      10,
    ),
  ).toEqual([
    [false, true, true],
    [false, true, true],
  ]);
});

test('suppressSmallCells() hides enough together, first where the other line hides already', () => {
  const people = [
    [3, 40, 50],
    [4, 60, 30],
    [20, 70, 70],
  ];
  const [, , last] = suppressSmallCells(people, 10);
  expect(last).toEqual([true, true, false]);
});

test('suppressSmallCells() counts people of whom nothing is told with what is hidden', () => {
  // Four in no row: the total less both rows would tell them.
  expect(suppressSmallCells([[30], [40]], 10, { rest: [4] })).toEqual([[true], [false]]);
  expect(suppressSmallCells([[30], [40]], 10, { rest: [400] })).toEqual([[false], [false]]);
  expect(suppressSmallCells([[3], [40]], 10, { rest: [400] })).toEqual([[true], [false]]);
});

test('suppressSmallCells() works on a table without cells', () => {
  expect(suppressSmallCells([], 10)).toEqual([]);
});

test('suppressSmallCells() hides every small cell and never a single one of a line', () => {
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(tables, (people) => {
      const hidden = suppressSmallCells(people, 10);
      const columns = (people[0] ?? []).map((_, column) => ({
        counts: people.map((row) => row[column] ?? 0),
        flags: hidden.map((row) => row[column] ?? false),
      }));
      const rows = people.map((counts, row) => ({ counts, flags: hidden[row] ?? [] }));
      for (const { counts, flags } of [...rows, ...columns]) {
        counts.forEach((count, at) => {
          if (count > 0 && count < 10) expect(flags[at]).toBe(true);
        });
        expect(flags.filter(Boolean).length).not.toBe(1);
      }
    }),
  );
});
