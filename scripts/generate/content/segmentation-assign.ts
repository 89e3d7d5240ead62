import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { TableColumn } from '#core/schemas/table-column.ts';
import type { GenerateContext } from '../generate-context.ts';
import type { Engine } from '../warehouse/engine.ts';
import { assignPersonas } from '../warehouse/features/assign-personas.ts';
import { SPLIT_TABLES } from '../warehouse/features/buyer-splits.ts';
import { createCustomerFeatures, featureColumn } from '../warehouse/features/customer-features.ts';
import {
  ORDER_FEATURES,
  parseShareFeature,
  shareFeature,
  type FeatureDefinition,
} from '../warehouse/features/feature-definitions.ts';
import { readTableHeadings, type TableHeading } from '../warehouse/features/table-columns.ts';

/** How much of a stored model the exports still carry. */
export type ModelSupport = 'whole' | 'partly' | 'none';

/** Lacking features that are said one by one. */
const MOST_NAMED = 10;

/** Below this share of its features, what a model says about a customer is no longer about the same thing. */
const COMPARABLE = 0.5;

/**
 * Assigns every buyer by a model that was read from its file. Features that the exports no longer hold (a channel
 * that was renamed) count as average for everybody: good enough to recognise old Portraits in a new fit, not to go on
 * with (`partly`). With too few of them left nobody is assigned (`none`).
 */
export async function assignByModel(
  { engine, progress }: GenerateContext,
  model: SegmentationModel,
): Promise<ModelSupport> {
  const features: FeatureDefinition[] = [];
  const lacking = new Set<string>();
  const headings = await readTableHeadings(engine);
  for (const { id, label, transform, column } of model.features) {
    const definition = column
      ? knownColumn(headings, { id, label, transform, column })
      : await knownFeature(engine, id);
    if (definition === null) lacking.add(id);
    features.push(definition ?? { id, label, transform, sql: 'CAST(NULL AS DOUBLE)' });
  }
  await createCustomerFeatures(engine, features);
  const counts = features.map(
    (_, position) => `count(${featureColumn(position)}) > 0 AS ${featureColumn(position)}`,
  );
  const [present] = await engine.rows(`SELECT ${counts.join(', ')} FROM customer_features`);
  features.forEach(({ id }, position) => {
    if (present?.[featureColumn(position)] !== true) lacking.add(id);
  });
  const named = [...lacking].slice(0, MOST_NAMED);
  for (const id of named) {
    progress.warn(`The stored Portraits rest on "${id}", which the exports no longer hold`);
  }
  if (lacking.size > named.length) {
    const rest = lacking.size - named.length;
    progress.warn(`The stored Portraits rest on ${rest} more that the exports no longer hold`);
  }
  if (features.length - lacking.size < features.length * COMPARABLE) return 'none';
  await assignPersonas(engine, model);
  return lacking.size === 0 ? 'whole' : 'partly';
}

/** The feature's definition, or null when no export holds it any more. */
async function knownFeature(engine: Engine, id: string): Promise<FeatureDefinition | null> {
  const share = parseShareFeature(id);
  if (!share) return ORDER_FEATURES.find((one) => one.id === id) ?? null;
  const [known] = await engine.rows(
    `SELECT 1 FROM ${SPLIT_TABLES[share.split].table} WHERE name = $1 LIMIT 1`,
    [share.name],
  );
  return known ? shareFeature(share) : null;
}

/** A feature of the customer table that still has its column; else null. */
function knownColumn(
  headings: readonly TableHeading[],
  {
    id,
    label,
    transform,
    column,
  }: Pick<FeatureDefinition, 'id' | 'label' | 'transform'> & { column: TableColumn },
): FeatureDefinition | null {
  const heading = headings.find(({ name, leftOut }) => name === column.name && leftOut === null);
  if (!heading) return null;
  return { id, label, transform, sql: null, table: { column, position: heading.position } };
}
