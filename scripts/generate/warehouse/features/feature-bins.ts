import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { Bins } from '#core/segmentation/merge-small-bins.ts';
import type { Engine, Parameter } from '../engine.ts';
import { transformedFeatures } from './assign-personas.ts';
import { featureColumn } from './customer-features.ts';

type Features = SegmentationModel['features'];

/** Distributions are those of so many customers, ordered by digest, as for the fit: more do not tell more. */
const MOST_CUSTOMERS = 50_000;
const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Edges just above the deciles of every feature, on the scale it is analysed on, ascending; none where nobody has a value. */
export async function readFeatureDeciles(engine: Engine, features: Features): Promise<number[][]> {
  const columns = features.map(
    (_, position) =>
      `quantile_disc(${featureColumn(position)}, [${DECILES.join(', ')}]) AS q${position}`,
  );
  const [row] = await engine.rows<Record<string, number[] | null>>(
    `SELECT ${columns.join(', ')} FROM ${transformedFeatures({ features })} WHERE buyer <= ${MOST_CUSTOMERS}`,
  );
  return features.map((_, position) => {
    const deciles = (row?.[`q${position}`] ?? []).map((value) => justAbove(Number(value)));
    return [...new Set(deciles)].sort((a, b) => a - b);
  });
}

/** An edge with digits that a file holds, and never below the value that it was made of. */
function justAbove(value: number): number {
  return Number((value + 1e-9 * Math.max(1, Math.abs(value))).toPrecision(10));
}

/** How many customers lie between the edges of each feature; the last count is of missing values. */
export async function readFeatureBins(
  engine: Engine,
  features: Features,
  edges: readonly (readonly number[])[],
): Promise<Bins[]> {
  const parameters: Parameter[] = [];
  const columns = features.flatMap((_, position) => {
    const bounds = (edges[position] ?? []).map(
      (edge) => `CAST($${parameters.push(edge)} AS DOUBLE)`,
    );
    const value = featureColumn(position);
    return [
      `count(${value}) AS known${position}`,
      `histogram(${value}, CAST([${bounds.join(', ')}] AS DOUBLE[])) AS bins${position}`,
    ];
  });
  const [row] = await engine.rows(
    `SELECT count(*) AS customers, ${columns.join(', ')} FROM ${transformedFeatures({ features })} WHERE buyer <= ${MOST_CUSTOMERS}`,
    parameters,
  );
  const customers = Number(row?.['customers'] ?? 0);
  return features.map((_, position) => {
    const own = [...(edges[position] ?? [])];
    const known = Number(row?.[`known${position}`] ?? 0);
    // One entry an edge, of what lies at or below it and above the one before; null where nobody has a value.
    const bins = (row?.[`bins${position}`] ?? []) as { value: string }[];
    const counts = own.map((_edge, bin) => Number(bins[bin]?.value ?? 0));
    const beyond = known - counts.reduce((sum, count) => sum + count, 0);
    return { edges: own, counts: [...counts, beyond, customers - known] };
  });
}
