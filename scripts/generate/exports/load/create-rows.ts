import type { Engine } from '#generate/warehouse/engine.ts';
import { INTERCHANGE, type ExportTable } from '../interchange.ts';
import type { ReadFile } from '../read-file.ts';

/**
 * Creates the view "rows": all files of a platform in the interchange columns of their table, besides "file", "row"
 * (position of the row in its file, for the account) and "piece" (the same, but different for each of the rows that
 * an adapter makes of one).
 */
export async function createRows(
  engine: Engine,
  table: ExportTable,
  files: readonly ReadFile[],
): Promise<void> {
  const parts: string[] = [];
  for (const { plan, number } of files) {
    const { expand, select } = plan.adapter;
    const typed = `typed_${number}`;
    if (expand !== undefined) {
      await engine.run(`CREATE TABLE IF NOT EXISTS expanded_${number} AS ${expand(typed)}`);
    }
    const [from, piece] = expand === undefined ? [typed, '"row"'] : [`expanded_${number}`, 'rowid'];
    const columns = Object.entries(INTERCHANGE[table]).map(
      ([name, type]) => `CAST(${select[name] ?? 'NULL'} AS ${type}) AS "${name}"`,
    );
    parts.push(
      `SELECT ${number} AS file, "row", ${piece} AS piece, ${columns.join(', ')} FROM ${from}`,
    );
  }
  const all = parts.join(' UNION ALL ');
  const isNamed = table === 'orders' && files.some(({ plan }) => !('order' in plan.adapter.select));
  await engine.run(`CREATE OR REPLACE VIEW "rows" AS ${isNamed ? withKeys(all) : all}`);
}

/** Rows that know only the order's name meet those that know its key too; else the name is the key. */
function withKeys(all: string): string {
  return `WITH parts AS (${all}), keys AS (
      SELECT "orderName" AS name, min("order") AS "key" FROM parts
      WHERE "order" IS NOT NULL AND "orderName" IS NOT NULL GROUP BY "orderName"
    )
    SELECT parts.* REPLACE (coalesce("order", "key", "orderName") AS "order")
    FROM parts LEFT JOIN keys ON keys.name = parts."orderName"`;
}

/** Frees what the files were read into. */
export async function dropFiles(engine: Engine, files: readonly ReadFile[]): Promise<void> {
  await engine.run('DROP VIEW IF EXISTS "rows"');
  for (const { number } of files) {
    await engine.run(`DROP TABLE IF EXISTS expanded_${number}`);
    await engine.run(`DROP TABLE typed_${number}`);
  }
}
