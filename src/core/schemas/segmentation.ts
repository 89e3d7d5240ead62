import { z } from 'zod';
import { EntryIdSchema, machineFileShape } from './identifiers.ts';
import {
  BaselineSchema,
  DriftSchema,
  LineageEntrySchema,
  MovementSchema,
} from './segmentation-history.ts';
import { TableColumnSchema } from './table-column.ts';

const Numbers = z.array(z.number());

/** The fitted model: everything that assignment needs, and nothing about a single customer. */
const SegmentationModelSchema = z.strictObject({
  /** Feature columns in the order of every vector below. */
  features: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      /** How the raw value is transformed before standardising. */
      transform: z.enum(['identity', 'log', 'log1p']),
      mean: z.number(),
      standardDeviation: z.number().positive(),
      /** Where it stands in the customer table; without it, it is made of orders. */
      column: TableColumnSchema.optional(),
    }),
  ),
  /** One row per feature, one column per factor; only zeros where a feature takes part in none. */
  loadings: z.array(Numbers),
  communalities: Numbers,
  eigenvalues: Numbers,
  /** Position in a direction = Σ weight × standardised feature; one row per feature, one column per direction. */
  scoreWeights: z.array(Numbers),
  /** Working names of the factors. */
  factorNames: z.array(z.string()),
  /** One centroid per Portrait, one number per direction. */
  centroids: z.array(z.strictObject({ persona: EntryIdSchema, center: Numbers })),
});
export type SegmentationModel = z.output<typeof SegmentationModelSchema>;

/** What may be said of one group, from sure to not at all. */
const StabilityVerdictSchema = z.enum(['highly-stable', 'stable', 'doubtful', 'untrusted']);
export type StabilityVerdict = z.output<typeof StabilityVerdictSchema>;

/** One number of groups that was tried, and what it was judged by. */
const CandidateSchema = z.strictObject({
  k: z.int(),
  /** Gap statistic and its standard error. */
  gap: z.number(),
  standardError: z.number(),
  /** Macro-averaged; and the best of so many groups cut out of data without any. */
  silhouette: z.number(),
  chanceSilhouette: z.number(),
  /** Bootstrap Jaccard: average over the groups, and of the least stable one. */
  jaccard: z.number(),
  lowestJaccard: z.number(),
  /** Share of the customers in the smallest group, 0–1. */
  smallestShare: z.number(),
  /** What speaks against this number, in words; null when it holds. */
  against: z.string().nullable(),
});

/** How sure the Portraits are: what a reader is told first, and the numbers behind it. */
const CertificateSchema = z.strictObject({
  seed: z.int(),
  /** False when the customers do not fall into groups: every Portrait is a hint then. */
  trusted: z.boolean(),
  customersFitted: z.int(),
  /** Customers on which groupings were compared and drawn anew. */
  customersJudged: z.int(),
  /** Gap statistic of all customers as one group, which groups must exceed. */
  gapOfOneGroup: z.number(),
  candidates: z.array(CandidateSchema),
  /** Samples that were drawn anew; the counts below are of these. */
  resamples: z.int(),
  /** Samples in which all groups that are stable came out again together. */
  recoveredTogether: z.int(),
  /** Mean adjusted Rand index between groupings of two halves of the customers. */
  splitHalfAgreement: z.number(),
  /** Groups by one half of each customer's orders and by the other; null when too few have enough orders. */
  persistence: z
    .strictObject({
      customers: z.int(),
      /** Share in the same group by either half, 0–1; and by chance alone. */
      agreement: z.number(),
      chance: z.number(),
      /** Cohen's kappa. */
      kappa: z.number(),
    })
    .nullable(),
  /** Macro-averaged. */
  silhouette: z.number(),
  varianceExplained: z.number(),
  factors: z.strictObject({
    method: z.enum(['minres', 'maximum likelihood', 'principal components']),
    /** Kaiser-Meyer-Olkin measure of sampling adequacy. */
    adequacy: z.number(),
    /** Bartlett's test of sphericity. */
    sphericity: z.strictObject({
      chiSquare: z.number(),
      degreesOfFreedom: z.number(),
      pValue: z.number(),
    }),
    /** Eigenvalues that chance alone reaches (parallel analysis). */
    chanceEigenvalues: Numbers,
    notes: z.array(z.string()),
  }),
  personas: z.array(
    z.strictObject({
      id: EntryIdSchema,
      silhouette: z.number(),
      /** Mean bootstrap Jaccard. */
      jaccard: z.number(),
      /** Samples in which this group came out again. */
      recovered: z.int(),
      /** By Jaccard; "untrusted" for every group when the customers do not fall into groups. */
      verdict: StabilityVerdictSchema,
      /**
       * Where most of its customers have ordered once: how many customers with one order chance would put here for each
       * who is here; null elsewhere, and where Portraits do not rest on orders.
       */
      singleOrders: z.number().min(0).nullable().default(null),
      /**
       * Of its customers with one order, the share whom chance alone put here (false discovery rate); null as
       * `singleOrders`, absent in certificates of before.
       */
      foundByChance: z.number().min(0).max(1).nullable().optional(),
    }),
  ),
});
export type Certificate = z.output<typeof CertificateSchema>;

/** content/personas/segmentation.json: fitted model, certificate and lineage. */
export const SegmentationSchema = z.strictObject({
  ...machineFileShape,
  status: z.enum(['fitted', 'refused']),
  /** Why there are no Portraits, when refused; else how the number of groups was chosen. */
  explanation: z.string().min(1),
  warnings: z.array(z.string()),
  model: SegmentationModelSchema.nullable(),
  certificate: CertificateSchema.nullable(),
  /** Features left out, with the reason. */
  dropped: z.array(z.strictObject({ feature: z.string(), reason: z.string() })),
  /** Every Portrait that ever was, so that an id is never given twice. */
  lineage: z.array(LineageEntrySchema),
  /** Null when refused, and in files of before there was one: then nothing is known of drift. */
  baseline: BaselineSchema.nullable().default(null),
  drift: DriftSchema.nullable().default(null),
  /** Null where there are no Portraits, or no orders of a quarter ago. */
  movement: MovementSchema.nullable().default(null),
});
export type Segmentation = z.output<typeof SegmentationSchema>;
