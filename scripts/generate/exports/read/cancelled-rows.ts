import type { Engine } from '#generate/warehouse/engine.ts';
import type { Adapter, IgnoredKind } from '../adapter.ts';
import type { RowAccount } from '../load/row-account.ts';
import type { ReadFile } from './read-file.ts';

function cancelling({ ignore = [] }: Adapter): IgnoredKind[] {
  return ignore.filter(({ cancels }) => cancels === true);
}

/** SQL over the typed columns: whether the row says that something came to nothing. */
export function isCancelled(adapter: Adapter): string {
  const conditions = cancelling(adapter).map(({ where }) => `(${where})`);
  return conditions.length === 0 ? 'false' : `coalesce(${conditions.join(' OR ')}, false)`;
}

/**
 * Leaves out the rows by which something came to nothing. They go last: until overlap is removed they take the place of
 * what an older file said.
 */
export async function leaveOutCancelled(
  engine: Engine,
  files: readonly ReadFile[],
  account: RowAccount,
): Promise<void> {
  for (const { number, plan } of files) {
    for (const { code, reason, where } of cancelling(plan.adapter)) {
      const gone = await engine.rows(`DELETE FROM typed_${number} WHERE ${where} RETURNING "row"`);
      account.ignore(number, { code, reason }, gone.length);
    }
  }
}
