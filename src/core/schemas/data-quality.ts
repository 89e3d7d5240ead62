import { z } from 'zod';
import { PeriodSchema, machineFileShape } from './identifiers.ts';

/** Why rows of a file were left out or stand apart. Never holds a cell's text from a personal column. */
export const RowReasonSchema = z.strictObject({
  /** area/problem, for example `row/bad-number`. */
  code: z.string(),
  reason: z.string(),
  rows: z.int().nonnegative(),
  /** Where the first one stands: "line 14, column "total"". */
  example: z.string().optional(),
});
export type RowReason = z.output<typeof RowReasonSchema>;

/** The row account of one file: rows in = used + ignored + rejected. */
export const FileReportSchema = z.strictObject({
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
});
export type FileReport = z.output<typeof FileReportSchema>;

export const TotalsSchema = z.strictObject({
  /** All order numbers, cancelled ones included. */
  orders: z.int(),
  cancelledOrders: z.int(),
  orderLines: z.int(),
  /** Lines of an identified customer, no cancellation, quantity and price above zero. */
  validLines: z.int(),
  /** All identified, also those with cancellations only. */
  customers: z.int(),
  /** Customers with purchases on more than one day. */
  repeatCustomers: z.int(),
  /** Value of the valid lines before returns. */
  revenue: z.number(),
  currency: z.string(),
});
export type Totals = z.output<typeof TotalsSchema>;

/** content/dataset.json: what was read, what it adds up to, and on which day it stands. */
export const DataQualitySchema = z.strictObject({
  ...machineFileShape,
  period: PeriodSchema.nullable(),
  totals: TotalsSchema,
  files: z.array(FileReportSchema),
  /** Which export would make which missing figure possible. */
  missing: z.array(z.string()),
});
export type DataQuality = z.output<typeof DataQualitySchema>;
