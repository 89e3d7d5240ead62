import { z } from 'zod';
import { DaySchema, FactIdSchema, PeriodSchema } from './identifiers.ts';

/**
 * What a value counts. Money is in major units of the portal's currency; ratios run from 0 to 1 and become
 * percent only in core/format.
 */
export const UnitSchema = z.enum([
  'count',
  'money',
  'ratio',
  'days',
  'hours',
  'perYear',
  'items',
  'times',
  'points',
  'text',
]);
export type Unit = z.output<typeof UnitSchema>;

/** What the observations behind a value are. */
const CountedSchema = z.enum([
  'customers',
  'people',
  'orders',
  'purchases',
  'items',
  'answers',
  'recipients',
  'campaigns',
  'parcels',
  'checks',
  'tickets',
]);
export type Counted = z.output<typeof CountedSchema>;

export const IntervalSchema = z.strictObject({
  low: z.number(),
  high: z.number(),
  /** Confidence, 0–1: 0.95. */
  level: z.number().gt(0).lt(1),
  /** How it was computed, in the field's words: "Wilson score". */
  method: z.string(),
});
export type Interval = z.output<typeof IntervalSchema>;

/** Chance moves the value, but nobody can say how far: it hangs on too few people, or on a few large ones. */
const IntervalUnknownSchema = z.literal(true).optional();

const factHead = {
  /** camelCase, unique inside its owner. */
  id: FactIdSchema,
  /** What a reader calls it: "Average order value". */
  label: z.string().min(1),
  unit: UnitSchema,
  /** How many observations stand behind the value (customers, orders, answers …). */
  n: z.int().nonnegative(),
  /** What they are; absent where the tool that counted does not say. */
  counted: CountedSchema.optional(),
  period: PeriodSchema,
  /** Where the tool that counted does not say of which time its number is; `period` is that of the exports then. */
  timeUnknown: z.literal(true).optional(),
  asOf: DaySchema,
  /** Exports or tools the number came from: "shopify-orders", "returns". */
  sources: z.array(z.string()),
  /** The definition in words that a reader can check. */
  formula: z.string().min(1),
};

/**
 * A number (or short text) that anybody sees, with its passport. "Cannot be computed" is a status with a reason,
 * never NaN, 0 or an empty space.
 */
export const FactSchema = z.discriminatedUnion('status', [
  z.strictObject({
    ...factHead,
    status: z.literal('ok'),
    value: z.union([z.number(), z.string().min(1)]),
    interval: IntervalSchema.optional(),
    intervalUnknown: IntervalUnknownSchema,
  }),
  z.strictObject({
    ...factHead,
    status: z.literal('stale'),
    value: z.union([z.number(), z.string().min(1)]),
    interval: IntervalSchema.optional(),
    intervalUnknown: IntervalUnknownSchema,
    reason: z.string().min(1),
  }),
  z.strictObject({
    ...factHead,
    status: z.enum(['suppressed', 'unavailable']),
    value: z.null(),
    reason: z.string().min(1),
  }),
]);
export type Fact = z.output<typeof FactSchema>;
