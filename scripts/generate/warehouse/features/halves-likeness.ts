import type { HalvesLikeness } from '#core/segmentation/habit-problem.ts';
import type { Engine } from '../engine.ts';
import { createCustomerFeatures, featureColumn } from './customer-features.ts';
import type { FeatureDefinition } from './feature-definitions.ts';
import { withOrdersOtherwise } from './orders-otherwise.ts';

/** How alike the features are by either half of the orders of the same customers, by feature. */
export async function halvesLikeness(
  engine: Engine,
  asOf: string,
  features: readonly FeatureDefinition[],
): Promise<Map<string, HalvesLikeness>> {
  if (features.length === 0) return new Map();
  await withOrdersOtherwise(
    engine,
    asOf,
    async (half) => {
      await createCustomerFeatures(engine, features);
      await engine.run(
        `CREATE OR REPLACE TEMP TABLE features_of_${half} AS
         SELECT * FROM customer_features SEMI JOIN buyer_totals USING (buyer)`,
      );
    },
    ['first', 'second'],
  );
  const columns = features.flatMap((_, position) => {
    const column = featureColumn(position);
    return [
      `CAST(count(f.${column} + s.${column}) AS INTEGER) AS customers_${position}`,
      `corr(f.${column}, s.${column}) AS correlation_${position}`,
    ];
  });
  const [row = {}] = await engine.rows<Record<string, number | null>>(
    `SELECT ${columns.join(', ')} FROM features_of_first f JOIN features_of_second s USING (buyer)`,
  );
  await engine.run('DROP TABLE features_of_first');
  await engine.run('DROP TABLE features_of_second');
  return new Map(
    features.map(({ id }, position) => {
      const correlation = row[`correlation_${position}`] ?? null;
      return [
        id,
        {
          customers: row[`customers_${position}`] ?? 0,
          correlation: Number.isFinite(correlation) ? correlation : null,
        },
      ];
    }),
  );
}
