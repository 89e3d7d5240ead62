import type { Engine } from '#generate/warehouse/engine.ts';
import { isCancelled } from './cancelled-rows.ts';
import type { ReadFile } from './read-file.ts';

type Columns = ReadFile['plan']['adapter']['columns'];

/** SQL: a time to the minute: spreadsheet programs drop the seconds of a file that they save, and so of one copy of two. */
export function toMinute(time: string): string {
  return `date_trunc('minute', ${time})`;
}

/** SQL: a cell as two copies of a row have it in common; `of` is the table. */
export function commonCell(columns: Columns, name: string, of?: string): string {
  const cell = of === undefined ? `"${name}"` : `${of}."${name}"`;
  return columns[name]?.type === 'timestamp' ? toMinute(cell) : cell;
}

/** SQL: the latest of all times in a row, which moves on when an order is paid, sent or cancelled. */
export function latestChange(columns: Columns): string {
  const times = Object.entries(columns).flatMap(([name, { type }]) =>
    type === 'timestamp' ? [`"${name}"`] : [],
  );
  const latest = times.length === 0 ? 'NULL' : `greatest(${times.join(', ')})`;
  return `coalesce(${toMinute(`CAST(${latest} AS TIMESTAMP)`)}, TIMESTAMP '0001-01-01')`;
}

/** SQL: what the row says was refunded, which only grows. */
export function refundOf({ select, expand }: ReadFile['plan']['adapter']): string {
  const refund = expand === undefined ? select['orderRefund'] : undefined;
  return `coalesce(abs(CAST(${refund ?? '0'} AS DECIMAL(18,4))), 0)`;
}

/**
 * Files of one export by the newest order, then by what grows from export to export, so that names and the order of files do not
 * matter. Of two neighbours the one in which the orders that both hold have come farther was exported later, although it may end
 * earlier: last year, exported in spring, beside what was exported in January.
 */
export async function oldestFirst(
  engine: Engine,
  files: ReadFile[],
  newest: string,
): Promise<ReadFile[]> {
  const ages: { file: ReadFile; age: (string | number)[] }[] = [];
  for (const file of files) {
    const { columns } = file.plan.adapter;
    const counts = Object.entries(columns).flatMap(([name, { type }]) =>
      type === 'integer' ? [`sum(CAST("${name}" AS HUGEINT))`] : [],
    );
    // A parcel has arrived since, a return has got its outcome.
    const filled = Object.keys(columns).map((name) => `count("${name}")`);
    const [row] = await engine.rows<Record<string, string | null>>(
      `SELECT ${toMinute(`max("${newest}")`)}::VARCHAR AS newest, max(${latestChange(columns)})::VARCHAR AS changed, count(*)::VARCHAR AS "rows",
        CAST(sum(${refundOf(file.plan.adapter)}) AS VARCHAR) AS refund,
        CAST(${filled.join(' + ')} AS VARCHAR) AS filled,
        CAST(sum(${file.plan.adapter.overlap?.progress ?? '0'}) AS VARCHAR) AS progress,
        count(*) FILTER (${isCancelled(file.plan.adapter)})::VARCHAR AS cancelled,
        CAST(${counts.length === 0 ? '0' : counts.map((sum) => `coalesce(${sum}, 0)`).join(' + ')} AS VARCHAR) AS counts,
        CAST(sum(CAST(hash(t) AS HUGEINT)) AS VARCHAR) AS digest
      FROM (SELECT * EXCLUDE ("row") FROM typed_${file.number}) t`,
    );
    const number = (name: string): number => Number(row?.[name] ?? 0);
    const text = (name: string): string => row?.[name] ?? '';
    ages.push({
      file,
      age: [
        text('newest'),
        text('changed'),
        number('rows'),
        number('refund'),
        number('counts'),
        number('filled'),
        number('progress'),
        number('cancelled'),
        text('digest'),
      ],
    });
  }
  const ranked = ages.sort((a, b) => compareAges(a.age, b.age)).map(({ file }) => file);
  for (let newer = 1; newer < ranked.length; newer += 1) {
    const pair = ranked.slice(newer - 1, newer + 1);
    if (await isFartherFirst(engine, pair)) ranked.splice(newer - 1, 2, ...pair.toReversed());
  }
  return ranked;
}

/**
 * Whether of the orders in both files more have come farther in the first one than in the second; by one alone it is not told,
 * since an order that was cancelled by mistake goes back.
 */
async function isFartherFirst(engine: Engine, files: readonly ReadFile[]): Promise<boolean> {
  const { key = [], progress } = files[0]?.plan.adapter.overlap ?? {};
  if (progress === undefined) return false;
  const names = key.map((column) => `"${column}"`).join(', ');
  const states = files.map(
    ({ number, plan: { adapter } }) =>
      `(SELECT ${key.map((column) => `${commonCell(adapter.columns, column)} AS "${column}"`).join(', ')}, max(${progress}) AS progress
        FROM typed_${number} GROUP BY ALL)`,
  );
  const [found] = await engine.rows<{ lead: string | null }>(
    `SELECT CAST(sum(sign(a.progress - b.progress)) AS VARCHAR) AS lead FROM ${states.join(' a JOIN ')} b USING (${names})`,
  );
  return Number(found?.lead ?? 0) > 1;
}

function compareAges(a: (string | number)[], b: (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}
