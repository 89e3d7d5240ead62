import type { Engine } from '#generate/warehouse/engine.ts';
import type { AccountReason, RowAccount } from '../load/row-account.ts';
import { copiedFiles } from './copied-files.ts';
import { idleRests, orderRests, type OrderRest } from './cut-orders.ts';
import { commonCell, latestChange, oldestFirst, refundOf } from './file-ages.ts';
import type { ReadFile } from './read-file.ts';

/** Without a key nothing says which file is the newer one. */
function overlapReason(
  isKeyed: boolean,
  keptIn: string | undefined,
  copyOf: string | undefined,
): AccountReason {
  const code = 'ignored/overlap';
  if (copyOf !== undefined)
    return { code, reason: `Rows of a file that is there twice: it is the same as ${copyOf}` };
  const file = `${isKeyed ? 'a newer' : 'another'} file of the same export`;
  return {
    code,
    reason: `Rows that ${file}${keptIn === undefined ? '' : ` (${keptIn})`} holds too`,
  };
}

const REPEATED = {
  code: 'ignored/repeated-row',
  reason: 'Rows that a later row of the same file repeats or replaces',
};

/**
 * Removes what two files of one export both hold. Where rows have a key (an order number), all rows of a key are taken
 * from one file: from that in which they changed last or more was refunded, else from the newest file. Else identical
 * rows are kept as often as the file with most of them has them. Inside a file nothing is removed, since real files
 * hold true duplicate lines, unless the key names one thing there too.
 */
export async function removeOverlap(
  engine: Engine,
  files: ReadFile[],
  account: RowAccount,
): Promise<void> {
  const overlap = files[0]?.plan.adapter.overlap;
  if (files.length === 0 || (files.length < 2 && overlap?.unique !== true)) return;
  const rests = await orderRests(engine, files);
  await engine.run(
    overlap === undefined
      ? repeatedCopies(files)
      : await repeatedKeys(engine, files, overlap, rests),
  );
  for (const idle of idleRests(rests)) await engine.run(idle);
  const found = await overlapsOf(engine);
  const given = new Map([...found].map(([number, { overlap: rows }]) => [number, rows]));
  const copies = await copiedFiles(engine, files, given);
  for (const { number } of files) {
    const rows = found.get(number);
    if (rows === undefined) continue;
    const keptIn = files.find((file) => file.number === rows.keptIn)?.report.path;
    await engine.run(
      `DELETE FROM typed_${number} WHERE "row" IN (SELECT "row" FROM overlap WHERE file = ${number})`,
    );
    const reason = overlapReason(overlap !== undefined, keptIn, copies.get(number));
    account.ignore(number, reason, rows.overlap);
    account.ignore(number, REPEATED, rows.repeated);
  }
  await engine.run('DROP TABLE overlap');
}

interface Overlap {
  /** Rows that another file holds too, and those that a later row of the file repeats. */
  overlap: number;
  repeated: number;
  /** The one file that keeps the former; null where it is several. */
  keptIn: number | null;
}

/** What each file gives away, by its number; files that keep everything are left out. */
async function overlapsOf(engine: Engine): Promise<Map<number, Overlap>> {
  const rows = await engine.rows<{
    file: number;
    overlap: string;
    repeated: string;
    keptIn: number | null;
  }>(
    `SELECT file, count(*) FILTER (NOT is_repeated) AS overlap, count(*) FILTER (is_repeated) AS repeated,
      CASE WHEN count(DISTINCT winner) FILTER (NOT is_repeated) = 1 THEN min(winner) FILTER (NOT is_repeated) END AS "keptIn"
    FROM overlap GROUP BY file`,
  );
  return new Map(
    rows.map(({ file, overlap, repeated, keptIn }) => [
      Number(file),
      {
        overlap: Number(overlap),
        repeated: Number(repeated),
        keptIn: keptIn === null ? null : Number(keptIn),
      },
    ]),
  );
}

const CREATE = 'CREATE OR REPLACE TABLE overlap AS';

/** Rows of which another file has as many. */
function repeatedCopies(files: ReadFile[]): string {
  const columns = Object.keys(files[0]?.plan.adapter.columns ?? {});
  const key = columns.map((column) => `"${column}"`).join(', ');
  const union = files.map(
    ({ number }) =>
      `SELECT ${number} AS file, "row", ${key}, row_number() OVER (PARTITION BY ${key} ORDER BY "row") AS copy FROM typed_${number}`,
  );
  return `${CREATE} SELECT file, "row", winner, false AS is_repeated FROM (
      SELECT file, "row", max(file) OVER (PARTITION BY ${key}, copy) AS winner FROM (${union.join(' UNION ALL ')})
    ) WHERE file < winner`;
}

/** Rows whose key another file knows better, or a later row of the file replaces. */
async function repeatedKeys(
  engine: Engine,
  files: ReadFile[],
  { key, id, newest, unique, apart }: NonNullable<ReadFile['plan']['adapter']['overlap']>,
  rests: readonly OrderRest[],
): Promise<string> {
  const columns = id === undefined ? key : [id, ...key];
  const keyNames = columns.map((column) => `"${column}"`).join(', ');
  const named = [...columns, ...(apart === undefined ? [] : ['apart'])];
  const names = named.map((column) => `"${column}"`).join(', ');
  const apartCell = apart === undefined ? '' : `, "${apart}" AS other`;
  const isApart =
    apart === undefined
      ? ''
      : `, CASE WHEN bool_and(other IS NOT NULL) OVER (PARTITION BY ${keyNames}) THEN other END AS apart`;
  const cellsOf = ({ plan }: ReadFile): string[] =>
    columns.map((column) => {
      const cell = commonCell(plan.adapter.columns, column);
      const isOther = id !== undefined && column !== id;
      return `${isOther ? `CASE WHEN "${id}" IS NULL THEN ${cell} END` : cell} AS "${column}"`;
    });
  const isNamed = columns.map((column) => `"${column}" IS NOT NULL`).join(' OR ');
  const ranked = await oldestFirst(engine, files, newest);
  const union = ranked.map((file, rank) => {
    const { number, plan } = file;
    const cut = rests.map((rest) => (rest.file === number ? ` AND NOT (${rest.where})` : ''));
    return `SELECT ${number} AS file, ${rank} AS rank, "row", ${cellsOf(file).join(', ')}, ${latestChange(plan.adapter.columns)} AS changed_at, ${refundOf(plan.adapter)} AS refund${apartCell}
      FROM typed_${number} WHERE (${isNamed})${cut.join('')}`;
  });
  return `${CREATE}
    WITH named AS (SELECT *${isApart} FROM (${union.join(' UNION ALL ')})),
    copies AS (
      SELECT file, ${names}, {'changed': max(changed_at), 'refund': max(refund), 'rank': max(rank)} AS age, count(*) AS copies
      FROM named GROUP BY file, ${names}
    ), winners AS (
      SELECT ${names}, arg_max(file, age) AS winner FROM copies GROUP BY ${names}
      HAVING count(*) > 1 ${unique === true ? 'OR max(copies) > 1' : ''}
    ), judged AS (
      SELECT n.file, n."row", w.winner, ${unique === true ? `max(n."row") OVER (PARTITION BY n.file, ${named.map((column) => `n."${column}"`).join(', ')})` : 'n."row"'} AS last_row
      FROM named n JOIN winners w ON ${named.map((column) => `w."${column}" IS NOT DISTINCT FROM n."${column}"`).join(' AND ')}
    )
    SELECT file, "row", winner, file = winner AS is_repeated FROM judged WHERE file <> winner OR "row" < last_row`;
}
