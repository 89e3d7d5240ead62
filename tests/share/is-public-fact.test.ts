import { expect, test } from 'vitest';
import { isPublicFact } from '../../src/share/is-public-fact.ts';

test.each([
  ['daysBetweenOrders', 'days', 'ok', true],
  ['mainCategory', 'text', 'ok', true],
  ['mainCategoryShare', 'ratio', 'ok', true],
  ['customers', 'count', 'ok', false],
  ['averageOrderValue', 'money', 'ok', false],
  ['shareOfRevenue', 'ratio', 'ok', false],
  ['returnShare', 'ratio', 'suppressed', false],
  ['returnShare', 'ratio', 'stale', false],
] as const)('isPublicFact() of %s in %s that is %s: %s', (id, unit, status, isPublic) => {
  expect(isPublicFact({ id, unit, status })).toBe(isPublic);
});
