import type { Engine } from '#generate/warehouse/engine.ts';
import { INTERCHANGE, type ExportTable } from '../interchange.ts';
import type { ReadFile } from '../read/read-file.ts';

/**
 * Creates the view "rows": all files of a platform in the interchange columns of their table, besides "file", "row"
 * (position of the row in its file, for the account) and "piece" (the same, but different for each of the rows that
 * an adapter makes of one).
 *
 * @returns the interchange columns that a file fills
 */
export async function createRows(
  engine: Engine,
  table: ExportTable,
  files: readonly ReadFile[],
): Promise<ReadonlySet<string>> {
  const parts: string[] = [];
  const filled = new Set<string>();
  for (const file of files) {
    const [from, piece] = await expandRows(engine, file);
    for (const { select, where } of fillings(table, file)) {
      for (const name of Object.keys(select)) filled.add(name);
      const columns = Object.entries(INTERCHANGE[table]).map(
        ([name, type]) => `CAST(${select[name] ?? 'NULL'} AS ${type}) AS "${name}"`,
      );
      parts.push(
        `SELECT ${file.number} AS file, "row", ${piece} AS piece, ${columns.join(', ')} FROM ${from} WHERE ${where}`,
      );
    }
  }
  const all = parts.join(' UNION ALL ');
  const isNamed =
    table === 'orders' &&
    files.some((file) => fillings(table, file).some(({ select }) => !('order' in select)));
  await engine.run(`CREATE VIEW "rows" AS ${isNamed ? withKeys(all) : all}`);
  return filled;
}

/** The table that the adapter's SQL is over, and what tells its rows apart. */
async function expandRows(engine: Engine, { plan, number }: ReadFile): Promise<[string, string]> {
  const { expand } = plan.adapter;
  if (expand === undefined) return [`typed_${number}`, '"row"'];
  await engine.run(`CREATE TABLE IF NOT EXISTS expanded_${number} AS ${expand(`typed_${number}`)}`);
  return [`expanded_${number}`, 'rowid'];
}

/** The ways in which the file's rows fill the table: as their own, or besides. */
function fillings(
  table: ExportTable,
  { plan: { adapter } }: ReadFile,
): { select: Record<string, string>; where: string }[] {
  const own = adapter.table === table ? [{ select: adapter.select, where: 'true' }] : [];
  return [...own, ...(adapter.also ?? []).filter((other) => other.table === table)];
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
  for (const { number } of files) {
    await engine.run(`DROP TABLE IF EXISTS expanded_${number}`);
    await engine.run(`DROP TABLE typed_${number}`);
  }
}
