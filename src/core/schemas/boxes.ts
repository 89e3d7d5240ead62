import { z } from 'zod';
import { FactSchema } from './fact.ts';
import { EntryIdSchema, FactIdSchema, PeriodSchema, machineFileShape } from './identifiers.ts';

/**
 * content/boxes.json: who is in the boxes of the last days. Only orders are counted, and nothing is said of anybody: such
 * counts are exempt from the privacy floor.
 */
export const BoxesSchema = z.strictObject({
  ...machineFileShape,
  /** The days whose orders are counted; null where there are no orders at all. */
  period: PeriodSchema.nullable(),
  /** All orders of these days, first orders, gifts, orders of people nobody knows, and one fact for each part. */
  facts: z.array(FactSchema),
  /** The orders by Portrait, most first; each names its Portrait and its fact. */
  parts: z.array(z.strictObject({ persona: EntryIdSchema, fact: FactIdSchema })),
});
export type Boxes = z.output<typeof BoxesSchema>;
