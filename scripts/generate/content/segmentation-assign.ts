import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { GenerateContext } from '../generate-context.ts';
import { assignPersonas } from '../warehouse/features/assign-personas.ts';
import { createCustomerFeatures, featureColumn } from '../warehouse/features/customer-features.ts';
import {
  ORDER_FEATURES,
  parseShareFeature,
  shareFeature,
  type FeatureDefinition,
} from '../warehouse/features/feature-definitions.ts';

const SPLIT_TABLES = {
  category: 'buyer_categories',
  brand: 'buyer_brands',
  channel: 'buyer_channels',
} as const;

/**
 * Assigns every buyer by a model that was read from its file. False, and nobody assigned, when the exports no longer
 * hold one of its features.
 */
export async function assignByModel(
  { engine, progress }: GenerateContext,
  model: SegmentationModel,
): Promise<boolean> {
  const features: FeatureDefinition[] = [];
  for (const { id } of model.features) {
    const share = parseShareFeature(id);
    const definition = share ? shareFeature(share) : ORDER_FEATURES.find((one) => one.id === id);
    const [known] = share
      ? await engine.rows(`SELECT 1 FROM ${SPLIT_TABLES[share.split]} WHERE name = $1 LIMIT 1`, [
          share.name,
        ])
      : [true];
    if (!definition || !known) return lacking(id);
    features.push(definition);
  }
  await createCustomerFeatures(engine, features);
  const counts = features.map(
    (_, position) => `count(${featureColumn(position)}) > 0 AS ${featureColumn(position)}`,
  );
  const [present] = await engine.rows(`SELECT ${counts.join(', ')} FROM customer_features`);
  const empty = features.find((_, position) => present?.[featureColumn(position)] !== true);
  if (empty) return lacking(empty.id);
  await assignPersonas(engine, model);
  return true;

  function lacking(id: string): false {
    progress.warn(`The stored Portraits rest on "${id}", which the exports no longer hold`);
    return false;
  }
}
