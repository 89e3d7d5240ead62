import type { CoreCustomerCondition } from '#core/schemas/core-customer-settings.ts';
import type { Engine, Parameter } from '../engine.ts';
import { featureColumn, featureQuery } from './customer-features.ts';
import type { FeatureDefinition } from './feature-definitions.ts';

/** A condition with the feature that it is about. */
export interface FeatureCondition extends CoreCustomerCondition {
  definition: FeatureDefinition;
}

/** Table `core_customers` (buyer): buyers who meet all conditions. Needs the tables of `createBuyerTotals`. */
export async function createCoreCustomers(
  engine: Engine,
  conditions: readonly FeatureCondition[],
): Promise<void> {
  const { sql, parameters } = featureQuery(conditions.map(({ definition }) => definition));
  const bound: Parameter[] = [...parameters];
  const tests = conditionTests(conditions, bound);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE core_customers AS
     SELECT buyer FROM (${sql}) WHERE ${tests.join(' AND ')}`,
    bound,
  );
}

/** How many customers have a value of a condition's feature, and how many meet the condition. */
export interface ConditionCount {
  valued: number;
  met: number;
}

/** Counts each condition by itself, in their order. Needs the tables of `createBuyerTotals`. */
export async function countConditions(
  engine: Engine,
  conditions: readonly FeatureCondition[],
): Promise<{ customers: number; counts: ConditionCount[] }> {
  const { sql, parameters } = featureQuery(conditions.map(({ definition }) => definition));
  const bound: Parameter[] = [...parameters];
  const counts = conditionTests(conditions, bound).map(
    (test, position) =>
      `count(${featureColumn(position)}) AS valued_${position}, count(*) FILTER (WHERE ${test}) AS met_${position}`,
  );
  const [row] = await engine.rows<Record<string, string>>(
    `SELECT count(*) AS customers, ${counts.join(', ')} FROM (${sql})`,
    bound,
  );
  const number = (column: string): number => Number(row?.[column] ?? 0);
  return {
    customers: number('customers'),
    counts: conditions.map((_, position) => ({
      valued: number(`valued_${position}`),
      met: number(`met_${position}`),
    })),
  };
}

/** A test in SQL for each condition; its limits are bound behind the other values. */
function conditionTests(conditions: readonly FeatureCondition[], bound: Parameter[]): string[] {
  return conditions.map(({ atLeast, atMost }, position) => {
    const column = featureColumn(position);
    return [
      ...(atLeast === undefined ? [] : [`${column} >= CAST($${bound.push(atLeast)} AS DOUBLE)`]),
      ...(atMost === undefined ? [] : [`${column} <= CAST($${bound.push(atMost)} AS DOUBLE)`]),
    ].join(' AND ');
  });
}

/** Nobody is: a Portrait that was found or brought leads, or none. */
export async function takeNobodyForCore(engine: Engine): Promise<void> {
  await engine.run('CREATE OR REPLACE TEMP TABLE core_customers (buyer INTEGER)');
}

/** Everybody is meant: nobody can tell who is. */
export async function takeAllForCore(engine: Engine): Promise<void> {
  await engine.run('CREATE OR REPLACE TEMP TABLE core_customers AS SELECT buyer FROM buyers');
}

/**
 * Puts another assignment in the place of `buyer_personas` while something is measured: core customers under one id,
 * all others under another.
 */
export async function measureCoreCustomers<Result>(
  engine: Engine,
  ids: { core: string; others: string },
  measure: () => Promise<Result>,
): Promise<Result> {
  await engine.run('ALTER TABLE buyer_personas RENAME TO found_personas');
  await engine.run(
    `CREATE TEMP TABLE buyer_personas AS
     SELECT buyer, CASE WHEN buyer IN (FROM core_customers) THEN CAST($1 AS VARCHAR) ELSE CAST($2 AS VARCHAR) END AS persona,
            CAST(0 AS DOUBLE) AS distance
     FROM buyers`,
    [ids.core, ids.others],
  );
  const result = await measure();
  await engine.run('DROP TABLE buyer_personas');
  await engine.run('ALTER TABLE found_personas RENAME TO buyer_personas');
  return result;
}

/** How many the core customers are, and how many would be told apart by comparing them with Portraits that were found. */
export interface CoreOverlap {
  /** Core customers. */
  people: number;
  /** Core customers outside every Portrait that lies wholly among them. */
  beyond: number;
  /** People of the Portraits that have any core customer, who are none. */
  short: number;
}

/** Compares `core_customers` with `buyer_personas`. */
export async function readCoreOverlap(engine: Engine): Promise<CoreOverlap> {
  const [row] = await engine.rows<{ people: string; beyond: string; short: string }>(
    `WITH counted AS (
       SELECT p.persona, count(*) AS people, count(*) FILTER (WHERE buyer IN (FROM core_customers)) AS core
       FROM buyers LEFT JOIN buyer_personas p USING (buyer)
       GROUP BY p.persona
     )
     SELECT coalesce(sum(core), 0) AS people, coalesce(sum(core) FILTER (WHERE core < people OR persona IS NULL), 0) AS beyond,
            coalesce(sum(people - core) FILTER (WHERE core > 0 AND persona IS NOT NULL), 0) AS short
     FROM counted`,
  );
  return {
    people: Number(row?.people ?? 0),
    beyond: Number(row?.beyond ?? 0),
    short: Number(row?.short ?? 0),
  };
}
