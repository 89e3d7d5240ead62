import { expect, test } from 'vitest';
import { headlineFacts } from '#components/headline-facts.ts';
import { numberFact, suppressedFact } from '../core/personas/build-fact.ts';

const ids = (repeatShare: number): string[] =>
  headlineFacts([
    numberFact('customers', 100, 'count'),
    numberFact('ordersPerYear', 1, 'perYear'),
    numberFact('repeatShare', repeatShare),
    numberFact('averageOrderValue', 70, 'money'),
  ]).map(({ id }) => id);

test('headlineFacts() tells who came back in place of orders a year where most ordered once', () => {
  expect(ids(0.08)).toEqual(['customers', 'repeatShare', 'averageOrderValue']);
  expect(ids(0)).toContain('repeatShare');
  expect(ids(0.5)).toEqual(['customers', 'ordersPerYear', 'averageOrderValue']);
  const unknown = [
    numberFact('customers', 100, 'count'),
    suppressedFact('repeatShare'),
    numberFact('ordersPerYear', 1, 'perYear'),
  ];
  expect(headlineFacts(unknown).map(({ id }) => id)).toEqual(['customers', 'ordersPerYear']);
});
