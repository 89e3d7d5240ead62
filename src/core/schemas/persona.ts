import { z } from 'zod';
import { FactSchema } from './fact.ts';
import { DaySchema, EntryIdSchema, machineFileShape } from './identifiers.ts';

/** A whole split into named parts, for a chart and its table: categories, channels, months. */
export const BreakdownSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  label: z.string().min(1),
  /** What the shares are shares of: "revenue of this Portrait's orders". */
  base: z.string().min(1),
  rows: z.array(
    z.strictObject({
      label: z.string().min(1),
      /** Share of the Portrait, 0–1; null when suppressed. */
      share: z.number().min(0).max(1).nullable(),
      /** The same share among all customers. */
      shareOfAll: z.number().min(0).max(1).nullable(),
      n: z.int().nonnegative(),
    }),
  ),
});
export type Breakdown = z.output<typeof BreakdownSchema>;

/** content/personas/<id>.json: a Portrait's facts. */
export const PersonaSchema = z.strictObject({
  ...machineFileShape,
  id: EntryIdSchema,
  /** Name given by the program; the Portrait's real name is in the MDX. */
  workingName: z.string().min(1),
  customers: z.int().nonnegative(),
  /** Computed here from purchases, or brought by a persona_statistics export. */
  origin: z.enum(['segmentation', 'persona-statistics']),
  facts: z.array(FactSchema),
  breakdowns: z.array(BreakdownSchema),
  /** The facts in which this Portrait differs most from all customers, strongest first. */
  distinguishing: z.array(
    z.strictObject({
      fact: z.string(),
      /** Portrait ÷ all customers. */
      timesAverage: z.number().positive(),
    }),
  ),
});
export type Persona = z.output<typeof PersonaSchema>;

/** Frontmatter of content/personas/<id>.mdx: who the Portrait is, in people's words. */
export const PersonaStorySchema = z.strictObject({
  /** "The Brand Enthusiast". */
  name: z.string().min(1).max(60),
  /** One line under the name. */
  essence: z.string().min(1).max(160),
  /** The customer's advocate: the role or team with the last word for this Portrait. */
  advocate: z.string().optional(),
  /** Position in lists; smaller is earlier. */
  order: z.int().optional(),
  /** A photo in content/personas/, used only with consent; else a drawn placeholder. */
  photo: z.string().optional(),
  /** Approved for the public site by whom and when. */
  approved: z.strictObject({ by: z.string(), on: DaySchema }).optional(),
  drafted: z.string().optional(),
});
export type PersonaStory = z.output<typeof PersonaStorySchema>;
