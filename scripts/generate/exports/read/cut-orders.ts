import type { Engine } from '#generate/warehouse/engine.ts';
import type { ReadFile } from './read-file.ts';

/** The rest of an order at the beginning of a file, whose beginning is the end of another file. */
export interface OrderRest {
  /** Number of the file that begins with the rest. */
  file: number;
  /** The order, by which rests of the same one are told; never put into a statement, whose errors would quote it. */
  order: string;
  /** SQL over the rows of that file: true for those of the rest. */
  where: string;
  /** Numbers of the files that end with the beginning of the order, and the last row of each. */
  beginnings: { file: number; row: number }[];
}

/**
 * Tools that write a large export in parts can cut it in the middle of an order: the first rows of a part then go on with
 * the last order of the part before. Such rows are no rivals of the rows they complete.
 */
export async function orderRests(engine: Engine, files: ReadFile[]): Promise<OrderRest[]> {
  const { key = [], begins } = files[0]?.plan.adapter.overlap ?? {};
  const [name] = key;
  if (begins === undefined || name === undefined || files.length < 2) return [];
  const ends = await Promise.all(
    files.map(async ({ number }) => {
      const [found] = await engine.rows<{ first: string | null; last: string | null; row: string }>(
        `SELECT arg_min("${name}", "row") AS first, arg_max("${name}", "row") AS last, max("row") AS "row" FROM typed_${number}`,
      );
      return { file: number, first: found?.first, last: found?.last, row: Number(found?.row ?? 0) };
    }),
  );
  const hasBeginning = async (file: number, order: string): Promise<boolean> => {
    const found = await engine.rows(
      `SELECT 1 FROM typed_${file} WHERE "${name}" = $1 AND (${begins}) LIMIT 1`,
      [order],
    );
    return found.length > 0;
  };
  const rests: OrderRest[] = [];
  for (const { file, first } of ends) {
    const before = ends.filter((other) => other.file !== file && other.last === first);
    if (first == null || before.length === 0 || (await hasBeginning(file, first))) continue;
    const beginnings = [];
    for (const end of before) if (await hasBeginning(end.file, first)) beginnings.push(end);
    if (beginnings.length > 0)
      rests.push({
        file,
        order: first,
        where: `"${name}" = (${firstOrder(name, file)})`,
        beginnings,
      });
  }
  return rests;
}

/** SQL of the order with which a file begins. */
function firstOrder(name: string, file: number): string {
  return `SELECT arg_min("${name}", "row") FROM typed_${file}`;
}

/**
 * SQL that adds to "overlap" the rests that complete nothing any more: a newer file holds the whole order, or another
 * copy of the same part begins with them too.
 */
export function idleRests(rests: readonly OrderRest[]): string[] {
  return rests.map(({ file, order, where, beginnings }) => {
    const copies = rests.filter((other) => other.order === order && other.file > file);
    const areGone = beginnings.map(
      (end) => `EXISTS (SELECT 1 FROM overlap WHERE file = ${end.file} AND "row" = ${end.row})`,
    );
    return `INSERT INTO overlap SELECT ${file}, "row", ${copies[0]?.file ?? file}, false FROM typed_${file}
      WHERE ${where} AND (${copies.length > 0 ? 'true' : areGone.join(' AND ')})`;
  });
}
