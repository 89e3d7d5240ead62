import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { Adapter } from '../adapter.ts';
import type { RowAccount } from '../load/row-account.ts';
import { toMinute } from './file-ages.ts';
import { partByTime } from './part-by-time.ts';
import type { ReadFile } from './read-file.ts';
import { behindKey, giveOwnKeys, SAME_ORDER_HOURS } from './shared-number.ts';

/**
 * Parts orders of two shops of one platform that have the same number: an order never changes the time it was placed nor
 * the platform's own number, so one of another day or with another such number is another order, and so is one of
 * another time by another buyer; in one file, too, where shops were pasted together. Later ones get their day or time behind the key; the number becomes the order's name.
 * Without this the order of one shop would be taken for an old state of the other's.
 *
 * @param again numbers of the files in which an order begins more than once
 * @returns the files, with adapters that know the number by its new place
 * @throws GenerateError where other files name such orders by nothing but that number
 */
export async function partShops(
  engine: Engine,
  files: ReadFile[],
  account: RowAccount,
  again: ReadonlySet<number>,
): Promise<ReadFile[]> {
  const overlap = files[0]?.plan.adapter.overlap;
  const [key, ...others] = overlap?.key ?? [];
  const placed = overlap?.placed;
  if (overlap === undefined || key === undefined || placed === undefined) return files;
  if (overlap.refunds !== undefined)
    return partByTime(engine, files, account, { key, placed, refunds: overlap.refunds });
  if (others.length > 0) return files;
  const withTwins = new Set<number>();
  for (const { number } of files)
    if (again.has(number) && (await numberTwins(engine, number, key, overlap)))
      withTwins.add(number);
  if (files.length < 2 && withTwins.size === 0) return files;
  const { buyer = 'NULL', platformId = 'NULL' } = overlap;
  const twinOf = (file: number): string => (withTwins.has(file) ? `typed_${file}."twin"` : '1');
  const union = files.map(
    ({ number }) =>
      `SELECT ${number} AS file, "${key}" AS "key", ${twinOf(number)} AS twin, ${toMinute(`min("${placed}")`)} AS placed,
        arg_min(lower(${buyer}), "${placed}") AS buyer, min(${platformId}) AS platform_id
      FROM typed_${number} WHERE "${key}" IS NOT NULL GROUP BY ALL`,
  );
  await engine.run(
    `CREATE TABLE other_shops AS
    SELECT file, "key", twin, ${behindKey('placed', 'is_later')}
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
  if (overlap.inner === true && numbers.size > 0) {
    throw twoDatabases(files.filter(({ number }) => numbers.has(number)));
  }
  const parted: ReadFile[] = [];
  for (const file of files) {
    if (!numbers.has(file.number)) {
      parted.push(file);
      continue;
    }
    const others = `SELECT "row", o.behind FROM typed_${file.number} JOIN other_shops o
      ON o.file = ${file.number} AND o."key" = typed_${file.number}."${key}" AND o.twin = ${twinOf(file.number)}`;
    parted.push(await giveOwnKeys(engine, file, account, { key, others }));
  }
  await engine.run('DROP TABLE other_shops');
  return parted;
}

/**
 * Numbers in "twin" how often each order has begun in the file so far: 1 where it begins once, as in the export of one
 * shop. The rows of an order stand behind the one that begins it.
 *
 * @returns whether any order begins twice; else there is no such column
 */
async function numberTwins(
  engine: Engine,
  file: number,
  key: string,
  { begins }: NonNullable<Adapter['overlap']>,
): Promise<boolean> {
  if (begins === undefined) return false;
  const typed = `typed_${file}`;
  // Hashes are grouped far faster than the numbers themselves; one that two numbers share costs nothing but time.
  const beginTwice = `SELECT hash("${key}") FROM ${typed} WHERE ${begins} GROUP BY ALL HAVING count(*) > 1`;
  const found = await engine.rows(`${beginTwice} LIMIT 1`);
  if (found.length === 0) return false;
  await engine.run(`ALTER TABLE ${typed} ADD COLUMN "twin" BIGINT DEFAULT 1`);
  await engine.run(
    `UPDATE ${typed} SET "twin" = n.twin FROM (
      SELECT "row", greatest(1, count(*) FILTER (${begins}) OVER (PARTITION BY "${key}" ORDER BY "row")) AS twin
      FROM ${typed} WHERE hash("${key}") IN (${beginTwice})
    ) n WHERE n."row" = ${typed}."row"`,
  );
  return true;
}

function twoDatabases(files: readonly ReadFile[]): GenerateError {
  const paths = files.map(({ report }) => `"${report.path}"`).join(', ');
  return new GenerateError(
    'export/two-databases',
    `Cannot read ${paths} beside the other tables of orders: the same inner numbers are of orders of other days; expected tables of one database`,
    'Keep the tables of each shop in a portal of its own, or give the other shop’s orders as its list of orders (Sales → Orders → Export)',
    files.map(({ report }) => ({
      file: report.path,
      found: 'orders of another database',
      expected: 'orders of the same database',
    })),
  );
}
