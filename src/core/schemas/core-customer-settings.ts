import { z } from 'zod';
import { EntryIdSchema } from './identifiers.ts';

/** One condition on a customer. A feature that a customer has no value of does not meet it. */
const CoreCustomerConditionSchema = z
  .strictObject({
    /** Id of a feature in docs/features.md: "giftShare", "categoryShare:Jeans". */
    feature: z.string().min(1),
    /** The value is at least this; in the feature's unit, ratios from 0 to 1. */
    atLeast: z.number().optional(),
    /** The value is at most this. */
    atMost: z.number().optional(),
  })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, {
    error: 'expected atLeast, atMost or both',
  })
  .refine(
    ({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost,
    { error: 'expected atLeast to be no more than atMost' },
  );
export type CoreCustomerCondition = z.output<typeof CoreCustomerConditionSchema>;

/**
 * The customer a shop is built for: she leads the portal. Without a rule, `persona` names a Portrait that was found, that
 * came in a persona_statistics export, or that somebody wrote (content/personas/<persona>.mdx).
 */
export const CoreCustomerSettingsSchema = z.strictObject({
  /** Id of the Portrait: its part of the address. */
  persona: EntryIdSchema,
  /** Name of a Portrait by rule until its text gives it one. */
  name: z.string().min(1).max(60).optional(),
  /** Who she is, where a rule can say it: customers who meet all conditions. */
  rule: z.array(CoreCustomerConditionSchema).min(1).optional(),
});
export type CoreCustomerSettings = z.output<typeof CoreCustomerSettingsSchema>;
