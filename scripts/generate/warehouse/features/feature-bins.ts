import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { Bins } from '#core/segmentation/merge-small-bins.ts';
import type { Engine, Parameter } from '../engine.ts';
import { transformedFeature } from './assign-personas.ts';
import { featureColumn } from './customer-features.ts';

type Features = SegmentationModel['features'];

/** Distributions are those of so many customers, ordered by digest, as for the fit: more do not tell more. */
const MOST_CUSTOMERS = 50_000;
const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Edges just above the deciles of every feature, on the scale it is analysed on, ascending; none where nobody has a value. */
export async function readFeatureDeciles(engine: Engine, features: Features): Promise<number[][]> {
  const columns = features.map(
    ({ transform }, position) =>
      `quantile_disc(${transformedFeature(featureColumn(position), transform)}, [${DECILES.join(', ')}]) AS q${position}`,
  );
  const [row] = await engine.rows<Record<string, number[] | null>>(
    `SELECT ${columns.join(', ')} FROM customer_features WHERE buyer <= ${MOST_CUSTOMERS}`,
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
  const columns = features.flatMap(({ transform }, position) => {
    const value = transformedFeature(featureColumn(position), transform);
    const upTo = (edges[position] ?? []).map(
      (edge, bin) =>
        `count(*) FILTER (WHERE ${value} <= CAST($${parameters.push(edge)} AS DOUBLE)) AS u${position}_${bin}`,
    );
    return [...upTo, `count(${value}) AS known${position}`];
  });
  const [row] = await engine.rows<Record<string, string>>(
    `SELECT count(*) AS customers, ${columns.join(', ')} FROM customer_features WHERE buyer <= ${MOST_CUSTOMERS}`,
    parameters,
  );
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return features.map((_, position) => {
    const own = [...(edges[position] ?? [])];
    const known = count(`known${position}`);
    const upTo = [...own.map((_edge, bin) => count(`u${position}_${bin}`)), known];
    return {
      edges: own,
      counts: [
        ...upTo.map((total, bin) => total - (upTo[bin - 1] ?? 0)),
        count('customers') - known,
      ],
    };
  });
}
