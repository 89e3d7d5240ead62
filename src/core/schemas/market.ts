import { z } from 'zod';
import { FactSchema } from './fact.ts';
import { EntryIdSchema, PeriodSchema, machineFileShape } from './identifiers.ts';

/** A tool that reaches customers, with what it states of its own cost and effect. */
const PlatformSchema = z.strictObject({
  id: EntryIdSchema,
  /** Ads are paid for and clicked; messages (mailings, flows) are sent to people on a list. */
  kind: z.enum(['ads', 'messages']),
  /** The adapter or source it came from. */
  source: z.string().min(1),
  /** The last full months of its own export, twelve at most. */
  period: PeriodSchema,
  facts: z.array(FactSchema),
});
export type Platform = z.output<typeof PlatformSchema>;

/**
 * content/market.json: what each platform costs and brings by its own account. Platforms claim the same orders, so nothing is
 * added up over them.
 */
export const MarketSchema = z.strictObject({
  ...machineFileShape,
  platforms: z.array(PlatformSchema),
});
export type Market = z.output<typeof MarketSchema>;
