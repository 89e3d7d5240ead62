import { expect, test } from 'vitest';
import { knownCustomers } from '#core/personas/known-customers.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact, suppressedFact } from './build-fact.ts';

test('knownCustomers() tells how many they were where the figures are out of date, and nothing that is withheld', () => {
  const counted = numberFact('customers', 214, 'count');
  const old: Fact = { ...counted, status: 'stale', value: 214, reason: 'Not found since June' };
  expect(knownCustomers({ facts: [counted] })).toBe(214);
  expect(knownCustomers({ facts: [old] })).toBe(214);
  expect(knownCustomers({ facts: [suppressedFact('customers')] })).toBeNull();
});
