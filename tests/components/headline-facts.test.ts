import { expect, test } from 'vitest';
import { headlineFacts, toldFacts } from '#components/headline-facts.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact } from '../core/personas/build-fact.ts';

const old = (fact: Fact): Fact =>
  ({ ...fact, status: 'stale', reason: 'Last measured in June' }) as Fact;
const FACTS: Fact[] = [
  old(numberFact('customers', 120, 'count')),
  old(numberFact('averageOrderValue', 80, 'money')),
  {
    ...numberFact('yearlySpend', 0, 'money'),
    status: 'suppressed',
    value: null,
    reason: 'Few',
  } as Fact,
];
const idsOf = (facts: readonly Fact[]): string[] => facts.map(({ id }) => id);

test('toldFacts() keeps the figures of a Portrait that is out of date, and none that is withheld', () => {
  expect(idsOf(toldFacts(FACTS, ['yearlySpend', 'averageOrderValue', 'customers']))).toEqual([
    'averageOrderValue',
    'customers',
  ]);
});

test('headlineFacts() names the same of a Portrait that is out of date', () => {
  expect(idsOf(headlineFacts(FACTS))).toEqual(['customers', 'averageOrderValue']);
});
