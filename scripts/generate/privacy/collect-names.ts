import type { Engine } from '#generate/warehouse/engine.ts';
import {
  germanLettersSql,
  isPlaceholderSql,
  nameWordsSql,
  personNameSql,
  plainLettersSql,
  unspacedNamesSql,
} from './person-names.ts';

/** Names of people met while reading, as they are looked for; only ever in the engine's memory. */
export const NAMES_TABLE = 'met_names';

export async function createNames(engine: Engine): Promise<void> {
  await engine.run(`CREATE TABLE IF NOT EXISTS ${NAMES_TABLE} (name VARCHAR)`);
}

/**
 * Adds the names in columns of a table. "Anna M. Smith" is looked for as "Anna Smith" too, "田中 太郎" as "田中太郎", "Jörg Müller" as
 * "Joerg Mueller".
 *
 * @param columns numbers of the columns (c0, c1 …) that together are a name: one, or first and last
 */
export async function collectNames(
  engine: Engine,
  table: string,
  columns: readonly number[][],
): Promise<void> {
  await createNames(engine);
  for (const places of columns) {
    const cells = places.map((place) => `c${place}`);
    await engine.run(
      `INSERT INTO ${NAMES_TABLE}
      WITH folded AS (
        SELECT DISTINCT ${plainLettersSql('unnest(ways)')} AS name
        FROM (
          SELECT CASE WHEN regexp_matches(written, '[äöüÄÖÜ]') THEN [written, ${germanLettersSql('written')}]
            ELSE [written] END AS ways
          FROM (
            SELECT DISTINCT concat_ws(' ', ${cells.join(', ')}) AS written
            FROM ${table} WHERE coalesce(${cells.join(', ')}) IS NOT NULL
          )
        )
      ), pairs AS (
        SELECT split_part(name, ' ', 1) AS a, split_part(name, ' ', 2) AS b FROM folded WHERE ${IS_PAIR}
      ), others AS (
        SELECT ${nameWordsSql('name')} AS words FROM folded WHERE NOT ${IS_PAIR}
      )
      SELECT DISTINCT name FROM (
        SELECT least(a, b) || ' ' || greatest(a, b) AS name FROM pairs WHERE NOT (${isPlaceholderSql('a')} AND ${isPlaceholderSql('b')})
        UNION ALL
        SELECT unnest([${personNameSql('words')}, ${personNameSql('list_filter(words, w -> length(w) > 1)')}]) FROM others
        UNION ALL
        SELECT unnest(${unspacedNamesSql('name')}) FROM folded WHERE NOT ${IS_PAIR}
      ) WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM ${NAMES_TABLE})`,
    );
  }
}

/** First and last name in plain letters, as most are: told without lists, several times as fast. */
const IS_PAIR = `regexp_matches(name, '^[a-z]{2,} [a-z]{2,}$')`;
