import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { Baseline } from '#core/schemas/segmentation-history.ts';
import type { GroupOverlap, GroupProfiles } from '#core/segmentation/match-groups.ts';
import type { Engine, Parameter } from '../engine.ts';
import { standardScores, transformedFeatures } from './assign-personas.ts';
import { beyondRadius } from './group-radii.ts';

/** Standard scores are added up in millionths: whole numbers have the same sum in any order. */
const MILLIONTHS = 1_000_000;

/**
 * Keeps the present assignment under another name, with the standard scores that it rests on, so that a refit can be
 * compared with it. The columns of `customer_features` must be those of the model. Whoever first bought after the fit and
 * lies beyond the radius of the nearest group was never of it: a new kind of customer must not take over its name.
 *
 * @param baseline of the fit; null where a file does not hold one
 */
export async function keepPreviousPersonas(
  engine: Engine,
  model: Pick<SegmentationModel, 'features'>,
  baseline: Baseline | null,
): Promise<void> {
  const parameters: Parameter[] = [];
  const scores = standardScores(model, (value) => `CAST($${parameters.push(value)} AS DOUBLE)`);
  const never: Parameter[] = [];
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE previous_personas AS
     FROM buyer_personas p
     WHERE NOT (${beyondRadius(baseline?.groups ?? [], never)}
       AND buyer IN (
         SELECT buyer FROM purchase_orders GROUP BY buyer
         HAVING min(placed_on) > CAST($${never.push(baseline?.on ?? null)} AS DATE)))`,
    never,
  );
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE previous_scores AS
     SELECT buyer, ${scores.join(', ')} FROM ${transformedFeatures(model)}`,
    parameters,
  );
}

/** Overlaps between the kept assignment and the present one, by id. */
export async function readPersonaOverlaps(engine: Engine): Promise<GroupOverlap[]> {
  return engine.rows<Pick<GroupOverlap, keyof GroupOverlap>>(
    `SELECT p.persona AS before, n.persona AS after, CAST(count(*) AS INTEGER) AS shared,
            CAST(max(b.size) AS INTEGER) AS "beforeSize",
            CAST(max(a.size) AS INTEGER) AS "afterSize"
     FROM previous_personas p
     JOIN buyer_personas n USING (buyer)
     JOIN (SELECT persona, count(*) AS size FROM previous_personas GROUP BY persona) b ON b.persona = p.persona
     JOIN (SELECT persona, count(*) AS size FROM buyer_personas GROUP BY persona) a ON a.persona = n.persona
     GROUP BY p.persona, n.persona
     ORDER BY before, after`,
  );
}

/** Mean standard scores, by the features of the kept assignment, of the groups before and of those now. */
export async function readPersonaProfiles(
  engine: Engine,
  { features }: Pick<SegmentationModel, 'features'>,
): Promise<{ before: GroupProfiles; after: GroupProfiles }> {
  const sums = features.map(
    (_, position) =>
      `CAST(sum(CAST(round(z${position} * ${MILLIONTHS}) AS HUGEINT)) AS VARCHAR) AS z${position}`,
  );
  const profilesOf = async (table: string): Promise<GroupProfiles> => {
    const rows = await engine.rows<Record<string, string>>(
      `SELECT persona, count(*) AS customers, ${sums.join(', ')}
       FROM previous_scores JOIN ${table} USING (buyer)
       WHERE persona IS NOT NULL GROUP BY persona ORDER BY persona`,
    );
    return new Map(
      rows.map((row) => [
        String(row['persona']),
        features.map(
          (_, position) => Number(row[`z${position}`]) / MILLIONTHS / Number(row['customers']),
        ),
      ]),
    );
  };
  return {
    before: await profilesOf('previous_personas'),
    after: await profilesOf('buyer_personas'),
  };
}

/** Lets go of what was kept. */
export async function dropPreviousPersonas(engine: Engine): Promise<void> {
  await engine.run('DROP TABLE IF EXISTS previous_personas');
  await engine.run('DROP TABLE IF EXISTS previous_scores');
}
