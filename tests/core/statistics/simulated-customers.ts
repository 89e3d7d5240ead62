import { chiSquareDeviate, normalDeviate } from '#core/segmentation/random-deviates.ts';
import type { Random } from '#core/segmentation/seeded-random.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';

/** How the customers of an invented shop buy: some much more often than others, and each in a way of their own. */
export interface CustomerKind {
  /** Orders of a customer beyond the first, on average; they follow a negative binomial distribution. */
  further: number;
  /** Share of all orders that have the habit in question: a gift, sent back, late. */
  share: number;
  /** How alike the orders of one customer are in that, from 0 to 1 (intra-class correlation). */
  alike: number;
  /** Spread of what an order is worth, and of what a customer's orders are worth, on the log scale. */
  spread?: { ofOrders: number; ofCustomers: number };
}

/** What one customer has of both sides of a ratio. */
export interface Pair {
  x: number;
  y: number;
}

/** Orders of one customer, those of them with the habit, and the money of both. */
export interface DrawnCustomer {
  orders: number;
  habit: number;
  paid: number;
  habitPaid: number;
  orderValues: { paid: number; habit: boolean }[];
}

/** Gamma distributed with that shape and a mean of 1; below a shape of 1 by Stuart's device. */
function gammaDeviate(random: Random, shape: number): number {
  if (shape >= 1) return chiSquareDeviate(random, 2 * shape) / (2 * shape);
  return (
    ((chiSquareDeviate(random, 2 * (shape + 1)) / 2) *
      Math.max(Number.MIN_VALUE, 1 - random()) ** (1 / shape)) /
    shape
  );
}

/** Beta distributed: each customer's own inclination. */
function inclination(random: Random, share: number, alike: number): number {
  if (alike <= 0 || share <= 0 || share >= 1) return share;
  const size = 1 / alike - 1;
  const yes = gammaDeviate(random, size * share) * share;
  const no = gammaDeviate(random, size * (1 - share)) * (1 - share);
  return yes + no > 0 ? yes / (yes + no) : Number(random() < share);
}

/** Poisson distributed, by Knuth's method in steps, so that it holds for large means. */
export function poissonDeviate(random: Random, mean: number): number {
  let left = mean;
  let count = 0;
  while (left > 0) {
    const step = Math.min(left, 30);
    left -= step;
    for (let product = random(); product > Math.exp(-step); product *= random()) count += 1;
  }
  return count;
}

/** One customer of that kind. */
export function drawnCustomer(random: Random, kind: CustomerKind): DrawnCustomer {
  const orders = 1 + poissonDeviate(random, kind.further * gammaDeviate(random, 0.8));
  const own = inclination(random, kind.share, kind.alike);
  const { ofOrders, ofCustomers } = kind.spread ?? { ofOrders: 0.7, ofCustomers: 0.5 };
  const level = 40 * Math.exp(ofCustomers * normalDeviate(random));
  const orderValues = Array.from({ length: orders }, () => ({
    paid: level * Math.exp(ofOrders * normalDeviate(random)),
    habit: random() < own,
  }));
  const withHabit = orderValues.filter(({ habit }) => habit);
  const sum = (values: readonly { paid: number }[]) =>
    values.reduce((total, { paid }) => total + paid, 0);
  return {
    orders,
    habit: withHabit.length,
    paid: sum(orderValues),
    habitPaid: sum(withHabit),
    orderValues,
  };
}

/** Of each customer a pair, added up as the engine adds them up. */
export function pairedSums(pairs: readonly Pair[]): PairedSums {
  const sums = { n: pairs.length, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 };
  for (const { x, y } of pairs) {
    sums.sumX += x;
    sums.sumY += y;
    sums.sumXX += x * x;
    sums.sumYY += y * y;
    sums.sumXY += x * y;
  }
  return sums;
}
