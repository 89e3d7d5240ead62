import type { Engine } from '../engine.ts';
import { featureColumn } from './customer-features.ts';

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
