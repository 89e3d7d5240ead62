import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';

/** Facts that are one sum over another, one pair a customer. */
export const RATIO_FACTS = [
  'ordersPerYear',
  'averageOrderValue',
  'yearlySpend',
  'itemsPerOrder',
  'unitPrice',
  'returnRate',
  'discountShare',
  'giftShare',
  'holidayShare',
  'weekendShare',
] as const;
export type RatioFact = (typeof RATIO_FACTS)[number];

/** A ratio of sums in the fact's own unit, and what its interval is computed from. */
export interface RatioTotals {
  numerator: number;
  denominator: number;
  sums: PairedSums;
  /** The fact's unit ÷ the unit of the sums. */
  scale: number;
}

/** What a group of customers adds up to; the engine counts, this module only divides. */
export interface PersonaTotals {
  customers: number;
  orders: number;
  items: number;
  /** What the products cost after discounts, before returns. */
  paid: number;
  repeatCustomers: number;
  /** Median days since the last order. */
  recencyDays: number;
  /** Median of the customers' mean days between purchase days; null when nobody came twice. */
  daysBetweenOrders: number | null;
  /** Different categories, summed over the customers that have any; and how many those are. */
  categories: number;
  categoryCustomers: number;
  ratios: Record<RatioFact, RatioTotals>;
}
