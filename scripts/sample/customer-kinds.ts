import type { Category } from './product-ranges.ts';

export type Channel = 'web' | 'app' | 'pos' | 'phone';

/** Twelve weights, January first; only their proportions count. */
type Months = readonly number[];

/** When somebody buys. */
type Rhythm =
  /** Again and again, so many times a year; the larger the shape, the more regular. */
  | { is: 'recurring'; ordersPerYear: number; shape: number; months: Months }
  /** Before the birthdays of the family and before Christmas, each with the given probability. */
  | { is: 'occasions'; birthdays: number; christmasOrders: number; kept: number }
  /** Once before a Christmas; some come back for the next. */
  | { is: 'christmas'; returning: number };

/** How one kind of customer buys: what is planted, before individual differences. */
export interface CustomerKind {
  id: string;
  name: string;
  /** Share of all customers, 0–1. */
  share: number;
  rhythm: Rhythm;
  /** Probability that the first order stays the only one. */
  onlyOnce: number;
  /** Share of active customers who stop in a year. */
  leavingPerYear: number;
  /** Lines of an order, mean; at least one. */
  lines: number;
  /** Pieces of a line beyond the first, mean. */
  extraPieces: number;
  categories: Partial<Record<Category, number>>;
  /** How far an individual's categories stray from the kind's: 0 not at all. */
  looseness: number;
  /** Share of jeans that are of the premium brand. */
  premiumDenim: number;
  /** Position in a category's price range that is preferred, 0 cheapest – 1 dearest. */
  priceLevel: number;
  /** Share of orders with a voucher. */
  vouchers: number;
  /** Share of pieces sent back. */
  returns: number;
  /** Share of orders that are wrapped or carry a note. */
  gifts: number;
  channels: Partial<Record<Channel, number>>;
  /** Share of clothes and boots ordered in two sizes at once. */
  twoSizes: number;
  /** Share of orders placed as a guest. */
  guest: number;
}

const EVEN: Months = [0.9, 0.85, 0.95, 1, 1, 0.95, 0.9, 0.95, 1, 1.05, 1.25, 1.2];

export const CUSTOMER_KINDS: readonly CustomerKind[] = [
  {
    id: 'brand-enthusiast',
    name: 'Brand Enthusiast',
    share: 0.08,
    rhythm: { is: 'recurring', ordersPerYear: 12, shape: 7, months: EVEN },
    onlyOnce: 0.03,
    leavingPerYear: 0.2,
    lines: 1.1,
    extraPieces: 0.03,
    categories: { Jeans: 0.72, 'Shirts & Tees': 0.12, Knitwear: 0.08, Accessories: 0.08 },
    looseness: 0.12,
    premiumDenim: 0.95,
    priceLevel: 0.5,
    vouchers: 0.06,
    returns: 0.05,
    gifts: 0.02,
    channels: { web: 0.6, app: 0.35, pos: 0.05 },
    twoSizes: 0,
    guest: 0.03,
  },
  {
    id: 'power-shopper',
    name: 'Power Shopper',
    share: 0.1,
    rhythm: {
      is: 'recurring',
      ordersPerYear: 2.08,
      shape: 8,
      months: [0.3, 0.8, 2, 2.4, 0.9, 0.3, 0.3, 0.8, 2, 2.4, 0.9, 0.4],
    },
    onlyOnce: 0.06,
    leavingPerYear: 0.16,
    lines: 3.0,
    extraPieces: 0.03,
    categories: {
      Tailoring: 0.26,
      Knitwear: 0.2,
      'Shirts & Tees': 0.18,
      Accessories: 0.18,
      Boots: 0.18,
    },
    looseness: 0.2,
    premiumDenim: 0.5,
    priceLevel: 0.72,
    vouchers: 0.02,
    returns: 0.08,
    gifts: 0.03,
    channels: { web: 0.52, phone: 0.38, pos: 0.1 },
    twoSizes: 0,
    guest: 0.04,
  },
  {
    id: 'gift-giving-grandparent',
    name: 'Gift-giving Grandparent',
    share: 0.085,
    rhythm: { is: 'occasions', birthdays: 4, christmasOrders: 2, kept: 0.9 },
    onlyOnce: 0.04,
    leavingPerYear: 0.12,
    lines: 2.75,
    extraPieces: 0.08,
    categories: { 'Gifts & Home': 0.52, Kids: 0.4, Knitwear: 0.04, Accessories: 0.04 },
    looseness: 0.2,
    premiumDenim: 0.5,
    priceLevel: 0.5,
    vouchers: 0.06,
    returns: 0.03,
    gifts: 0.86,
    channels: { web: 0.62, phone: 0.34, pos: 0.04 },
    twoSizes: 0,
    guest: 0.1,
  },
  {
    id: 'voucher-saver',
    name: 'Voucher Saver',
    share: 0.19,
    rhythm: { is: 'recurring', ordersPerYear: 4.2, shape: 2, months: EVEN },
    onlyOnce: 0.14,
    leavingPerYear: 0.3,
    lines: 1.5,
    extraPieces: 0.12,
    categories: {
      'Shirts & Tees': 0.52,
      Accessories: 0.14,
      Jeans: 0.16,
      Knitwear: 0.1,
      'Gifts & Home': 0.08,
    },
    looseness: 0.35,
    premiumDenim: 0.08,
    priceLevel: 0.3,
    vouchers: 0.96,
    returns: 0.09,
    gifts: 0.02,
    channels: { web: 0.6, app: 0.38, pos: 0.02 },
    twoSizes: 0,
    guest: 0.1,
  },
  {
    id: 'fit-seeker',
    name: 'Fit Seeker',
    share: 0.11,
    rhythm: { is: 'recurring', ordersPerYear: 4.4, shape: 3, months: EVEN },
    onlyOnce: 0.08,
    leavingPerYear: 0.24,
    lines: 2.1,
    extraPieces: 0,
    categories: { Jackets: 0.32, Boots: 0.28, Jeans: 0.24, Tailoring: 0.16 },
    looseness: 0.25,
    premiumDenim: 0.3,
    priceLevel: 0.35,
    vouchers: 0.07,
    returns: 0.56,
    gifts: 0.01,
    channels: { web: 0.86, app: 0.12, pos: 0.02 },
    twoSizes: 0.62,
    guest: 0.04,
  },
  {
    id: 'christmas-visitor',
    name: 'Christmas Visitor',
    share: 0.25,
    rhythm: { is: 'christmas', returning: 0.1 },
    onlyOnce: 0,
    leavingPerYear: 0.5,
    lines: 1.3,
    extraPieces: 0.06,
    categories: { Accessories: 0.86, Knitwear: 0.1, 'Gifts & Home': 0.04 },
    looseness: 0.2,
    premiumDenim: 0.2,
    priceLevel: 0.7,
    vouchers: 0.08,
    returns: 0.06,
    gifts: 0.14,
    channels: { web: 0.93, app: 0.03, pos: 0.04 },
    twoSizes: 0,
    guest: 0.85,
  },
  {
    id: 'expedition-planner',
    name: 'Expedition Planner',
    share: 0.045,
    rhythm: {
      is: 'recurring',
      ordersPerYear: 1.7,
      shape: 4,
      months: [0.5, 1, 2, 2.6, 2.6, 1.6, 0.6, 0.4, 0.3, 0.2, 0.2, 0.2],
    },
    onlyOnce: 0.06,
    leavingPerYear: 0.2,
    lines: 1.9,
    extraPieces: 0.04,
    categories: { 'Packs & Camp': 0.56, Jackets: 0.26, Boots: 0.18 },
    looseness: 0.25,
    premiumDenim: 0.2,
    priceLevel: 0.8,
    vouchers: 0.04,
    returns: 0.05,
    gifts: 0.02,
    channels: { pos: 0.62, web: 0.38 },
    twoSizes: 0,
    guest: 0.05,
  },
  {
    id: 'family-restocker',
    name: 'Family Restocker',
    share: 0.14,
    rhythm: {
      is: 'recurring',
      ordersPerYear: 4.8,
      shape: 3,
      months: [0.9, 0.8, 1.2, 1.1, 0.9, 0.8, 1, 1.9, 1.4, 0.9, 1.1, 1],
    },
    onlyOnce: 0.07,
    leavingPerYear: 0.18,
    lines: 3.6,
    extraPieces: 0.75,
    categories: { Kids: 0.82, 'Shirts & Tees': 0.1, Accessories: 0.08 },
    looseness: 0.2,
    premiumDenim: 0.2,
    priceLevel: 0.45,
    vouchers: 0.2,
    returns: 0.09,
    gifts: 0.03,
    channels: { app: 0.74, web: 0.22, pos: 0.04 },
    twoSizes: 0,
    guest: 0.03,
  },
];
