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

test('suppressSmallCells() hides what is missed least, and the smallest of those', () => {
  const people = [[3], [12], [40], [20]];
  expect(suppressSmallCells(people, 10, { rest: [0] }).flat()).toEqual([true, true, false, false]);
  const loss = ([row]: readonly [number, number]) => (row === 1 ? 2.5 : 0);
  expect(suppressSmallCells(people, 10, { rest: [0], loss }).flat()).toEqual([
    ...[true, false, false, true],
  ]);
});

test('suppressSmallCells() guards a cell that several totals together would give away', () => {
  // The totals of columns 1 and 2 less those of rows 0 and 3 are the 8 of the last row.
  const people = [
    [56, 1, 30, 88, 15],
    [39, 113, 45, 9, 23],
    [3, 133, 99, 67, 23],
    [137, 6, 5, 12, 44],
    [26, 8, 80, 122, 21],
  ];
  expect(worksOut(people, suppressSmallCells(people, 10), [])).toEqual([]);
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

/** Rows and columns of 2 to 6 with every size of cell, people of whom nothing is told, and what readers would miss. */
const tables = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) => {
    const size = fc.oneof(fc.nat(12), fc.nat(200));
    const table = <T>(cell: fc.Arbitrary<T>) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      });
    const rest = fc.array(fc.constantFrom(0, 0, 40), { minLength: columns, maxLength: columns });
    return fc.record({ people: table(size), loss: table(fc.constantFrom(0, 0, 1.5, 4)), rest });
  });

test('suppressSmallCells() leaves no small cell to be worked out, whatever is missed least', () => {
  fc.assert(
    fc.property(tables, ({ people, loss, rest }) => {
      const hidden = suppressSmallCells(people, 10, {
        rest,
        loss: ([row, column]) => loss[row]?.[column] ?? 0,
      });
      expect(worksOut(people, hidden, rest)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('suppressSmallCells() leaves none to be worked out where totals are hidden as a row of their own', () => {
  fc.assert(
    fc.property(tables, ({ people, loss, rest }) => {
      const totals = rest.map((untold, c) =>
        people.reduce<number>((sum, row) => sum + (row[c] ?? 0), untold),
      );
      const table = [...people, totals];
      const hidden = suppressSmallCells(table, 10, {
        rest,
        // Totals are what is missed least, so that they are hidden often.
        loss: ([row, column]) => (loss[row]?.[column] ?? -1) + 1,
      });
      expect(worksOut(table, hidden, rest)).toEqual([]);
      // Told totals less what is told of the rows: one small group, if it is one.
      for (const [column, untold] of rest.entries()) {
        if (hidden.at(-1)?.[column] === true) continue;
        const concealed = people.reduce<number>(
          (sum, row, at) => sum + (hidden[at]?.[column] ? (row[column] ?? 0) : 0),
          untold,
        );
        expect(concealed === 0 || concealed >= 10).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

/**
 * Small cells that the totals of rows and columns tell: those whose value is the same in every solution. A slow oracle:
 * elimination over a prime field, in which a table that is determined over the rationals is determined, too.
 */
function worksOut(people: number[][], hidden: boolean[][], rest: number[]): number[] {
  const unknown = new Map<string, number>();
  const at = (name: string): number => {
    if (!unknown.has(name)) unknown.set(name, unknown.size);
    return unknown.get(name) ?? 0;
  };
  const columns = people[0]?.length ?? 0;
  const rowSums = people.map((row, r) =>
    row.flatMap((_, c) => (hidden[r]?.[c] ? [at(`${r},${c}`)] : [])),
  );
  const columnSums = Array.from({ length: columns }, (_, c) => [
    ...people.flatMap((_row, r) => (hidden[r]?.[c] ? [at(`${r},${c}`)] : [])),
    ...((rest[c] ?? 0) > 0 ? [at(`rest ${c}`)] : []),
  ]);
  const equations = [...rowSums, ...columnSums].map((members) =>
    Array.from({ length: unknown.size }, (_, index) => (members.includes(index) ? 1 : 0)),
  );
  const known = rankOf(equations);
  return people.flatMap((row, r) =>
    row.filter((count, c) => {
      if (count === 0 || count >= 10) return false;
      if (!hidden[r]?.[c]) return true;
      const alone = Array.from({ length: unknown.size }, (_, i) => (i === at(`${r},${c}`) ? 1 : 0));
      return rankOf([...equations, alone]) === known;
    }),
  );
}

const PRIME = 1_000_003;

function rankOf(matrix: readonly number[][]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    const [line = []] = rows.splice(pivot, 1);
    rows.splice(rank, 0, line);
    for (const row of rows.slice(rank + 1)) {
      const [own = 0, head = 0] = [row[column], line[column]];
      // head × row − own × line: no inverse is needed for a rank.
      for (const [index, value] of row.entries())
        row[index] = (((head * value - own * (line[index] ?? 0)) % PRIME) + PRIME) % PRIME;
    }
    rank += 1;
  }
  return rank;
}
