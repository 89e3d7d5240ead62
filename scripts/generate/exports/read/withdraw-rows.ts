import type { Engine } from '#generate/warehouse/engine.ts';
import type { RowAccount } from '../load/row-account.ts';
import { commonCell, latestChange, oldestFirst, toMinute } from './file-ages.ts';
import type { ReadFile } from './read-file.ts';

/** A newer file that holds fewer of the rows of its own time was filtered, or is of something else. */
const HELD = 0.9;

const WITHDRAWN = {
  code: 'ignored/withdrawn',
  reason:
    'Rows that a newer export of the same form no longer holds, though it holds the others: deleted or changed since',
};

/**
 * Leaves out what was deleted or changed since: a form's export always holds all responses, so one of an older file that
 * is missing from a newer one of the same questions, within its days, is gone. Whether the newer one is whole, the other
 * responses tell: nearly all of them must be in it. Of two that end with the same response, one that only lacks some of
 * the other's is the newer: responses do not come into the midst of a form later on.
 */
export async function withdrawRows(
  engine: Engine,
  files: readonly ReadFile[],
  account: RowAccount,
): Promise<void> {
  const { overlap, columns = {} } = files[0]?.plan.adapter ?? {};
  if (files.length < 2 || overlap?.whole === undefined) return;
  const { whole, key, newest } = overlap;
  const ranked = await oldestFirst(engine, [...files], newest);
  const isSame = key
    .map(
      (name) =>
        `${commonCell(columns, name, 'n')} IS NOT DISTINCT FROM ${commonCell(columns, name, 'o')}`,
    )
    .join(' AND ');
  for (const [rank, older] of ranked.entries())
    for (const newer of ranked) {
      if (newer === older || !asksAll(newer, older)) continue;
      const isLater = ranked.indexOf(newer) > rank;
      if (!isLater && !(await onlyLacks(engine, newer, older, { newest, isSame }))) continue;
      await engine.run(
        `CREATE OR REPLACE TABLE held AS
        SELECT "row", EXISTS (SELECT 1 FROM typed_${newer.number} n WHERE ${isSame}) AS is_held
        FROM typed_${older.number} o
        WHERE ${whole} BETWEEN (SELECT min(${whole}) FROM typed_${newer.number}) AND (SELECT max(${whole}) FROM typed_${newer.number})`,
      );
      const gone = await engine.rows(
        `DELETE FROM typed_${older.number} WHERE "row" IN (SELECT "row" FROM held WHERE NOT is_held)
          AND (SELECT count(*) FILTER (is_held) >= ${HELD} * count(*) FROM held) RETURNING "row"`,
      );
      account.ignore(older.number, WITHDRAWN, gone.length);
      await engine.run('DROP TABLE held');
    }
}

/** Whether a file ends as another does, with nothing that the other has not. */
async function onlyLacks(
  engine: Engine,
  newer: ReadFile,
  older: ReadFile,
  { newest, isSame }: { newest: string; isSame: string },
): Promise<boolean> {
  const end = `{'newest': ${toMinute(`max("${newest}")`)}, 'changed': max(${latestChange(newer.plan.adapter.columns)})}`;
  const found = await engine.rows(
    `SELECT 1 WHERE (SELECT ${end} FROM typed_${newer.number}) = (SELECT ${end} FROM typed_${older.number})
      AND NOT EXISTS (FROM typed_${newer.number} n WHERE NOT EXISTS (FROM typed_${older.number} o WHERE ${isSame}))`,
  );
  return found.length > 0;
}

/** Whether a file has all questions of another: a form that was changed keeps the old ones. */
function asksAll(newer: ReadFile, older: ReadFile): boolean {
  const asked = questions(newer);
  return [...questions(older)].every((question) => asked.has(question));
}

function questions({ plan }: ReadFile): Set<string> {
  const free = [...plan.bindings.values()].flatMap((binding) =>
    binding.from === 'rest' ? binding.columns : [],
  );
  return new Set(free.map(({ header }) => header));
}
