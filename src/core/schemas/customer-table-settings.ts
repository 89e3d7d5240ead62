import { z } from 'zod';

/**
 * A table with one row a customer: from a warehouse, a survey tool or a report. Its columns are features of Portraits as
 * those made of orders are; docs/exports.md says what becomes of each.
 */
export const CustomerTableSettingsSchema = z.strictObject({
  /** Globs relative to the exports folder: ["warehouse/customers-*.csv"]. */
  files: z.array(z.string().min(1)).min(1),
  /** Header of the column that says who it is: "E-Mail". */
  key: z.string().min(1),
  /** What stands in it. */
  keyIs: z.enum(['email', 'phone', 'customerId']).default('email'),
  /** Whose customer ids they are: the platform of the orders ("shopify"), or the name of a source. */
  platform: z.string().min(1).optional(),
  /** Headers of columns that must not make Portraits: further ids, what was computed from orders, age and sex. */
  leaveOut: z.array(z.string().min(1)).default([]),
  /** Headers of columns that must not make Portraits but are told of them afterwards: income, household, answers. */
  describe: z.array(z.string().min(1)).default([]),
  /** What an empty cell says in a column of numbers: nobody knows, or none (a brand that was never bought). */
  emptyNumbers: z.enum(['unknown', 'zero']).default('unknown'),
  /** `orders`: Portraits are of buyers, by orders and table; `nothing`: of everybody in the table, by it alone. */
  joinWith: z.enum(['orders', 'nothing']).default('orders'),
});
export type CustomerTableSettings = z.output<typeof CustomerTableSettingsSchema>;
