import { expect, test } from 'vitest';
import { tellingAverages } from '#core/personas/telling-averages.ts';
import type { ColumnSums } from '#core/personas/table-facts.ts';

const yes = (n: number, of: number): ColumnSums => ({ n: of, sum: n, squares: n });
const boat = new Set(['Has a boat']);

function telling(measure: 'share' | 'mean', all: ColumnSums, ...told: ColumnSums[]): string[] {
  const personas = told.map((own) => ({ own: [own], told: boat }));
  // One more of which the column is not told.
  personas.push({ own: [yes(5, 50)], told: new Set() });
  return [
    ...tellingAverages({ columns: [{ label: 'Has a boat', measure }], all: [all], personas }, 10),
  ];
}

test('tellingAverages() names a column that the others and the average tell of the last', () => {
  expect(telling('share', yes(75, 250), yes(30, 100), yes(40, 100))).toEqual(['Has a boat']);
});

test('tellingAverages() leaves a column of which enough people are not told, or nobody', () => {
  expect(telling('share', yes(90, 250), yes(30, 100), yes(40, 100))).toEqual([]);
  expect(telling('share', yes(70, 200), yes(30, 100), yes(40, 100))).toEqual([]);
});

test('tellingAverages() counts people with a value where the column is a number', () => {
  expect(telling('mean', yes(75, 209), yes(30, 100), yes(40, 100))).toEqual(['Has a boat']);
  expect(telling('mean', yes(75, 250), yes(30, 100), yes(40, 100))).toEqual([]);
});
