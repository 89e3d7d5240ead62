import { expect, test } from 'vitest';
import { comparable, comparedPairs } from '../../src/components/compared-pairs.ts';
import type { PersonaEntry } from '../../src/data/personas.ts';
import { numberFact, suppressedFact } from '../core/personas/build-fact.ts';

const measured = (id: string): Pick<PersonaEntry, 'id' | 'figures'> => ({
  id,
  figures: { facts: [numberFact('ordersPerYear', 2)] } as PersonaEntry['figures'],
});
const crowd = (size: number) => Array.from({ length: size }, (_, index) => measured(`p${index}`));

test('comparedPairs() has every pair from either side', () => {
  expect(comparedPairs(crowd(3))).toHaveLength(6);
  expect(comparedPairs(crowd(12))).toHaveLength(132);
});

test('comparedPairs() keeps the number of pages within bounds', () => {
  expect(comparedPairs(crowd(13))).toHaveLength(78);
  expect(comparedPairs(crowd(100))).toHaveLength(276);
});

test('comparedPairs() leaves out Portraits of which nothing is measured', () => {
  const hidden = {
    id: 'hidden',
    figures: { facts: [suppressedFact('ordersPerYear')] } as PersonaEntry['figures'],
  };
  expect(comparedPairs([measured('a'), hidden, { id: 'told', figures: null }])).toEqual([]);
});

test('comparable() leads to the one page of a pair from both of its Portraits', () => {
  const personas = crowd(13);
  expect(comparable(personas, 'p4').find(({ other }) => other.id === 'p1')?.path).toBe(
    '/personas/compare/p1/p4/',
  );
  expect(comparable(personas, 'p1').find(({ other }) => other.id === 'p4')?.path).toBe(
    '/personas/compare/p1/p4/',
  );
  expect(comparable(crowd(3), 'p2').map(({ path }) => path)).toEqual([
    '/personas/compare/p2/p0/',
    '/personas/compare/p2/p1/',
  ]);
});
