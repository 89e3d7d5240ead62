import { z } from 'zod';
import { EntryIdSchema, machineFileShape } from './identifiers.ts';

const Numbers = z.array(z.number());

/** The fitted model: everything that assignment needs, and nothing about a single customer. */
export const SegmentationModelSchema = z.strictObject({
  /** Feature columns in the order of every vector below. */
  features: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      /** How the raw value is transformed before standardising. */
      transform: z.enum(['identity', 'log', 'log1p']),
      mean: z.number(),
      standardDeviation: z.number().positive(),
    }),
  ),
  /** One row per feature, one column per factor. */
  loadings: z.array(Numbers),
  communalities: Numbers,
  eigenvalues: Numbers,
  /** Factor score = Σ weight × standardised feature; one row per feature. */
  scoreWeights: z.array(Numbers),
  /** Working names of the factors. */
  factorNames: z.array(z.string()),
  /** One centroid per Portrait, in factor scores. */
  centroids: z.array(z.strictObject({ persona: EntryIdSchema, center: Numbers })),
});
export type SegmentationModel = z.output<typeof SegmentationModelSchema>;

/** content/personas/segmentation.json: fitted model, certificate and lineage. */
export const SegmentationSchema = z.strictObject({
  ...machineFileShape,
  status: z.enum(['fitted', 'refused']),
  /** Why there are no Portraits, when refused; else how the number of groups was chosen. */
  explanation: z.string().min(1),
  warnings: z.array(z.string()),
  model: SegmentationModelSchema.nullable(),
  certificate: z
    .strictObject({
      seed: z.int(),
      customersFitted: z.int(),
      /** Candidate numbers of groups with their mean silhouette. */
      candidates: z.array(z.strictObject({ k: z.int(), silhouette: z.number() })),
      silhouette: z.number(),
      varianceExplained: z.number(),
      personas: z.array(
        z.strictObject({ id: EntryIdSchema, silhouette: z.number(), jaccard: z.number() }),
      ),
    })
    .nullable(),
  /** Features left out, with the reason. */
  dropped: z.array(z.strictObject({ feature: z.string(), reason: z.string() })),
  /** Every Portrait that ever was, so that an id is never given twice. */
  lineage: z.array(
    z.strictObject({
      id: EntryIdSchema,
      bornOn: z.string(),
      retiredOn: z.string().optional(),
    }),
  ),
});
export type Segmentation = z.output<typeof SegmentationSchema>;
