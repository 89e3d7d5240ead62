import type { Engine } from '#generate/warehouse/engine.ts';
import type { Adapter } from '../adapter.ts';
import { latestChange, refundOf, toMinute } from './file-ages.ts';

/**
 * SQL of the rows of older states of orders: an order that the file states more than once, whole each time
 * (`overlap.states`), counts as it was when it had changed last; of states that tell nothing of that the lowest one does. By
 * one number two shops can mean two orders: states of one have the time, the platform's own number and the buyer in common.
 *
 * @param typed the rows of the file
 */
export function olderStates(
  typed: string,
  order: string,
  adapter: Adapter,
  { begins, same }: NonNullable<NonNullable<Adapter['overlap']>['states']>,
): string {
  const { placed, platformId = 'NULL', buyer = 'NULL' } = adapter.overlap ?? {};
  const beginTwice = `SELECT hash("${order}") FROM ${typed} WHERE ${begins} GROUP BY ALL HAVING count(*) > 1`;
  return `WITH begun AS (
      SELECT *, (${begins}) AS begins, (${begins}) OR "${order}" IS DISTINCT FROM lag("${order}") OVER (ORDER BY "row") AS is_next,
        ${latestChange(adapter.columns)} AS changed, ${refundOf(adapter)} AS refund
      FROM ${typed}
    ), numbered AS (
      SELECT *, sum(CAST(is_next AS INTEGER)) OVER (ORDER BY "row") AS statement
      FROM begun WHERE hash("${order}") IN (${beginTwice})
    ), statements AS (
      SELECT "${order}" AS "order", statement, ${same} AS same, min(${platformId}) AS platform_id, min(lower(${buyer})) AS buyer,
        ${placed === undefined ? 'NULL' : toMinute(`min("${placed}")`)} AS placed,
        {'changed': max(changed), 'refund': max(refund), 'statement': statement} AS age
      FROM numbered GROUP BY "${order}", statement HAVING bool_or(begins)
    ), judged AS (
      SELECT statement, age <> max(age) OVER (PARTITION BY "order", same, platform_id, buyer, placed) AS is_older
      FROM statements WHERE same IS NOT NULL
    )
    SELECT "row" FROM numbered WHERE statement IN (SELECT statement FROM judged WHERE is_older)`;
}

/** SQL of the rows of older states of lines that have a number of their own (`overlap.line`). */
export function olderLines(typed: string, key: readonly string[], { columns }: Adapter): string {
  const names = key.map((name) => `"${name}"`);
  return `SELECT "row" FROM (
      SELECT "row", row_number() OVER (PARTITION BY ${names.join(', ')} ORDER BY changed DESC, "row" DESC) AS place
      FROM (SELECT "row", ${names.join(', ')}, ${latestChange(columns)} AS changed FROM ${typed})
      WHERE ${names.map((name) => `${name} IS NOT NULL`).join(' AND ')}
    ) WHERE place > 1`;
}

/**
 * Takes rows out of a file.
 *
 * @param older SQL of their numbers
 * @returns how many there were
 */
export async function deleteOlder(engine: Engine, typed: string, older: string): Promise<number> {
  await engine.run(`CREATE OR REPLACE TABLE older AS ${older}`);
  const [found] = await engine.rows<{ rows: string }>('SELECT count(*) AS "rows" FROM older');
  const rows = Number(found?.rows ?? 0);
  if (rows > 0) await engine.run(`DELETE FROM ${typed} WHERE "row" IN (SELECT "row" FROM older)`);
  await engine.run('DROP TABLE older');
  return rows;
}
