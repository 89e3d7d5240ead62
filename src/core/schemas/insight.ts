import { z } from 'zod';
import { FactSchema } from './fact.ts';
import { DaySchema, EntryIdSchema, machineFileShape } from './identifiers.ts';
import { MeasureSchema } from './measure.ts';

/** How much a result can be trusted to say what caused it: A randomised, B matched, C before/after, D anecdote. */
const EvidenceGradeSchema = z.enum(['A', 'B', 'C', 'D']);
export type EvidenceGrade = z.output<typeof EvidenceGradeSchema>;

const VerdictSchema = z.enum(['better', 'worse', 'no-clear-difference', 'not-compared']);
export type Verdict = z.output<typeof VerdictSchema>;

/** A verdict as readers see it: groups that were not drawn by chance differ, and nobody is better or worse for it. */
export type ShownVerdict = Verdict | 'differs';

/** One arm of a campaign. */
const VariantSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** The arm that the others are compared with. */
  isReference: z.boolean(),
  recipients: z.int().nonnegative(),
  delivered: z.int().nonnegative().nullable(),
  opens: z.int().nonnegative().nullable(),
  clicks: z.int().nonnegative().nullable(),
  orders: z.int().nonnegative().nullable(),
  revenue: z.number().nullable(),
  unsubscribes: z.int().nonnegative().nullable(),
  complaints: z.int().nonnegative().nullable(),
  /** Rates per delivered (per recipient where delivered is not exported), each with its interval. */
  rates: z.strictObject({
    open: MeasureSchema,
    click: MeasureSchema,
    order: MeasureSchema,
    unsubscribe: MeasureSchema,
    complaint: MeasureSchema,
    revenuePerRecipient: MeasureSchema,
  }),
});
export type Variant = z.output<typeof VariantSchema>;

/** Difference of one rate between an arm and the reference, in rate points. */
const ComparisonSchema = z.strictObject({
  variant: z.string(),
  reference: z.string(),
  metric: z.enum(['order', 'click', 'unsubscribe', 'complaint']),
  role: z.enum(['primary', 'guardrail']),
  difference: MeasureSchema,
  /** Two-sided p-value, where it can be computed. */
  pValue: z.number().min(0).max(1).nullable(),
  verdict: VerdictSchema,
});
export type Comparison = z.output<typeof ComparisonSchema>;

/** A comparison with what may be said of it. */
export type ShownComparison = Omit<Comparison, 'verdict'> & { verdict: ShownVerdict };

/** content/insights/<id>.json: the result data beside a learning. */
export const InsightResultSchema = z.strictObject({
  ...machineFileShape,
  id: EntryIdSchema,
  kind: z.enum(['campaign']),
  /** As the export calls it: text, never code. */
  campaign: z.string().min(1),
  channel: z.string().nullable(),
  startedOn: DaySchema.nullable(),
  /** The adapter or tool it came from. */
  source: z.string(),
  grade: EvidenceGradeSchema,
  /** Why it has this grade, in one sentence. */
  gradeReason: z.string().min(1),
  verdict: VerdictSchema,
  /** The verdict in one sentence. */
  verdictSentence: z.string().min(1),
  variants: z.array(VariantSchema).min(1),
  comparisons: z.array(ComparisonSchema),
  /** What limits the result: sample ratio mismatch, too small, many comparisons … */
  notes: z.array(z.string()),
  facts: z.array(FactSchema),
});
export type InsightResult = z.output<typeof InsightResultSchema>;

/** Frontmatter of content/insights/<id>.mdx: the learning, in people's words. */
export const InsightStorySchema = z.strictObject({
  /** The learning as a claim: "A saved basket serves better than a push". */
  title: z.string().min(1).max(140),
  /** One or two sentences for lists and cards. */
  summary: z.string().max(280).optional(),
  kind: z.enum(['campaign', 'analysis', 'survey', 'returns', 'feedback', 'story']),
  /** Day of the learning (for a campaign: its start). */
  date: DaySchema,
  status: z.enum(['draft', 'published']).default('draft'),
  owner: z.string().optional(),
  /** Portraits the learning is about. */
  personas: z.array(EntryIdSchema).default([]),
  /** KPIs it moved or tried to move. */
  kpis: z.array(EntryIdSchema).default([]),
  tags: z.array(z.string()).default([]),
  /** What was decided. */
  decision: z.enum(['scaled', 'stopped', 'iterate', 'open']).default('open'),
  reviewBy: DaySchema.optional(),
  approved: z.strictObject({ by: z.string(), on: DaySchema }).optional(),
  drafted: z.string().optional(),
});
export type InsightStory = z.output<typeof InsightStorySchema>;
