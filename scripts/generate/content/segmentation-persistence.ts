import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { FittedSegmentation } from '#core/segmentation/fit-segmentation.ts';
import {
  orderPersistence,
  persistenceProblem,
  type HalvesCount,
} from '#core/segmentation/order-persistence.ts';
import type { GenerateContext } from '../generate-context.ts';
import { silentProgress } from '../progress.ts';
import { withOrderHalves } from '../warehouse/features/order-halves.ts';
import { assignByModel } from './segmentation-assign.ts';

/**
 * The fit with what other orders of the same customers say about it: groups that nobody stays in are no kinds of
 * customers, and lose their trust.
 *
 * @param model the fitted model with any names for its groups
 */
export async function checkPersistence(
  context: GenerateContext,
  fitted: FittedSegmentation,
  model: SegmentationModel,
): Promise<FittedSegmentation> {
  const persistence = orderPersistence(await countHalves(context, model));
  const certificate = { ...fitted.certificate, persistence };
  const problem = persistenceProblem(persistence);
  if (problem === null || !fitted.certificate.trusted) return { ...fitted, certificate };
  return {
    ...fitted,
    explanation: `${fitted.explanation}. But ${problem}. Treat them as a hint`,
    certificate: { ...certificate, trusted: false },
    clusters: fitted.clusters.map((cluster) => ({ ...cluster, verdict: 'untrusted' })),
  };
}

async function countHalves(
  context: GenerateContext,
  model: SegmentationModel,
): Promise<HalvesCount[]> {
  const { engine, asOf } = context;
  await withOrderHalves(engine, asOf, async (half) => {
    await assignByModel({ ...context, progress: silentProgress }, model);
    await engine.run(
      `CREATE OR REPLACE TEMP TABLE ${half}_half AS
       SELECT buyer, persona FROM buyer_personas SEMI JOIN buyer_totals USING (buyer)`,
    );
  });
  const rows = await engine.rows<Record<'first' | 'second' | 'customers', string>>(
    `SELECT f.persona AS "first", s.persona AS "second", count(*) AS customers
     FROM first_half f JOIN second_half s USING (buyer)
     WHERE f.persona IS NOT NULL AND s.persona IS NOT NULL
     GROUP BY ALL ORDER BY ALL`,
  );
  await engine.run('DROP TABLE first_half');
  await engine.run('DROP TABLE second_half');
  return rows.map(({ first, second, customers }) => ({
    first,
    second,
    customers: Number(customers),
  }));
}
