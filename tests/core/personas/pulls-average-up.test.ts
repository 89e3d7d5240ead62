import { expect, test } from 'vitest';
import { pullsAverageUp } from '#core/personas/pulls-average-up.ts';
import { rangedFact, suppressedFact, unsureFact } from './build-fact.ts';

/** Both shares known within a hundredth either way. */
function shares(customers: number, revenue: number) {
  return [
    rangedFact('shareOfCustomers', customers, [customers - 0.01, customers + 0.01]),
    rangedFact('shareOfRevenue', revenue, [revenue - 0.01, revenue + 0.01]),
  ];
}

test('pullsAverageUp() is of those without whom the average would be half', () => {
  const [customers, revenue] = shares(0.04, 0.62);
  expect(pullsAverageUp(shares(0.04, 0.62))).toEqual({ customers, revenue });
  // A tenth with a third of the money leaves 0.65 ÷ 0.9 = 0.72 of the average to the others.
  expect(pullsAverageUp(shares(0.1, 0.35))).toBeNull();
});

test('pullsAverageUp() says no more than both intervals allow', () => {
  // (1 − 0.55) ÷ (1 − 0.1) is half to the digit; chance could make it more.
  expect(pullsAverageUp(shares(0.1, 0.55))).toBeNull();
  expect(pullsAverageUp(shares(0.1, 0.58))).not.toBeNull();
});

test('pullsAverageUp() calls no majority unusual', () => {
  expect(pullsAverageUp(shares(0.6, 0.95))).toBeNull();
});

test('pullsAverageUp() says nothing of shares that are not told, or not surely', () => {
  const [customers, revenue] = shares(0.04, 0.62);
  if (!customers || !revenue) throw new RangeError('Expected two shares');
  expect(pullsAverageUp([customers, suppressedFact('shareOfRevenue')])).toBeNull();
  expect(pullsAverageUp([customers])).toBeNull();
  expect(pullsAverageUp([unsureFact('shareOfCustomers', 0.04), revenue])).toBeNull();
});
