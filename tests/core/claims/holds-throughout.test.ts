import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, Comparator } from '#core/claims/claim.ts';
import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { holdsThroughout } from '#core/claims/holds-throughout.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact, rangedFact, suppressedFact, unsureFact } from '../personas/build-fact.ts';

const ranged = (id: string, value: number, low: number, high: number): Fact =>
  rangedFact(id, value, [low, high]);
const holds = (claim: string, ...facts: Fact[]): boolean =>
  holdsThroughout(parseClaim(claim), facts);

test('holdsThroughout() needs both ends of the interval', () => {
  const monthly = ranged('ordersPerYear', 9.6, 9.2, 10);
  const nearly = ranged('ordersPerYear', 9.1, 8.7, 9.5);
  expect(holds('ordersPerYear >= 9', monthly)).toBe(true);
  expect(holds('ordersPerYear >= 9', nearly)).toBe(false);
  expect(holds('not ordersPerYear < 9', nearly)).toBe(false);
  expect(holds('ordersPerYear < 9 or ordersPerYear >= 8', nearly)).toBe(true);
});

test('holdsThroughout() takes a count at its value', () => {
  expect(holds('customers >= 100', numberFact('customers', 101, 'count'))).toBe(true);
  expect(holds('customers >= 102', numberFact('customers', 101, 'count'))).toBe(false);
});

test('holdsThroughout() says nothing by an estimate whose interval is withheld but that there is any', () => {
  const few = unsureFact('averageOrderValue', 900, 'money');
  expect(holds('averageOrderValue >= 100', few)).toBe(false);
  expect(holds('not averageOrderValue >= 100', few)).toBe(false);
  expect(holds('averageOrderValue > 0', few)).toBe(true);
});

test('holdsThroughout() asks of the value whether there is any at all', () => {
  const none = ranged('returnRate', 0, 0, 0.04);
  expect(holds('returnRate == 0', none)).toBe(true);
  expect(holds('returnRate > 0', ranged('returnRate', 0.01, 0, 0.04))).toBe(true);
});

test('holdsThroughout() asks of the value whether it is all', () => {
  expect(holds('repeatShare == 1', ranged('repeatShare', 1, 0.95, 1))).toBe(true);
  expect(holds('repeatShare == 1', ranged('repeatShare', 0.99, 0.94, 1))).toBe(false);
  expect(holds('itemsPerOrder == 1', rangedFact('itemsPerOrder', 1, [1, 1.2], 'items'))).toBe(
    false,
  );
});

test('holdsThroughout() takes the verdict on a change, which has asked the intervals', () => {
  const change = numberFact('change', -0.1, 'points');
  const sure = [ranged('current', 0.2, 0.18, 0.22), ranged('yearAgo', 0.3, 0.28, 0.32), change];
  expect(holds('change is lower', ...sure)).toBe(true);
  const unsure = [ranged('current', 0.2, 0.1, 0.3), ranged('yearAgo', 0.3, 0.2, 0.4), change];
  expect(holds('change is lower', ...unsure)).toBe(false);
});

test('holdsThroughout() supports nothing by what cannot be seen', () => {
  expect(holds('not returnRate > 0.2', suppressedFact('returnRate'))).toBe(false);
  expect(holds('giftShare >= 0.1')).toBe(false);
});

const comparator = fc.constantFrom<Comparator>('<', '<=', '>', '>=', '==');
const { claim } = fc.letrec<{ claim: Claim }>((tie) => ({
  claim: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constant('comparison' as const),
      fact: fc.constantFrom('a', 'b'),
      comparator,
      number: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({ kind: fc.constant('not' as const), claim: tie('claim') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('claim'),
      right: tie('claim'),
    }),
  ),
}));
const range = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 20 }),
  )
  .map((halves) => halves.map((half) => half / 2).toSorted((a, b) => a - b));

test('holdsThroughout() never says what a value inside the intervals denies', () => {
  fc.assert(
    fc.property(claim, range, range, (said, a, b) => {
      const fact = (id: string, [low = 0, value = 0, high = 0]: number[]): Fact =>
        rangedFact(id, value, [low, high], 'money');
      if (!holdsThroughout(said, [fact('a', a), fact('b', b)])) return;
      const inside = ([low = 0, , high = 0]: number[]): number[] =>
        Array.from({ length: (high - low) * 2 + 1 }, (_, step) => low + step / 2);
      for (const one of inside(a)) {
        for (const other of inside(b)) {
          const facts = [numberFact('a', one), numberFact('b', other)];
          expect(evaluateClaim(said, facts).holds).toBe(true);
        }
      }
    }),
  );
});
