import { z } from 'zod';
import { DaySchema, PeriodSchema, machineFileShape } from './identifiers.ts';

/** Why rows of a file were left out or stand apart. Never holds a cell's text from a personal column. */
const RowReasonSchema = z.strictObject({
  /** area/problem, for example `row/bad-number`. */
  code: z.string(),
  reason: z.string(),
  rows: z.int().nonnegative(),
  /** Where the first one stands: "line 14, column "total"". */
  example: z.string().optional(),
});
export type RowReason = z.output<typeof RowReasonSchema>;

/** The row account of one file: rows in = used + ignored + rejected. */
const FileReportSchema = z.strictObject({
  /** Relative to the exports folder. */
  path: z.string(),
  /** Null for a file that no adapter knows: listed, not read. */
  adapter: z.string().nullable(),
  rows: z.strictObject({
    in: z.int().nonnegative(),
    used: z.int().nonnegative(),
    ignored: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
  }),
  reasons: z.array(RowReasonSchema),
  /** First and last day of its rows; null for a table without days, absent in files of earlier versions. */
  period: PeriodSchema.nullable().optional(),
  /** Size, unpacked where it lay in a zip file; absent in files of earlier versions. */
  bytes: z.int().nonnegative().optional(),
});
export type FileReport = z.output<typeof FileReportSchema>;

const TotalsSchema = z.strictObject({
  /** All order numbers, cancelled ones included. */
  orders: z.int(),
  cancelledOrders: z.int(),
  orderLines: z.int(),
  /** Lines of an identified customer, no cancellation, quantity and price above zero. */
  validLines: z.int(),
  /** All identified, also those with cancellations only. */
  customers: z.int(),
  /** Of them, who has bought: the customers of KPIs and Portraits. Content of before does not say it. */
  buyers: z.int().optional(),
  /** Customers with purchases on more than one day. */
  repeatCustomers: z.int(),
  /** Value of the valid lines as the exports state it: before discounts and returns, with the tax where prices hold it. */
  revenue: z.number(),
  currency: z.string(),
});
export type Totals = z.output<typeof TotalsSchema>;

/** Whether the orders of one source come to the totals that their export states. Money is in the portal's currency. */
const OrderArithmeticSchema = z.strictObject({
  /** Platform, or name of the config's source. */
  source: z.string(),
  orders: z.int().nonnegative(),
  /** Orders that state a total and what it should be made of. */
  checked: z.int().nonnegative(),
  /** Lines − discounts + shipping + fees + tax = total, within half a cent for each line. */
  addUp: z.int().nonnegative(),
  /** Orders whose tax is known: stated, or by the config (`taxInPrices`); null in files of earlier versions. */
  taxKnown: z.int().nonnegative().nullable().default(null),
  /** Of those that add up: prices that hold the tax already. */
  taxInside: z.int().nonnegative(),
  /** Of those that add up: tax that comes on top of the prices. */
  taxOnTop: z.int().nonnegative(),
  /** Checked orders that do not add up. */
  differ: z.int().nonnegative(),
  /** Sum of how far these are from their totals, each without its sign. */
  differenceSum: z.number(),
  /** The largest of these differences, without its sign. */
  largestDifference: z.number(),
  currency: z.string(),
});
export type OrderArithmetic = z.output<typeof OrderArithmeticSchema>;

/** By what the buyers of all orders are known. Orders of nobody count in totals and KPIs and in no Portrait. */
const IdentitySummarySchema = z.strictObject({
  orders: z.int().nonnegative(),
  /** Orders whose buyer is known by an e-mail address. */
  byEmail: z.int().nonnegative(),
  /** By a phone number, where there is no e-mail. */
  byPhone: z.int().nonnegative(),
  /** Only by the platform's own customer id. */
  byId: z.int().nonnegative(),
  /** Orders without anything that tells who bought. */
  nobody: z.int().nonnegative(),
  sources: z.array(
    z.strictObject({
      /** Platform, or name of the config's source. */
      source: z.string(),
      orders: z.int().nonnegative(),
      nobody: z.int().nonnegative(),
      /** 0–1. */
      nobodyShareOfOrders: z.number(),
      /** 0–1, of what orders brought after discounts, cancelled ones left out; null where they brought nothing. */
      nobodyShareOfRevenue: z.number().nullable(),
    }),
  ),
});
export type IdentitySummary = z.output<typeof IdentitySummarySchema>;

/** Whether a source's newest row is recent enough. */
const FreshnessSchema = z.strictObject({
  /** Adapter, or name of the config's source. */
  source: z.string(),
  /** Day of its newest row. */
  newest: DaySchema,
  /** Days from there to as-of; 0 where the row is later. */
  ageDays: z.int().nonnegative(),
  /** What the config allows (`freshness`), else what is usual for the table. */
  limitDays: z.int().positive(),
  isStale: z.boolean(),
});
export type Freshness = z.output<typeof FreshnessSchema>;

/** People whose orders count and who are in nothing else. */
const LeftOutSchema = z.strictObject({
  reason: z.enum(['forgotten', 'do-not-profile']),
  /** Null: fewer than `floor`, or nobody. */
  people: z.int().positive().nullable(),
  /** The privacy floor. */
  floor: z.int().positive(),
});
export type LeftOut = z.output<typeof LeftOutSchema>;

/** What the exports do not hold, what that costs, and how to add it. */
const GapSchema = z.strictObject({
  /** "No categories", "Brands for 34 % of what was sold". */
  lacks: z.string(),
  /** What follows "so nobody can tell": "which categories each Portrait buys". */
  cannotTell: z.string(),
  /** "Add the products export (sku, category)". */
  remedy: z.string(),
  /** Where that is explained: "docs/exports.md#the-others". */
  docs: z.string(),
});
export type Gap = z.output<typeof GapSchema>;

/** content/dataset.json: what was read, what it adds up to, and on which day it stands. */
export const DataQualitySchema = z.strictObject({
  ...machineFileShape,
  period: PeriodSchema.nullable(),
  totals: TotalsSchema,
  files: z.array(FileReportSchema),
  /** By source; empty in files of earlier versions. */
  arithmetic: z.array(OrderArithmeticSchema).default([]),
  /** Null in files of earlier versions. */
  identity: IdentitySummarySchema.nullable().default(null),
  /** By source with dated rows; empty in files of earlier versions. */
  freshness: z.array(FreshnessSchema).default([]),
  /** Who is left out at their own wish; empty in files of earlier versions. */
  leftOut: z.array(LeftOutSchema).default([]),
  /** Which export would make which missing figure possible; sentences in files of earlier versions. */
  missing: z.array(z.union([z.string(), GapSchema])),
});
export type DataQuality = z.output<typeof DataQualitySchema>;
