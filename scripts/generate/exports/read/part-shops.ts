import type { Engine } from '#generate/warehouse/engine.ts';
import type { RowAccount } from '../load/row-account.ts';
import type { ReadFile } from './read-file.ts';

/** Hours between two times of one order at most: a spreadsheet program can lose the zone, and a file the time of day. */
const SAME_ORDER_HOURS = 36;

const SAME_NUMBER = {
  code: 'note/same-number',
  reason:
    'Rows of orders whose number another order has too, in another file (two shops?): both count, but what names the number alone finds neither',
};

/**
 * Parts orders of two shops of one platform that have the same number: an order never changes the time it was placed nor
 * the platform's own number, so one of another day or with another such number is another order, and so is one of
 * another time by another buyer. Later ones get their day or time behind the key; the number becomes the order's name.
 * Without this the order of one shop would be taken for an old state of the other's.
 *
 * @returns the files, with adapters that know the number by its new place
 */
export async function partShops(
  engine: Engine,
  files: ReadFile[],
  account: RowAccount,
): Promise<ReadFile[]> {
  const overlap = files[0]?.plan.adapter.overlap;
  const [key, ...others] = overlap?.key ?? [];
  const placed = overlap?.placed;
  if (
    overlap === undefined ||
    files.length < 2 ||
    key === undefined ||
    others.length > 0 ||
    placed === undefined
  )
    return files;
  const { buyer = 'NULL', platformId = 'NULL' } = overlap;
  const union = files.map(
    ({ number }) =>
      `SELECT ${number} AS file, "${key}" AS "key", min("${placed}") AS placed,
        arg_min(lower(${buyer}), "${placed}") AS buyer, min(${platformId}) AS platform_id
      FROM typed_${number} WHERE "${key}" IS NOT NULL GROUP BY ALL`,
  );
  await engine.run(
    `CREATE TABLE other_shops AS
    SELECT file, "key", CASE WHEN is_later THEN strftime(placed, ' %Y-%m-%d') ELSE strftime(placed, ' %Y-%m-%d %H:%M:%S') END
      || CASE WHEN placed = "first".placed THEN ' ' || platform_id ELSE '' END AS behind
    FROM (
      SELECT *, placed > "first".placed + INTERVAL ${SAME_ORDER_HOURS} HOUR AS is_later
      FROM (
        SELECT *, min({'placed': placed, 'platform_id': platform_id, 'buyer': buyer}) OVER (PARTITION BY "key") AS "first"
        FROM (${union.join(' UNION ALL ')})
      )
    )
    WHERE is_later OR platform_id <> "first".platform_id OR (placed <> "first".placed AND buyer <> "first".buyer)`,
  );
  const found = await engine.rows<{ file: number }>('SELECT DISTINCT file FROM other_shops');
  const numbers = new Set(found.map(({ file }) => Number(file)));
  const parted: ReadFile[] = [];
  for (const file of files) {
    if (!numbers.has(file.number)) {
      parted.push(file);
      continue;
    }
    const typed = `typed_${file.number}`;
    await engine.run(`ALTER TABLE ${typed} ADD COLUMN "sharedNumber" VARCHAR`);
    await engine.run(
      `UPDATE ${typed} SET "sharedNumber" = "${key}", "${key}" = "${key}" || o.behind
      FROM other_shops o WHERE o.file = ${file.number} AND o."key" = ${typed}."${key}"`,
    );
    const [rows] = await engine.rows<{ n: string }>(
      `SELECT count("sharedNumber") AS n FROM ${typed}`,
    );
    account.note(file.number, SAME_NUMBER, Number(rows?.n ?? 0));
    parted.push(withSharedNumber(file));
  }
  await engine.run('DROP TABLE other_shops');
  return parted;
}

function withSharedNumber(file: ReadFile): ReadFile {
  const { adapter } = file.plan;
  const { orderName = 'NULL' } = adapter.select;
  const select = { ...adapter.select, orderName: `coalesce("sharedNumber", ${orderName})` };
  return { ...file, plan: { ...file.plan, adapter: { ...adapter, select } } };
}
