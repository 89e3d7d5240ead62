import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apartFact } from '#core/personas/apart-fact.ts';
import { compareFacts } from '#core/personas/compare-facts.ts';
import { FactSchema, type Fact } from '#core/schemas/fact.ts';
import { numberFact, rangedFact, unsureFact } from './build-fact.ts';

function apart(own: Fact, other: Fact): Fact | null | undefined {
  return compareFacts([own], [other]).map((one) => apartFact(one))[0];
}

test('apartFact() says how many times the larger is of the smaller, and how sure that is', () => {
  const found = apart(rangedFact('orders', 2, [1.8, 2.2]), rangedFact('orders', 6, [5.4, 6.6]));
  expect(found).toMatchObject({ value: 3, unit: 'times', status: 'ok' });
  // Both within a tenth: e to the power of the root of 0.1² + 0.1².
  expect(found && 'interval' in found ? found.interval?.high : null).toBeCloseTo(
    3 * Math.exp(Math.SQRT2 / 10),
    9,
  );
});

test('apartFact() gives no interval where one of the two has none', () => {
  expect(apart(unsureFact('orders', 2), unsureFact('orders', 3))).not.toHaveProperty('interval');
});

test('apartFact() says nothing of a figure of zero', () => {
  expect(apart(numberFact('orders', 0), numberFact('orders', 3))).toBeNull();
});

test('apartFact() is the same whoever stands on the left, and a whole fact', () => {
  const value = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, two) => {
      const [own, other] = [numberFact('orders', one), numberFact('orders', two)];
      const [left, right] = [apart(own, other), apart(other, own)];
      expect(FactSchema.safeParse(left).success).toBe(true);
      expect(left?.value).toBeCloseTo(Number(right?.value), 6);
    }),
  );
});
