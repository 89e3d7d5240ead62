import type { Engine } from '#generate/warehouse/engine.ts';
import type { ReadFile } from './read-file.ts';

/**
 * Removes what two files of one source both hold; inside a file nothing is removed, since real files hold true
 * duplicate lines. Where rows have a key (an order number) the newest file's rows win, the newest being the one with
 * the latest order; else identical rows are kept as often as the file with most of them has them.
 */
export async function removeOverlap(engine: Engine, files: ReadFile[]): Promise<void> {
  const [first] = files;
  if (files.length < 2 || first === undefined) return;
  const overlap = first.plan.adapter.overlap;
  const ranked = overlap === undefined ? files : await oldestFirst(engine, files, overlap.newest);
  const columns = overlap?.key ?? Object.keys(first.plan.adapter.columns);
  const key = columns.map((column) => `"${column}"`).join(', ');
  const copy =
    overlap === undefined ? `, row_number() OVER (PARTITION BY ${key} ORDER BY "row") AS copy` : '';
  const union = ranked
    .map(({ number }, rank) => `SELECT ${rank} AS rank, "row", ${key} ${copy} FROM typed_${number}`)
    .join(' UNION ALL ');
  await engine.run(
    `CREATE OR REPLACE TABLE overlap AS
    SELECT rank, "row" FROM (
      SELECT rank, "row", max(rank) OVER (PARTITION BY ${key} ${overlap === undefined ? ', copy' : ''}) AS winner FROM (${union})
    ) WHERE rank < winner`,
  );
  for (const [rank, { number, report }] of ranked.entries()) {
    const [found] = await engine.rows<{ n: string }>(
      `SELECT count(*) AS n FROM overlap WHERE rank = ${rank}`,
    );
    const rows = Number(found?.n ?? 0);
    if (rows === 0) continue;
    await engine.run(
      `DELETE FROM typed_${number} WHERE "row" IN (SELECT "row" FROM overlap WHERE rank = ${rank})`,
    );
    report.rows.used -= rows;
    report.rows.ignored += rows;
    report.reasons.push({
      code: 'ignored/overlap',
      reason: 'Rows that a newer file of the same export holds too',
      rows,
    });
  }
  await engine.run('DROP TABLE overlap');
}

/** By the newest order, then by content, so that names and the order of files do not matter. */
async function oldestFirst(engine: Engine, files: ReadFile[], newest: string): Promise<ReadFile[]> {
  const ages: { file: ReadFile; newest: string; rows: number; digest: string }[] = [];
  for (const file of files) {
    const [row] = await engine.rows<{ newest: string | null; rows: string; digest: string | null }>(
      `SELECT max("${newest}")::VARCHAR AS newest, count(*) AS "rows",
        CAST(sum(CAST(hash(t) AS HUGEINT)) AS VARCHAR) AS digest FROM (SELECT * EXCLUDE ("row") FROM typed_${file.number}) t`,
    );
    ages.push({
      file,
      newest: row?.newest ?? '',
      rows: Number(row?.rows ?? 0),
      digest: row?.digest ?? '',
    });
  }
  return ages
    .sort(
      (a, b) =>
        (a.newest < b.newest ? -1 : a.newest > b.newest ? 1 : 0) ||
        a.rows - b.rows ||
        (a.digest < b.digest ? -1 : 1),
    )
    .map(({ file }) => file);
}
