import { z } from 'zod';
import { FactSchema, IntervalSchema, UnitSchema } from './fact.ts';
import { DaySchema, EntryIdSchema, PeriodSchema, machineFileShape } from './identifiers.ts';
import { LineageEventSchema } from './segmentation-history.ts';

/** A whole split into named parts, for a chart and its table: categories, channels, months. */
export const BreakdownSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  label: z.string().min(1),
  /** What the shares are shares of: "revenue of this Portrait's orders". */
  base: z.string().min(1),
  /** Customers of the Portrait who have any part; absent where their number may not be told. */
  n: z.int().positive().optional(),
  rows: z.array(
    z.strictObject({
      label: z.string().min(1),
      /** Share of the Portrait, 0–1; null when suppressed. */
      share: z.number().min(0).max(1).nullable(),
      /** The same share among all customers. */
      shareOfAll: z.number().min(0).max(1).nullable(),
      /** How sure the Portrait's share is; absent where nothing can be said about it. */
      interval: IntervalSchema.optional(),
      n: z.int().nonnegative(),
    }),
  ),
});
export type Breakdown = z.output<typeof BreakdownSchema>;
/** Called so: all parts of a split that have no row of their own, taken together. */
export const OTHER_PART = 'Other';

/** What the customers of a Portrait answered to a closed question, beside all customers who answered it. */
const AppendedSchema = z.strictObject({
  question: z.string().min(1),
  /** Survey, or the tool that brought the trait. */
  source: z.string().min(1),
  /** Customers of this Portrait who answered. */
  n: z.int().nonnegative(),
  /** All customers who answered, these included. */
  nOfAll: z.int().nonnegative(),
  /** First and last day of the answers; null where the export has no days. */
  period: PeriodSchema.nullable(),
  rows: z.array(
    z.strictObject({
      answer: z.string().min(1),
      /** Share of those of this Portrait who answered, 0–1; null when suppressed. */
      share: z.number().min(0).max(1).nullable(),
      shareOfAll: z.number().min(0).max(1).nullable(),
      /** Share ÷ share of all; null when suppressed. */
      lift: z.number().nonnegative().nullable(),
      interval: IntervalSchema.nullable(),
      /** Customers of this Portrait who gave the answer. */
      n: z.int().nonnegative(),
      /** More or less only where the interval excludes 1 and chance is unlikely, all answers taken together. */
      status: z.enum(['more', 'less', 'undecided', 'suppressed']),
    }),
  ),
});
export type Appended = z.output<typeof AppendedSchema>;

/** A condition of a Portrait that is defined by a rule. */
const RuleConditionSchema = z.strictObject({
  label: z.string().min(1),
  unit: UnitSchema,
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});
export type RuleCondition = z.output<typeof RuleConditionSchema>;

/** content/personas/<id>.json: a Portrait's facts. */
export const PersonaSchema = z.strictObject({
  ...machineFileShape,
  id: EntryIdSchema,
  /** Name given by the program; the Portrait's real name is in the MDX. */
  workingName: z.string().min(1),
  customers: z.int().nonnegative(),
  /**
   * Found in purchases; brought by a persona_statistics export; defined by a rule in the config; or written by hand, and
   * then its facts are those of all customers, because nobody can tell who is meant.
   */
  origin: z.enum(['segmentation', 'persona-statistics', 'rule', 'written']),
  /** The conditions of a Portrait by rule: all hold. */
  rule: z.array(RuleConditionSchema).optional(),
  /** When it was found no more, and which Portraits its customers went to; its figures are those of before. */
  retired: z.strictObject({ on: DaySchema, into: LineageEventSchema.shape.into }).optional(),
  /** What its figures were held to when they were written; a later rule does not know who is behind them. */
  privacy: z.strictObject({ rules: z.int(), floor: z.int() }).optional(),
  facts: z.array(FactSchema),
  breakdowns: z.array(BreakdownSchema),
  /** What they said of themselves; absent where nobody was asked. */
  appended: z.array(AppendedSchema).optional(),
  /** The facts in which this Portrait differs most from all customers, strongest first. */
  distinguishing: z.array(
    z.strictObject({
      fact: z.string(),
      /** Portrait ÷ all customers. */
      timesAverage: z.number().positive(),
      /** How sure that is; absent where nothing can be said about it. */
      interval: IntervalSchema.optional(),
      /** The same fact of all customers, in its unit. */
      average: z.number().optional(),
    }),
  ),
  /** Averages of all customers beside the facts of a customer table, where they give nobody away. */
  averages: z
    .array(
      z.strictObject({
        fact: z.string(),
        average: z.number(),
        /** Customers with a value. */
        n: z.int().positive(),
      }),
    )
    .optional(),
});
export type Persona = z.output<typeof PersonaSchema>;

/** What a drawn face shows when people say so; nothing is drawn from figures. */
export const FaceSchema = z.strictObject({
  hair: z.literal('light').optional(),
  glasses: z.boolean().optional(),
});
export type Face = z.output<typeof FaceSchema>;

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
  face: FaceSchema.optional(),
  /** Approved for the public site by whom and when. */
  approved: z.strictObject({ by: z.string(), on: DaySchema }).optional(),
  drafted: z.string().optional(),
});
export type PersonaStory = z.output<typeof PersonaStorySchema>;
