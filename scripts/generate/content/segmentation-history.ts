import { personaMovement } from '#core/personas/persona-movement.ts';
import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { Baseline, Drift, Movement } from '#core/schemas/segmentation-history.ts';
import { mergeSmallBins } from '#core/segmentation/merge-small-bins.ts';
import { roundedShares, segmentationDrift } from '#core/segmentation/segmentation-drift.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readFeatureBins, readFeatureDeciles } from '../warehouse/features/feature-bins.ts';
import { countOutside, readGroupSpreads } from '../warehouse/features/group-radii.ts';
import { readQuarterMovement } from '../warehouse/features/quarter-ago.ts';
import { contentJson } from './content-json.ts';

/** Parts of a distribution hold at least so much of the customers. */
const SMALLEST_BIN = 0.05;

/** How the customers lie at the fit, from the assignment and the features in the engine. */
export async function measureBaseline(
  { engine, asOf }: GenerateContext,
  model: SegmentationModel,
): Promise<Baseline> {
  const spreads = await readGroupSpreads(engine);
  const customers = spreads.reduce((sum, spread) => sum + spread.customers, 0);
  const shares = roundedShares(spreads.map((spread) => spread.customers));
  const deciles = await readFeatureDeciles(engine, model.features);
  const bins = await readFeatureBins(engine, model.features, deciles);
  const baseline: Baseline = {
    on: asOf,
    customers,
    groups: spreads.map(({ id, radius }, at) => ({ id, share: shares[at] ?? 0, radius })),
    features: model.features.map(({ id }, at) => {
      const { edges, counts } = mergeSmallBins(bins[at] ?? { edges: [], counts: [] }, SMALLEST_BIN);
      return { id, edges, shares: roundedShares(counts) };
    }),
  };
  // As it will be read from its file: later runs must not compare with digits that the file does not hold.
  return JSON.parse(contentJson(baseline)) as Baseline;
}

/** How far the customers have moved since the fit, from the assignment and the features in the engine. */
export async function measureDrift(
  { engine, config }: GenerateContext,
  model: SegmentationModel,
  baseline: Baseline,
): Promise<Drift> {
  const spreads = await readGroupSpreads(engine);
  const bins = await readFeatureBins(
    engine,
    model.features,
    baseline.features.map(({ edges }) => edges),
  );
  return segmentationDrift(
    baseline,
    {
      groups: new Map(spreads.map(({ id, customers }) => [id, customers])),
      outside: await countOutside(engine, baseline.groups),
      features: bins.map(({ counts }) => roundedShares(counts)),
    },
    {
      labels: new Map(model.features.map(({ id, label }) => [id, label])),
      floor: config.privacy.floor,
    },
  );
}

/**
 * How customers moved since a quarter ago; null where nobody bought before, and where columns of a table decide, of
 * which nobody knows what they said a quarter ago.
 */
export async function measureMovement(
  { engine, asOf, config }: GenerateContext,
  model: SegmentationModel,
): Promise<Movement | null> {
  if (model.features.some(({ column }) => column)) return null;
  const quarter = await readQuarterMovement(engine, model, asOf);
  if (quarter === null) return null;
  const ids = model.centroids.map(({ persona }) => persona).sort();
  return {
    from: quarter.from,
    to: asOf,
    ...personaMovement(quarter.moved, ids, config.privacy.floor),
  };
}
