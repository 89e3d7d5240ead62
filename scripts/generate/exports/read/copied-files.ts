import type { Engine } from '#generate/warehouse/engine.ts';
import type { ReadFile } from './read-file.ts';

/**
 * Files that are in the exports twice: by number of each that gives all its rows away, the path of the one with the same rows
 * which keeps some; of several that all give theirs away, the first stays what it is.
 *
 * @param given rows that another file holds too, by the number of the file
 */
export async function copiedFiles(
  engine: Engine,
  files: readonly ReadFile[],
  given: ReadonlyMap<number, number>,
): Promise<Map<number, string>> {
  const counts = new Map<number, number>();
  for (const { number } of files) {
    const [row] = await engine.rows<{ n: string }>(`SELECT count(*) AS n FROM typed_${number}`);
    counts.set(number, Number(row?.n ?? 0));
  }
  const isGiven = ({ number }: ReadFile): boolean => given.get(number) === counts.get(number);
  const copies = new Map<number, string>();
  for (const file of files.filter(isGiven)) {
    const alike = files.filter(
      (other) =>
        counts.get(other.number) === counts.get(file.number) &&
        (!isGiven(other) || other.number < file.number),
    );
    for (const other of alike) {
      if (copies.has(file.number) || !(await isSame(engine, file, other))) continue;
      copies.set(file.number, other.report.path);
    }
  }
  return copies;
}

/** Whether two files hold the same rows in the same order. */
async function isSame(engine: Engine, one: ReadFile, other: ReadFile): Promise<boolean> {
  const digest = ({ number }: ReadFile): string =>
    `(SELECT sum(CAST(hash(t) AS HUGEINT)) FROM typed_${number} t)`;
  const [row] = await engine.rows<{ same: boolean }>(
    `SELECT ${digest(one)} = ${digest(other)} AS same`,
  );
  return row?.same === true;
}
