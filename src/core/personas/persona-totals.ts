import type { ValueCount } from '#core/statistics/median-interval.ts';
import type { FollowUp } from '#core/statistics/kaplan-meier-at.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';

/** Facts that are one sum over another, one pair a customer. */
export const RATIO_FACTS = [
  'ordersPerYear',
  'averageOrderValue',
  'yearlySpend',
  'itemsPerOrder',
  'unitPrice',
  'returnRate',
  'exchangeShare',
  'discountShare',
  'discountRate',
  'repeatDiscountShare',
  'giftShare',
  'springShare',
  'summerShare',
  'autumnShare',
  'holidayShare',
  'weekendShare',
  'categoriesBought',
] as const;
export type RatioFact = (typeof RATIO_FACTS)[number];

/** A ratio of sums in the fact's own unit, and what its interval is computed from. */
export interface RatioTotals {
  numerator: number;
  denominator: number;
  sums: PairedSums;
  /** The fact's unit ÷ the unit of the sums. */
  scale: number;
  /** People behind the denominator: those who sent something back, those with a known category. */
  people: number;
  /** People with something above the line: who sent something back. Null: the ratio is no share. */
  peopleIn: number | null;
  /** People with something below the line that is not above it: who kept something. Null: the ratio is no share. */
  peopleOut: number | null;
}

/** What a group of customers adds up to; the engine counts, this module only divides. */
export interface PersonaTotals {
  customers: number;
  orders: number;
  items: number;
  /** What the products cost after discounts, without tax and before returns. */
  paid: number;
  /** Squares of what each customer paid, in the same unit. */
  paidSquares: number;
  repeatCustomers: number;
  /** Customers whose first day with an order had a discount or a code, and one marked as a gift. */
  firstDiscountCustomers: number;
  firstGiftCustomers: number;
  /** Customers with an order marked as a gift after that day. */
  laterGiftCustomers: number;
  /** Customers who sent something back long enough ago, and those of them who ordered afterwards. */
  returners: number;
  returnersBack: number;
  ratios: Record<RatioFact, RatioTotals>;
  days: PersonaDays;
}

/** Customers by their number of days. */
export interface PersonaDays {
  /** Since the last order. */
  recency: ValueCount[];
  /** Average from one purchase day to the next, of those who came back. */
  gap: ValueCount[];
  /** From the first purchase day to the second. */
  second: ValueCount[];
  /** First-time buyers by how long they were watched: until the second purchase, or until now without one. */
  followUps: FollowUp[];
}
