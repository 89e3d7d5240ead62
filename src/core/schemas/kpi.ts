import { z } from 'zod';
import { FactSchema, UnitSchema } from './fact.ts';
import { EntryIdSchema, MonthSchema, PeriodSchema, machineFileShape } from './identifiers.ts';
import { MeasureSchema } from './measure.ts';

/** One month of a KPI's series. */
const KpiPointSchema = z.strictObject({
  month: MonthSchema,
  /** The days the figure covers: the month, or the window that ends with it. */
  period: PeriodSchema,
  measure: MeasureSchema,
  /** False while late returns or open 90-day windows can still change it; charts fade it. */
  mature: z.boolean(),
});
export type KpiPoint = z.output<typeof KpiPointSchema>;

/** content/kpis/<id>.json: a KPI's series of snapshots. */
export const KpiSchema = z.strictObject({
  ...machineFileShape,
  id: EntryIdSchema,
  /** "Net revenue retention". */
  label: z.string().min(1),
  unit: UnitSchema,
  /** One plain sentence a packer understands. */
  meaning: z.string().min(1),
  /** Which direction is good news. */
  direction: z.enum(['up', 'down', 'neutral']),
  formula: z.string().min(1),
  /** Where the definition comes from. */
  definitionSource: z.string().min(1),
  /** What the definition is often confused with. */
  caveats: z.array(z.string()),
  /** The current figure, as of the dataset's day, then other facts about it (a year ago, change …). */
  facts: z.array(FactSchema).min(1),
  series: z.array(KpiPointSchema),
  /** Where the figure was computed: here, or by the tool whose export brought it. */
  computedBy: z.string().min(1),
});
export type Kpi = z.output<typeof KpiSchema>;

/** Frontmatter of content/kpis/<id>.mdx: what people add to a KPI. */
export const KpiStorySchema = z.strictObject({
  title: z.string().min(1),
  /** One plain sentence a packer understands; needed where another tool computes the figure, as its export has none. */
  meaning: z.string().min(1).max(200).optional(),
  /** Which direction is good news, where the export of another tool does not say; "neutral" says as little. */
  direction: z.enum(['up', 'down', 'neutral']).optional(),
  /** Who moves this KPI and answers for it: a role or a team, never "everybody". */
  owner: z.string().optional(),
  /** Other words that people search for. */
  synonyms: z.array(z.string()).default([]),
  /** KPIs that it moves, as people believe: the tree of the KPIs hangs it under them. */
  moves: z.array(EntryIdSchema).default([]),
  /** Position on the home page; at most seven KPIs have one. */
  order: z.int().positive().optional(),
  /** Hash of the draft as the program wrote it; while it matches, nobody has edited the text. */
  drafted: z.string().optional(),
});
export type KpiStory = z.output<typeof KpiStorySchema>;
