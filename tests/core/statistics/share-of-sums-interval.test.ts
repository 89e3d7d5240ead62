import { expect, test } from 'vitest';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { shareOfSumsInterval } from '#core/statistics/share-of-sums-interval.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';

/** Sums of orders of 1, `returned` of them sent back. */
function equalOrders(n: number, returned: number): PairedSums {
  return { n, sumX: n, sumY: returned, sumXX: n, sumYY: returned, sumXY: returned };
}

/** Sums of orders with long-tailed values, each returned whole by chance. */
function drawnOrders(n: number, share: number, random: () => number): PairedSums {
  const sums = { n, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 };
  for (let order = 0; order < n; order += 1) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const x = Math.exp(0.7 * normal);
    const y = random() < share ? x : 0;
    sums.sumX += x;
    sums.sumY += y;
    sums.sumXX += x * x;
    sums.sumYY += y * y;
    sums.sumXY += x * y;
  }
  return sums;
}

test.each([
  [60, 12],
  [400, 3],
  [40, 0],
  [40, 40],
])('shareOfSumsInterval() of %i equal orders, %i of them returned, is Wilson’s', (n, returned) => {
  const interval = shareOfSumsInterval(equalOrders(n, returned));
  const wilson = wilsonInterval(returned, n);
  expect(interval?.low).toBeCloseTo(wilson.low, 9);
  expect(interval?.high).toBeCloseTo(wilson.high, 9);
});

test('shareOfSumsInterval() holds the true share 95 times in 100', () => {
  const random = seededRandom(7);
  const TIMES = 2000;
  const drawn = Array.from({ length: TIMES }, () => drawnOrders(450, 0.23, random));
  const held = drawn.filter((sums) => {
    const interval = shareOfSumsInterval(sums);
    return interval !== null && interval.low <= 0.23 && interval.high >= 0.23;
  });
  // By chance alone 95 % of 2,000 lies within one point.
  expect(Math.abs(held.length / TIMES - 0.95)).toBeLessThan(0.015);
});

test('shareOfSumsInterval() knows a rare share as well as its ratio to the same of others', () => {
  // 250 people with 30 pieces each; one piece in 300 came back, each from somebody else.
  const rare = { n: 250, sumX: 7500, sumY: 25, sumXX: 225_000, sumYY: 25, sumXY: 750 };
  const { low, high } = shareOfSumsInterval(rare) ?? { low: 0, high: 1 };
  // As many as if each piece were by itself, Poisson's: 16 to 37.
  expect(low * 7500).toBeGreaterThan(15);
  expect(high * 7500).toBeLessThan(39);
});

test('shareOfSumsInterval() of a few people with the habit is no narrower than of as many people', () => {
  const few = { n: 250, sumX: 7500, sumY: 25, sumXX: 225_000, sumYY: 225, sumXY: 750 };
  const wilson = wilsonInterval(250 / 300, 250);
  expect(shareOfSumsInterval(few)?.high).toBeCloseTo(wilson.high, 9);
});

test('shareOfSumsInterval() gives none for free orders and for what is no share', () => {
  expect(shareOfSumsInterval({ ...equalOrders(60, 5), sumX: 0 })).toBeNull();
  expect(shareOfSumsInterval({ ...equalOrders(60, 5), sumY: -1 })).toBeNull();
  expect(shareOfSumsInterval({ ...equalOrders(60, 5), sumY: 61 })).toBeNull();
});
