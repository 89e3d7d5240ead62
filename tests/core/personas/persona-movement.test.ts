import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personaMovement, type MovedCustomers } from '#core/personas/persona-movement.ts';

const FLOOR = 10;

function totalsOf(moved: readonly MovedCustomers[], ids: readonly string[]) {
  return Object.fromEntries(
    personaMovement(moved, ids, FLOOR).totals.map(({ id, ...totals }) => [id, totals]),
  );
}

test('personaMovement() counts who came, who went and who is new', () => {
  const moved = [
    { from: 'a', to: 'a', customers: 100 },
    { from: 'a', to: 'b', customers: 20 },
    { from: 'b', to: 'b', customers: 90 },
    { from: 'b', to: 'a', customers: 15 },
    { from: null, to: 'a', customers: 30 },
    { from: null, to: 'b', customers: 12 },
  ];
  expect(totalsOf(moved, ['a', 'b'])).toEqual({
    a: { movedIn: 15, movedOut: 20, newcomers: 30 },
    b: { movedIn: 20, movedOut: 15, newcomers: 12 },
  });
  expect(personaMovement(moved, ['a', 'b'], FLOOR).cells).toContainEqual({
    from: null,
    to: 'b',
    customers: 12,
  });
});

test('personaMovement() hides small numbers, and what would give them away', () => {
  const moved = [
    { from: 'a', to: 'a', customers: 100 },
    { from: 'a', to: 'b', customers: 4 },
    { from: 'b', to: 'b', customers: 90 },
    { from: 'b', to: 'a', customers: 25 },
  ];
  const { a, b } = totalsOf(moved, ['a', 'b']);
  // All who came are all who went: with one of the two, the other could be taken off.
  expect([a?.movedIn, a?.movedOut, b?.movedIn, b?.movedOut]).toEqual([null, null, null, null]);
});

test('personaMovement() says nothing of a Portrait whose size is hidden', () => {
  const moved = [
    { from: 'a', to: 'a', customers: 5 },
    { from: 'b', to: 'b', customers: 50 },
    { from: 'c', to: 'c', customers: 500 },
  ];
  const { cells, totals } = personaMovement(moved, ['a', 'b', 'c'], FLOOR);
  expect(cells.map(({ customers }) => customers)).toEqual([null, null, 500]);
  expect(totals.filter(({ movedIn }) => movedIn === null).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('personaMovement() leaves no line of the table with one hidden number', () => {
  const ids = ['a', 'b', 'c'];
  const pairs = [null, ...ids].flatMap((from) => ids.map((to) => ({ from, to })));
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 }),
      (counts) => {
        const moved = pairs.map((pair, at) => ({ ...pair, customers: counts[at] ?? 0 }));
        const { cells, totals } = personaMovement(moved, ids, FLOOR);
        for (const { from, to, customers } of cells) {
          const real = moved.find((one) => one.from === from && one.to === to)?.customers ?? 0;
          if (customers === null) continue;
          expect(customers).toBe(real);
          expect(customers).toBeGreaterThanOrEqual(FLOOR);
        }
        for (const { id, movedIn, movedOut } of totals) {
          const across = cells.filter(({ from, to }) => from !== null && from !== to);
          const column = across.filter(({ to }) => to === id);
          const row = across.filter(({ from }) => from === id);
          // With its total published, a single hidden number could be taken off.
          if (movedIn !== null) expect(hiddenIn(column)).not.toBe(1);
          else expect(column.length === 0 || hiddenIn(column) > 0).toBe(true);
          if (movedOut !== null) expect(hiddenIn(row)).not.toBe(1);
          else expect(row.length === 0 || hiddenIn(row) > 0).toBe(true);
        }
      },
    ),
  );
});

function hiddenIn(cells: readonly { customers: number | null }[]): number {
  return cells.filter(({ customers }) => customers === null).length;
}
