import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { FittedSegmentation } from '#core/segmentation/fit-segmentation.ts';
import {
  orderPersistence,
  persistenceProblem,
  type HalvesCount,
} from '#core/segmentation/order-persistence.ts';
import {
  chanceOfSingleOrders,
  shareByChance,
  type SingleOrderCount,
} from '#core/segmentation/single-orders.ts';
import type { GenerateContext } from '../generate-context.ts';
import { silentProgress } from '../progress.ts';
import { MOST_DEALT, withOrdersOtherwise } from '../warehouse/features/orders-otherwise.ts';
import { assignByModel } from './segmentation-assign.ts';

/**
 * The fit with what other orders say about it. Groups that nobody stays in, by one half of their orders and by the other,
 * are no kinds of customers, and lose their trust; of groups of one-time buyers it is known how many chance would give.
 *
 * @param model the fitted model with any names for its groups
 */
export async function checkPersistence(
  context: GenerateContext,
  fitted: FittedSegmentation,
  model: SegmentationModel,
): Promise<FittedSegmentation> {
  const { halves, singleOrders } = await countOtherwise(context, model);
  const persistence = orderPersistence(halves);
  const certificate = { ...fitted.certificate, persistence };
  const clusters = fitted.clusters.map((cluster, index) => {
    const count = singleOrders.find(({ group }) => group === model.centroids[index]?.persona);
    return {
      ...cluster,
      singleOrders: count ? chanceOfSingleOrders(count) : null,
      foundByChance: count ? shareByChance(count, singleOrders) : null,
    };
  });
  const problem = persistenceProblem(persistence);
  if (problem === null || !fitted.certificate.trusted) return { ...fitted, certificate, clusters };
  return {
    ...fitted,
    explanation: `${fitted.explanation}. But ${problem}. Treat them as a hint`,
    certificate: { ...certificate, trusted: false },
    clusters: clusters.map((cluster) => ({ ...cluster, verdict: 'untrusted' })),
  };
}

async function countOtherwise(
  context: GenerateContext,
  model: SegmentationModel,
): Promise<{ halves: HalvesCount[]; singleOrders: SingleOrderCount[] }> {
  const { engine, asOf } = context;
  const assignedTo = async (table: string): Promise<void> => {
    await assignByModel({ ...context, progress: silentProgress }, model);
    await engine.run(
      `CREATE OR REPLACE TEMP TABLE ${table} AS
       SELECT buyer, persona, orders = 1 AS once FROM buyer_personas JOIN buyer_totals USING (buyer)
       WHERE persona IS NOT NULL`,
    );
  };
  await assignedTo('by_own_orders');
  await withOrdersOtherwise(engine, asOf, (orders) => assignedTo(`by_${orders}_orders`));
  const halves = await engine.rows<Pick<HalvesCount, keyof HalvesCount>>(
    `SELECT f.persona AS "first", s.persona AS "second", CAST(count(*) AS INTEGER) AS customers
     FROM by_first_orders f JOIN by_second_orders s USING (buyer)
     GROUP BY ALL ORDER BY ALL`,
  );
  const singleOrders = await engine.rows<Pick<SingleOrderCount, keyof SingleOrderCount>>(
    `WITH dealt AS (
       SELECT persona, count(*) AS customers FROM by_dealt_orders WHERE once GROUP BY persona
     )
     SELECT o.persona AS "group", CAST(count(*) AS INTEGER) AS customers,
            CAST(count(*) FILTER (o.once) AS INTEGER) AS once,
            CAST(coalesce(any_value(d.customers), 0) AS INTEGER) AS "onceByChance"
     FROM by_own_orders o LEFT JOIN dealt d USING (persona)
     WHERE o.buyer <= ${MOST_DEALT}
     GROUP BY o.persona ORDER BY o.persona`,
  );
  for (const orders of ['own', 'first', 'second', 'dealt']) {
    await engine.run(`DROP TABLE by_${orders}_orders`);
  }
  return { halves, singleOrders };
}
