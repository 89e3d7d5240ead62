import type { Engine } from '#generate/warehouse/engine.ts';
import { nameWordsSql, personNameSql } from './person-names.ts';

/** Names of people met while reading, as they are looked for; only ever in the engine's memory. */
export const NAMES_TABLE = 'met_names';

export async function createNames(engine: Engine): Promise<void> {
  await engine.run(`CREATE TABLE IF NOT EXISTS ${NAMES_TABLE} (name VARCHAR)`);
}

/**
 * Adds the names in columns of a table. "Anna M. Smith" is looked for as "Anna Smith" too.
 *
 * @param columns numbers of the columns (c0, c1 …) that together are a name: one, or first and last
 */
export async function collectNames(
  engine: Engine,
  table: string,
  columns: readonly number[][],
): Promise<void> {
  await createNames(engine);
  for (const cells of columns) {
    const whole = `concat_ws(' ', ${cells.map((cell) => `c${cell}`).join(', ')})`;
    await engine.run(
      `INSERT INTO ${NAMES_TABLE}
      SELECT DISTINCT name FROM (
        SELECT unnest([${personNameSql('words')}, ${personNameSql('list_filter(words, w -> length(w) > 1)')}]) AS name
        FROM (SELECT ${nameWordsSql('whole')} AS words FROM (SELECT DISTINCT ${whole} AS whole FROM ${table}))
      ) WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM ${NAMES_TABLE})`,
    );
  }
}
