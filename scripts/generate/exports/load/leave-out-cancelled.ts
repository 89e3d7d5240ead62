import type { Engine } from '#generate/warehouse/engine.ts';
import { cancelling } from '../read/cancelled-rows.ts';
import type { ReadFile } from '../read/read-file.ts';
import type { RowAccount } from './row-account.ts';

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
