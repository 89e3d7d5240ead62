import type { Engine } from '#generate/warehouse/engine.ts';
import type { ReadFile } from '../read/read-file.ts';
import type { RowAccount } from './row-account.ts';

/**
 * Adds to each file's report what its adapter counts ("570 cancelled") among the rows that are left: without those that
 * a newer file holds too, and without those whose order another source keeps. The counts stand beside the account and
 * move no rows.
 *
 * @param sameRows whether the table "same_rows" (file, row) holds rows that another source keeps
 */
export async function countAdapterNotes(
  engine: Engine,
  files: readonly ReadFile[],
  account: RowAccount,
  sameRows: boolean,
): Promise<void> {
  for (const { number, plan } of files) {
    const notes = plan.adapter.notes ?? [];
    if (notes.length === 0) continue;
    const kept = sameRows
      ? `WHERE "row" NOT IN (SELECT "row" FROM same_rows WHERE file = ${number})`
      : '';
    await engine.run(`CREATE VIEW typed AS SELECT * FROM typed_${number} ${kept}`);
    const counts = notes.map(({ where }, index) => `count(*) FILTER (${where}) AS "${index}"`);
    const [row] = await engine.rows(`SELECT ${counts.join(', ')} FROM typed`);
    await engine.run('DROP VIEW typed');
    for (const [index, { code, reason }] of notes.entries()) {
      account.note(number, { code, reason }, Number(row?.[String(index)] ?? 0));
    }
  }
}
