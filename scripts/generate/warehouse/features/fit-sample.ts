import type { Engine } from '../engine.ts';
import { featureColumn, featureQuery } from './customer-features.ts';
import type { FeatureDefinition } from './feature-definitions.ts';

/** Customers that a model is fitted on at most. */
const LARGEST_SAMPLE = 50_000;

/** Raw feature values of the customers that the model is fitted on, one array a feature; by digest. */
export async function readFitSample(
  engine: Engine,
  featureCount: number,
): Promise<(number | null)[][]> {
  const columns = Array.from({ length: featureCount }, (_, position) => featureColumn(position));
  const rows = await engine.rows<Record<string, number | null>>(
    `SELECT ${columns.join(', ')} FROM customer_features ORDER BY buyer LIMIT ${LARGEST_SAMPLE}`,
  );
  return columns.map((column) => rows.map((row) => row[column] ?? null));
}

/** Customers that columns are screened on: a million pairs of columns cost that many products each. */
const SCREENED = 3_000;
/** Features that one statement computes. */
const BATCH = 50;

/** Raw values of any number of features for the first customers by digest, one array a feature. */
export async function readFeatureSample(
  engine: Engine,
  features: readonly FeatureDefinition[],
): Promise<(number | null)[][]> {
  const values: (number | null)[][] = [];
  for (let first = 0; first < features.length; first += BATCH) {
    const batch = features.slice(first, first + BATCH);
    const { sql, parameters } = featureQuery(batch, SCREENED);
    const columns = batch.map((_, position) => featureColumn(position));
    const rows = await engine.rows<Record<string, number | null>>(
      `SELECT ${columns.join(', ')} FROM (${sql}) ORDER BY buyer`,
      parameters,
    );
    values.push(...columns.map((column) => rows.map((row) => row[column] ?? null)));
  }
  return values;
}
