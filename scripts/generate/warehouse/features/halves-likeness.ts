import type { HalvesLikeness } from '#core/segmentation/habit-problem.ts';
import type { Engine } from '../engine.ts';
import { createCustomerFeatures, featureColumn } from './customer-features.ts';
import type { FeatureDefinition } from './feature-definitions.ts';
import { withOrdersOtherwise } from './orders-otherwise.ts';

/** Shares of somebody's orders, pieces or money: each half of the orders has them as well. */
const SHARE = /Share(:.+)?$/su;

/** How alike the shares among the features are by either half of the orders of the same customers, by feature. */
export async function halvesLikeness(
  engine: Engine,
  asOf: string,
  features: readonly FeatureDefinition[],
): Promise<Map<string, HalvesLikeness>> {
  const shares = features.filter(({ id }) => SHARE.test(id));
  if (shares.length === 0) return new Map();
  await withOrdersOtherwise(
    engine,
    asOf,
    async (half) => {
      await createCustomerFeatures(engine, shares);
      await engine.run(
        `CREATE OR REPLACE TEMP TABLE shares_of_${half} AS
         SELECT * FROM customer_features SEMI JOIN buyer_totals USING (buyer)`,
      );
    },
    ['first', 'second'],
  );
  const columns = shares.flatMap((_, position) => {
    const column = featureColumn(position);
    return [
      `CAST(count(f.${column} + s.${column}) AS INTEGER) AS customers_${position}`,
      `corr(f.${column}, s.${column}) AS correlation_${position}`,
    ];
  });
  const [row = {}] = await engine.rows<Record<string, number | null>>(
    `SELECT ${columns.join(', ')} FROM shares_of_first f JOIN shares_of_second s USING (buyer)`,
  );
  await engine.run('DROP TABLE shares_of_first');
  await engine.run('DROP TABLE shares_of_second');
  return new Map(
    shares.map(({ id }, position) => {
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
