import type { Engine } from '#generate/warehouse/engine.ts';
import type { RowAccount } from '../load/row-account.ts';
import type { ReadFile } from './read-file.ts';

/** Hours between two times of one order at most: a spreadsheet program can lose the zone, and a file the time of day. */
export const SAME_ORDER_HOURS = 36;

const SAME_NUMBER = {
  code: 'note/same-number',
  reason:
    'Rows of orders whose number another order has too (two shops?): both count, but what names the number alone finds neither',
};

/** SQL: what stands behind the key of an order whose number an earlier one has: its day where that tells them apart, else its time. */
export function behindKey(placed: string, isLater: string): string {
  return `CASE WHEN ${isLater} THEN strftime(${placed}, ' %Y-%m-%d') ELSE strftime(${placed}, ' %Y-%m-%d %H:%M:%S') END`;
}

/**
 * Gives rows of orders that share their number a key of their own; the number becomes the order's name.
 *
 * @param others SQL of such rows of a file: "row", and what stands "behind" the key
 * @returns the file, with an adapter that knows the number by its new place
 */
export async function giveOwnKeys(
  engine: Engine,
  file: ReadFile,
  account: RowAccount,
  { key, others }: { key: string; others: string },
): Promise<ReadFile> {
  const typed = `typed_${file.number}`;
  await engine.run(`ALTER TABLE ${typed} ADD COLUMN "sharedNumber" VARCHAR`);
  await engine.run(
    `UPDATE ${typed} SET "sharedNumber" = "${key}", "${key}" = "${key}" || o.behind
    FROM (${others}) o WHERE o."row" = ${typed}."row"`,
  );
  const [rows] = await engine.rows<{ n: string }>(
    `SELECT count("sharedNumber") AS n FROM ${typed}`,
  );
  account.note(file.number, SAME_NUMBER, Number(rows?.n ?? 0));
  return withSharedNumber(file, key);
}

/** The file with the key's new place as its key, and the number as a name that people know. */
function withSharedNumber(file: ReadFile, key: string): ReadFile {
  const { adapter } = file.plan;
  const { order, orderName = 'NULL' } = adapter.select;
  // Where the number is all that there is, its new place is the order's name too.
  if (order === undefined) return file;
  const select = {
    ...adapter.select,
    order: `CASE WHEN "sharedNumber" IS NULL THEN ${order} ELSE "${key}" END`,
    orderName: `coalesce(nullif(${orderName}, "${key}"), "sharedNumber")`,
  };
  return { ...file, plan: { ...file.plan, adapter: { ...adapter, select } } };
}
