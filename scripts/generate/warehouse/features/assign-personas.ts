import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import { OUTERMOST_STANDARD_SCORE, type Transform } from '#core/segmentation/transform-feature.ts';
import type { Engine, Parameter } from '../engine.ts';
import { featureColumn } from './customer-features.ts';

/** What is left in the engine for `.portal/assignments.csv`. */
const ASSIGNMENTS_TABLE = 'assignments';

/**
 * Table `buyer_personas`: every buyer with the Portrait whose centroid is nearest, by the stored model; on equal
 * distance the earlier one. The columns of `customer_features` must be those of the model, in its order.
 */
export async function assignPersonas(engine: Engine, model: SegmentationModel): Promise<void> {
  const parameters: Parameter[] = [];
  const number = (value: number): string => {
    parameters.push(value);
    return `CAST($${parameters.length} AS DOUBLE)`;
  };
  const scores = standardScores(model, number);
  const factors = (model.scoreWeights[0] ?? []).map((_, factor) => {
    const terms = model.scoreWeights.map(
      (weights, position) => `z${position} * ${number(weights[factor] ?? 0)}`,
    );
    return `${terms.join(' + ')} AS f${factor}`;
  });
  const distances = model.centroids.map(({ center }, index) => {
    const terms = center.map((value, factor) => {
      const apart = `(f${factor} - ${number(value)})`;
      return `${apart} * ${apart}`;
    });
    return `${terms.join(' + ')} AS d${index}`;
  });
  const all = model.centroids.map((_, index) => `d${index}`);
  const personas = model.centroids.map(({ persona }, index) => {
    parameters.push(persona);
    return `WHEN d${index} = nearest THEN CAST($${parameters.length} AS persona_id)`;
  });
  await enumeratePersonas(engine, model);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE buyer_personas AS
     SELECT buyer, CASE ${personas.join(' ')} END AS persona, sqrt(nearest) AS distance
     FROM (
       SELECT buyer, ${all.join(', ')}, least(${all.join(', ')}) AS nearest
       FROM (
         SELECT buyer, ${distances.join(', ')}
         FROM (
           SELECT buyer, ${factors.join(', ')}
           FROM (SELECT buyer, ${scores.join(', ')} FROM ${transformedFeatures(model)})
         )
       )
     )`,
    parameters,
  );
}

/** Type `persona_id`: ids in the order of texts, of which the engine keeps and compares only numbers. */
async function enumeratePersonas(engine: Engine, { centroids }: SegmentationModel): Promise<void> {
  const ids = centroids.map(({ persona }) => persona);
  const bound = ids.map((_, index) => `($${index + 1})`);
  await engine.run(
    `CREATE OR REPLACE TEMP TYPE persona_id AS ENUM (
       SELECT DISTINCT CAST(id AS VARCHAR) AS id FROM (VALUES ${bound.join(', ')}) t(id) ORDER BY id)`,
    ids,
  );
}

/**
 * SQL of each feature's standard score, `z0`, `z1` … in the order of the model, of a row of `transformedFeatures`; missing
 * ones are average.
 *
 * @param number puts a number into the statement
 */
export function standardScores(
  { features }: Pick<SegmentationModel, 'features'>,
  number: (value: number) => string,
): string[] {
  return features.map(({ mean, standardDeviation }, position) => {
    const value = featureColumn(position);
    const score = `(${value} - ${number(mean)}) / ${number(standardDeviation)}`;
    const held = `greatest(-${OUTERMOST_STANDARD_SCORE}, least(${OUTERMOST_STANDARD_SCORE}, ${score}))`;
    // greatest() and least() skip NULL: a missing value has to be asked for itself.
    return `CASE WHEN ${value} IS NULL THEN 0.0 ELSE ${held} END AS z${position}`;
  });
}

/** No buyer belongs to a Portrait: the segmentation was refused. */
export async function assignNobody(engine: Engine): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE buyer_personas (buyer INTEGER, persona VARCHAR, distance DOUBLE)',
  );
}

/** Table `assignments`: customer key, Portrait and distance from its centre; a person's own file, never content. */
export async function createAssignments(engine: Engine): Promise<string> {
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ${ASSIGNMENTS_TABLE} AS
     SELECT customer, persona, round(distance, 6) AS distance
     FROM buyer_personas JOIN buyers USING (buyer)`,
  );
  return ASSIGNMENTS_TABLE;
}

/**
 * SQL of `customer_features` with each feature on the scale it is analysed on, see transformFeature; null where it is
 * missing. A logarithm is taken once a customer, not once a use.
 */
export function transformedFeatures({ features }: Pick<SegmentationModel, 'features'>): string {
  const columns = features.map(({ transform }, position) => {
    const column = featureColumn(position);
    return `${transformed(column, transform)} AS ${column}`;
  });
  return `(SELECT ${['buyer', ...columns].join(', ')} FROM customer_features)`;
}

function transformed(column: string, transform: Transform): string {
  if (transform === 'identity') return column;
  if (transform === 'log') return `CASE WHEN ${column} > 0 THEN ln(${column}) END`;
  return `CASE WHEN ${column} > -1 THEN ln(1 + ${column}) END`;
}
