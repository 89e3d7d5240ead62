import { z } from 'zod';
import { DaySchema, EntryIdSchema } from './identifiers.ts';

/** A Portrait and its share of the customers in question, 0–1. */
const PartSchema = z.strictObject({ id: EntryIdSchema, share: z.number().min(0).max(1) });
export type LineagePart = z.output<typeof PartSchema>;

/** What became of a Portrait when the groups were found anew. */
export const LineageEventSchema = z.strictObject({
  /** Day of the figures. */
  on: DaySchema,
  change: z.enum(['born', 'same', 'merged', 'split', 'retired', 'renamed']),
  /** Old Portraits whose customers it took in, with their share of its customers; largest first. */
  from: z.array(PartSchema),
  /** New Portraits to which its customers went, with their share of them; largest first. */
  into: z.array(PartSchema),
  /** Jaccard of its customers before and after, 0–1; null where it has no counterpart. */
  overlap: z.number().min(0).max(1).nullable(),
  /** Of "renamed": the working name that its figures contradicted, and the one in its place. */
  names: z.strictObject({ before: z.string().min(1), after: z.string().min(1) }).optional(),
});
export type LineageEvent = z.output<typeof LineageEventSchema>;

/** A Portrait's life; an id is never given twice. */
export const LineageEntrySchema = z.strictObject({
  id: EntryIdSchema,
  /** Working name given at birth, in the letters of the exports; absent: the words of the id. */
  name: z.string().min(1).optional(),
  bornOn: z.string(),
  retiredOn: z.string().optional(),
  /** Oldest first; files of before there were events have none. */
  events: z.array(LineageEventSchema).default([]),
});
export type LineageEntry = z.output<typeof LineageEntrySchema>;

/** How the customers lay when the groups were found: what later customers are compared with. */
export const BaselineSchema = z.strictObject({
  on: DaySchema,
  customers: z.int().nonnegative(),
  groups: z.array(
    z.strictObject({
      id: EntryIdSchema,
      /** Of all customers, 0–1. */
      share: z.number(),
      /** 95th percentile of the distance of its customers from its centre. */
      radius: z.number().nonnegative(),
    }),
  ),
  /** Distribution of each feature, in the order of the model: a share more than edges, the last of missing values. */
  features: z.array(
    z.strictObject({ id: z.string(), edges: z.array(z.number()), shares: z.array(z.number()) }),
  ),
});
export type Baseline = z.output<typeof BaselineSchema>;

const DriftLevelSchema = z.enum(['none', 'moderate', 'major']);
export type DriftLevel = z.output<typeof DriftLevelSchema>;

/** How far the customers have moved away from those whom the groups were found in. */
export const DriftSchema = z.strictObject({
  /** Day on which the groups were found. */
  since: DaySchema,
  level: DriftLevelSchema,
  /** Customers beyond the radius of their nearest centre, 0–1; 0.05 when the groups were found. */
  outsideShare: z.number(),
  /** Population stability index of the sizes of the groups. */
  groupsIndex: z.number(),
  groups: z.array(
    z.strictObject({
      id: EntryIdSchema,
      shareThen: z.number(),
      /** Null: too few people to be said. */
      shareNow: z.number().nullable(),
    }),
  ),
  /** Population stability index of each feature, largest first. */
  features: z.array(z.strictObject({ id: z.string(), label: z.string(), index: z.number() })),
});
export type Drift = z.output<typeof DriftSchema>;

/** How customers moved between Portraits within about a quarter, by the same model then and now. */
export const MovementSchema = z.strictObject({
  /** Last day of the purchases then, and now. */
  from: DaySchema,
  to: DaySchema,
  /** What the Portraits gained and lost; null: too few people to be said. */
  totals: z.array(
    z.strictObject({
      id: EntryIdSchema,
      movedIn: z.int().nonnegative().nullable(),
      movedOut: z.int().nonnegative().nullable(),
      /** Bought for the first time since, or on one day before, which spoke for another. */
      newcomers: z.int().nonnegative().nullable(),
    }),
  ),
  /** Every pair with customers; `from` null: they had not bought before; `customers` null: too few to be said. */
  cells: z.array(
    z.strictObject({
      from: EntryIdSchema.nullable(),
      to: EntryIdSchema,
      customers: z.int().positive().nullable(),
    }),
  ),
});
export type Movement = z.output<typeof MovementSchema>;
