import type { Engine } from '#generate/warehouse/engine.ts';
import type { RowAccount } from '../load/row-account.ts';
import type { ReadFile } from './read-file.ts';
import { behindKey, giveOwnKeys, SAME_ORDER_HOURS } from './shared-number.ts';

/**
 * Parts orders of one number (two shops, a till that begins anew) where refunds are rows of their own that name the order
 * by its number alone (`overlap.refunds`): two orders of one file are two, and those of two files that are of another
 * day. A refund is of the order of its number that was placed last before it.
 *
 * @returns the files, with adapters that know the number by its new place
 */
export async function partByTime(
  engine: Engine,
  files: readonly ReadFile[],
  account: RowAccount,
  { key, placed, refunds }: { key: string; placed: string; refunds: string },
): Promise<ReadFile[]> {
  const union = files.map(
    ({ number }) =>
      `SELECT DISTINCT ${number} AS file, "${key}" AS "key", "${placed}" AS placed
      FROM typed_${number} WHERE "${key}" IS NOT NULL AND NOT (${refunds})`,
  );
  await engine.run(
    `CREATE TABLE placed_orders AS
    SELECT "key", placed, CASE WHEN is_later OR bool_or(is_again) THEN ${behindKey('placed', 'is_later')} END AS behind
    FROM (
      SELECT *, placed > min(placed) OVER (PARTITION BY "key") + INTERVAL ${SAME_ORDER_HOURS} HOUR AS is_later,
        row_number() OVER (PARTITION BY "key", file ORDER BY placed) > 1 AS is_again
      FROM (${union.join(' UNION ALL ')})
    ) GROUP BY "key", placed, is_later`,
  );
  const parted: ReadFile[] = [];
  for (const file of files) {
    const others = `SELECT t."row", o.behind FROM typed_${file.number} t
      ASOF JOIN placed_orders o ON t."${key}" = o."key" AND t."${placed}" >= o.placed WHERE o.behind IS NOT NULL`;
    const found = await engine.rows(`${others} LIMIT 1`);
    parted.push(
      found.length === 0 ? file : await giveOwnKeys(engine, file, account, { key, others }),
    );
  }
  await engine.run('DROP TABLE placed_orders');
  return parted;
}
