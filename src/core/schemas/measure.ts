import { z } from 'zod';
import { IntervalSchema } from './fact.ts';

/** A computed figure before it has a label: what the formulas of core return. */
export const MeasureSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('ok'),
    value: z.number(),
    /** Observations behind it. */
    n: z.int().nonnegative(),
    numerator: z.number(),
    denominator: z.number(),
    /** Given for rates. */
    interval: IntervalSchema.optional(),
    /** Chance moves the value, but nobody can say how far: it hangs on too few people, or on a few large ones. */
    intervalUnknown: z.literal(true).optional(),
  }),
  z.strictObject({
    status: z.enum(['suppressed', 'unavailable']),
    value: z.null(),
    n: z.int().nonnegative(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    reason: z.string().min(1),
  }),
]);
export type Measure = z.output<typeof MeasureSchema>;
