import { z } from 'zod';

/** Version of every JSON that `generate` writes; raised when a reader of the old form would misread. */
export const SCHEMA_VERSION = 1;

/** Id of an entry in content/: also its file name and its part of the URL. */
export const EntryIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected kebab-case, for example "spring-mailing"');

/** Id of a fact inside its owner: camelCase, so that an address reads `personas/<id>#averageOrderValue`. */
export const FactIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'expected camelCase, for example "averageOrderValue"');

/** A calendar day of the shop's zone. */
export const DaySchema = z.iso.date();

/** A calendar month of the shop's zone, for example 2026-03. */
export const MonthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month, YYYY-MM');

/** First and last day, both included. */
export const PeriodSchema = z.strictObject({ from: DaySchema, to: DaySchema });
export type Period = z.output<typeof PeriodSchema>;

/** Which shop a machine-made file belongs to; `sample` is the invented retailer. Never mixed. */
export const DatasetSchema = EntryIdSchema;

/** The head that every machine-made JSON carries. */
export const machineFileShape = {
  /** Version of the file's form. */
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** The shop it was computed for. */
  dataset: DatasetSchema,
  /** Day on which the figures stand: the newest order's, or the call's --as-of. */
  asOf: DaySchema,
};
