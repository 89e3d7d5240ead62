import type { Engine } from '#generate/warehouse/engine.ts';
import type { Adapter } from '../adapter.ts';
import type { ExportTable } from '../interchange.ts';
import type { RowAccount } from '../load/row-account.ts';
import type { ReadFile } from './read-file.ts';
import { commonCell, latestChange, refundOf } from './file-ages.ts';
import { deleteOlder, olderLines, olderStates } from './repeated-states.ts';

const COPY = {
  code: 'ignored/repeated-order',
  reason:
    'Rows of orders that stand in the file a second time, with the same lines: it was pasted together, and the state that changed last counts',
};

const OLDER_STATE = {
  code: 'ignored/repeated-order',
  reason:
    'Rows of orders that stand in the file a second time, whole each time: the state that changed last counts',
};

const OLDER_LINE = {
  code: 'ignored/repeated-row',
  reason: 'Rows of lines with a number of their own that stand in the file a second time',
};

/** Tables whose rows are things that happened once; in a report of campaigns two days can be alike. */
const TABLES = new Set<ExportTable>(['orders', 'returns']);

/** Interchange columns by which a line stays the same from export to export. */
const LINE_COLUMNS = ['placedAt', 'sku', 'title', 'quantity', 'unitPrice', 'lineTotal'];

/**
 * Takes out of each file the orders that it holds a second time, since an export was pasted in twice, or one of January
 * above one of January and February. Rows of an order stand together; where the same lines of the same order come again
 * in a block of their own, with other orders between, the block is a copy. A format in which a row begins each order
 * proves it alone. Elsewhere two neighbours that come again as neighbours do, if no more than half of the orders in
 * several blocks have other lines in them: else the file is only sorted in another way. Where an order is stated whole
 * more than once, or a line has a number of its own, that proves it, whatever stands between (repeated-states.ts).
 *
 * @returns the numbers of the files in which an order began again: copies, or orders of two shops (part-shops.ts)
 */
export async function dropCopies(
  engine: Engine,
  files: readonly ReadFile[],
  account: RowAccount,
): Promise<ReadonlySet<number>> {
  const again = new Set<number>();
  for (const { number, plan } of files) {
    const { adapter } = plan;
    const order = adapter.group ?? adapter.overlap?.key[0];
    if (order === undefined || !TABLES.has(adapter.table) || adapter.overlap?.unique === true)
      continue;
    const typed = `typed_${number}`;
    const { line, key = [], states } = adapter.overlap ?? {};
    if (line === true) {
      const rows = await deleteOlder(engine, typed, olderLines(typed, key, adapter));
      account.ignore(number, OLDER_LINE, rows);
    }
    if (!(await comesAgain(engine, typed, order, adapter))) continue;
    again.add(number);
    if (states !== undefined) {
      const rows = await deleteOlder(engine, typed, olderStates(typed, order, adapter, states));
      account.ignore(number, OLDER_STATE, rows);
    }
    await engine.run(copies(typed, order, adapter));
    const [found] = await engine.rows<{ rows: string }>(
      `SELECT count(*) AS "rows" FROM ${typed} WHERE "row" IN (SELECT "row" FROM copies)`,
    );
    await engine.run(`DELETE FROM ${typed} WHERE "row" IN (SELECT "row" FROM copies)`);
    await engine.run('DROP TABLE copies');
    account.ignore(number, COPY, Number(found?.rows ?? 0));
  }
  return again;
}

/** Whether any order stands in two places. Hashes are grouped far faster than the numbers themselves. */
async function comesAgain(
  engine: Engine,
  typed: string,
  order: string,
  { overlap }: Adapter,
): Promise<boolean> {
  const begins = overlap?.begins ?? overlap?.states?.begins;
  const [where, twice] =
    begins === undefined
      ? [`"${order}" IS NOT NULL`, 'max("row") - min("row") >= count(*)']
      : [begins, 'count(*) > 1'];
  const found = await engine.rows(
    `SELECT hash("${order}") FROM ${typed} WHERE ${where} GROUP BY ALL HAVING ${twice} LIMIT 1`,
  );
  return found.length > 0;
}

/** SQL that creates the table "copies" with the rows of all blocks but the one that counts. */
function copies(typed: string, order: string, adapter: Adapter): string {
  const { begins } = adapter.overlap ?? {};
  return `CREATE OR REPLACE TABLE copies AS
    WITH lines AS (
      SELECT "row", "${order}" AS "order", ${lineOf(adapter)} AS line, ${latestChange(adapter.columns)} AS changed,
        ${refundOf(adapter)} AS refund, ${begins ?? 'true'} AS begins,
        "${order}" IS DISTINCT FROM lag("${order}") OVER (ORDER BY "row") AS is_next
      FROM ${typed}
    ), numbered AS (
      SELECT *, sum(CAST(is_next AS INTEGER)) OVER (ORDER BY "row") AS block FROM lines
    ), blocks AS (
      SELECT "order", block, list(line ORDER BY "row") AS lines, {'changed': max(changed), 'refund': max(refund), 'block': block} AS age
      FROM numbered WHERE "order" IS NOT NULL GROUP BY "order", block HAVING bool_or(begins)
    ), places AS (
      SELECT *, lag(block) OVER same AS original, max(age) OVER (PARTITION BY "order", lines) AS newest,
        row_number() OVER (PARTITION BY "order" ORDER BY block) > 1 AS is_other
      FROM blocks WINDOW same AS (PARTITION BY "order", lines ORDER BY block)
    ), told AS (
      SELECT *, lag(block) OVER near = block - 1 AND lag(original) OVER near = original - 1 AS follows,
        count(original) OVER () AS copies, count(*) FILTER (is_other) OVER () AS others
      FROM places WINDOW near AS (ORDER BY block)
    ), judged AS (
      SELECT block, age <> newest AS is_older, bool_or(follows) OVER () AND 2 * copies >= others AS are_neighbours FROM told
    )
    SELECT "row" FROM numbered WHERE block IN (SELECT block FROM judged WHERE is_older AND ${begins === undefined ? 'are_neighbours' : 'true'})`;
}

/** SQL of what stays the same in a line, as a hash: of an order's columns those that name it, of other tables' all. */
function lineOf(adapter: Adapter): string {
  const { table, select, columns, overlap } = adapter;
  const words = new Set(LINE_COLUMNS.flatMap((name) => (select[name] ?? '').match(/\w+/g) ?? []));
  const named = Object.keys(columns).filter((name) => words.has(name));
  const ofOrder = table === 'orders' && named.length > 1 ? named : Object.keys(columns);
  const cells = ofOrder.map((name) => commonCell(columns, name));
  return `hash(${[...cells, overlap?.platformId ?? 'NULL'].join(', ')})`;
}
