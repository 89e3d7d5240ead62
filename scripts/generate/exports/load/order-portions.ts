import type { Engine } from '#generate/warehouse/engine.ts';
import { ROW_GROUP } from '../read/load-raw.ts';

/**
 * Rows that are loaded at once: what is made of them on the way to the orders and their lines has room in memory. Whole
 * groups, since a group that two portions share is read twice.
 */
export const PORTION_ROWS = 8 * ROW_GROUP;
/** Rows in which a new order is looked for: none has as many lines. */
const LONGEST_ORDER = 10_000;

/** The first row of a portion, in the order of the files. */
interface Border {
  file: number;
  piece: number;
}

/**
 * Loads the rows of a platform ("rows") in portions of whole orders: the view stands for one after the other. Exports keep
 * the rows of an order together; where portions have an order in common all the same, they are loaded as one.
 *
 * @returns how many portions there were
 */
export async function inPortions(
  engine: Engine,
  portionRows: number,
  load: () => Promise<void>,
): Promise<number> {
  const borders = await wholeOrders(engine, await findBorders(engine, portionRows));
  if (borders.length === 0) {
    await load();
    return 1;
  }
  await engine.run('ALTER VIEW "rows" RENAME TO all_rows');
  for (const [index, next] of [...borders, undefined].entries()) {
    const last = borders[index - 1];
    const bounds = [
      ...(last === undefined ? [] : [`NOT ${isBefore(last)}`]),
      ...(next === undefined ? [] : [isBefore(next)]),
    ];
    await engine.run(
      `CREATE OR REPLACE VIEW "rows" AS SELECT * FROM all_rows WHERE ${bounds.join(' AND ')}`,
    );
    await load();
  }
  await engine.run('DROP VIEW "rows"');
  await engine.run('ALTER VIEW all_rows RENAME TO "rows"');
  return borders.length + 1;
}

/** SQL: whether a row comes before the border. */
function isBefore({ file, piece }: Border): string {
  return `(file < ${file} OR (file = ${file} AND piece < ${piece}))`;
}

/** Where portions of so many rows can begin: at the next order. What is left over is part of the last one. */
async function findBorders(engine: Engine, portionRows: number): Promise<Border[]> {
  const files = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, max(piece) + 1 AS "rows" FROM "rows" GROUP BY file ORDER BY file`,
  );
  const all = files.reduce((sum, { rows }) => sum + Number(rows), 0);
  const borders: Border[] = [];
  let before = 0;
  let inPortion = 0;
  for (const { file, rows } of files) {
    let piece = Math.max(0, portionRows - inPortion);
    while (piece < Number(rows) && all - before - piece >= portionRows / 2) {
      const next = await nextOrder(engine, { file, piece });
      if (next !== null) borders.push({ file, piece: next });
      piece = (next ?? piece) + portionRows;
    }
    before += Number(rows);
    inPortion = Number(rows) - (piece - portionRows);
  }
  return borders;
}

async function nextOrder(engine: Engine, { file, piece }: Border): Promise<number | null> {
  const [found] = await engine.rows<{ piece: string | null }>(
    `SELECT min(piece) AS piece FROM (
      SELECT piece, "order" IS DISTINCT FROM lag("order") OVER (ORDER BY piece) AS begins FROM "rows"
      WHERE file = ${file} AND piece BETWEEN ${piece - 1} AND ${piece + LONGEST_ORDER}
    ) WHERE begins AND piece >= ${piece}`,
  );
  return found?.piece == null ? null : Number(found.piece);
}

/** Leaves out the borders that an order has rows on both sides of. */
async function wholeOrders(engine: Engine, borders: Border[]): Promise<Border[]> {
  if (borders.length === 0) return [];
  const cases = borders.map((border, index) => `WHEN ${isBefore(border)} THEN ${index}`);
  const common = await engine.rows<{ first: number; last: number }>(
    `SELECT DISTINCT first, last FROM (
      SELECT min(portion) AS first, max(portion) AS last
      FROM (SELECT "order", CASE ${cases.join(' ')} ELSE ${borders.length} END AS portion FROM "rows") GROUP BY "order"
    ) WHERE first < last`,
  );
  return borders.filter((_, index) =>
    common.every(({ first, last }) => index < first || index >= last),
  );
}
