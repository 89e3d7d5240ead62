import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liftToWhole } from '#core/statistics/lift-to-whole.ts';
import { newcombeInterval, type Proportion } from '#core/statistics/newcombe-interval.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';

/** Two groups that make a whole in which somebody gave the answer. */
const groups = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 4000 }))
  .chain(([n, others]) =>
    fc.tuple(
      fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }),
      fc.record({ successes: fc.integer({ min: 0, max: others }), n: fc.constant(others) }),
    ),
  )
  .filter(([part, others]) => part.successes + others.successes > 0);

const wholeOf = (part: Proportion, others: Proportion): Proportion => ({
  successes: part.successes + others.successes,
  n: part.n + others.n,
});

test('liftToWhole() divides the share of the part by the share of all', () => {
  expect(liftToWhole({ successes: 30, n: 60 }, { successes: 100, n: 1000 })?.times).toBe(5);
});

test('liftToWhole() is null where there is nothing to compare with', () => {
  expect(liftToWhole({ successes: 0, n: 0 }, { successes: 3, n: 10 })).toBeNull();
  expect(liftToWhole({ successes: 3, n: 10 }, { successes: 3, n: 10 })).toBeNull();
  expect(liftToWhole({ successes: 0, n: 10 }, { successes: 0, n: 40 })).toBeNull();
});

describe('liftToWhole() gives an interval', () => {
  test('that holds the lift and stays within what is possible', () => {
    fc.assert(
      fc.property(groups, ([part, others]) => {
        const whole = wholeOf(part, others);
        const lift = liftToWhole(part, whole);
        if (lift === null) throw new Error('Expected a lift');
        expect(lift.interval.low).toBeLessThanOrEqual(lift.times + 1e-9);
        expect(lift.interval.high).toBeGreaterThanOrEqual(lift.times - 1e-9);
        expect(lift.interval.low).toBeGreaterThanOrEqual(0);
        expect(lift.interval.high).toBeLessThanOrEqual(whole.n / part.n + 1e-9);
      }),
    );
  });

  test('that excludes 1 exactly where the difference from the others excludes 0', () => {
    fc.assert(
      fc.property(groups, ([part, others]) => {
        const lift = liftToWhole(part, wholeOf(part, others));
        const difference = newcombeInterval(part, others);
        // Where one touches its limit, rounding decides.
        fc.pre(Math.abs(difference.low) > 1e-9 && Math.abs(difference.high) > 1e-9);
        expect((lift?.interval.low ?? 0) > 1).toBe(difference.low > 0);
        expect((lift?.interval.high ?? 0) < 1).toBe(difference.high < 0);
      }),
    );
  });

  test('whose limits to the others are where p1 − R p2 stops excluding 0, found by halving', () => {
    fc.assert(
      fc.property(groups, ([part, others]) => {
        fc.pre(part.successes > 0 && others.successes > 0);
        const [p1, p2] = [part.successes / part.n, others.successes / others.n];
        const [one, other] = [
          wilsonInterval(part.successes, part.n),
          wilsonInterval(others.successes, others.n),
        ];
        const low = (ratio: number): number =>
          p1 - ratio * p2 - Math.hypot(p1 - one.low, ratio * (other.high - p2));
        let [from, to] = [0, p1 / p2];
        for (let step = 0; step < 100; step += 1) {
          const middle = (from + to) / 2;
          if (low(middle) > 0) from = middle;
          else to = middle;
        }
        const weight = part.n / (part.n + others.n);
        const expected = from / (weight * from + 1 - weight);
        expect(liftToWhole(part, wholeOf(part, others))?.interval.low).toBeCloseTo(expected, 8);
      }),
    );
  });

  test('that holds also where nobody or nobody else gave the answer', () => {
    const none = liftToWhole({ successes: 0, n: 80 }, { successes: 300, n: 1000 });
    expect(none?.interval.low).toBe(0);
    expect(none?.interval.high).toBeLessThan(0.2);
    const only = liftToWhole({ successes: 40, n: 80 }, { successes: 40, n: 1000 });
    expect(only?.interval.low).toBeGreaterThan(9);
    expect(only?.interval.high).toBe(12.5);
  });
});
