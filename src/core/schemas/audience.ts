import { z } from 'zod';
import { FactSchema } from './fact.ts';
import { DaySchema, EntryIdSchema, machineFileShape } from './identifiers.ts';

const AudienceFiguresSchema = z.strictObject({
  id: EntryIdSchema,
  label: z.string().min(1),
  /** Who belongs to it, so that anybody can check it. */
  definition: z.string().min(1),
  /** The customer's advocate for it; null: nobody is named. */
  advocate: z.string().nullable(),
  say: z.string().min(1),
  doNotSay: z.string().min(1),
  /** Day of the year, MM-DD, before which no list is made of it; absent where one is at any time. */
  listedFrom: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .optional(),
  /** Last day up to as-of on which a list was made of it; null: never. */
  lastListedOn: DaySchema.nullable(),
  facts: z.array(FactSchema),
});
export type AudienceFigures = z.output<typeof AudienceFiguresSchema>;

/** content/audiences.json: every audience in numbers and words, and nobody in particular. */
export const AudiencesSchema = z.strictObject({
  ...machineFileShape,
  /** Nobody is on more than so many lists within so many days. */
  contactLimit: z.strictObject({ lists: z.int().positive(), days: z.int().positive() }),
  audiences: z.array(AudienceFiguresSchema),
});
export type Audiences = z.output<typeof AudiencesSchema>;
