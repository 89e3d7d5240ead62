import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readExports } from '#generate/exports/read-exports.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { exportsFolder, failure, readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER = 'order,placedAt,email,sku,quantity,unitPrice';
const GOOD = 2000;

function row(order: string, sku: string, more = ''): string {
  return `${order},2026-01-05,anna@example.com,${sku},1,10.00${more}`;
}

/** Orders of two rows, of which so many have one row that cannot be split. */
function ordersCsv(broken: number): string {
  const whole = Array.from({ length: GOOD }, (_, i) => [row(`A${i}`, 'S1'), row(`A${i}`, 'S2')]);
  const half = Array.from({ length: broken }, (_, i) => {
    const order = `"B ""é"" \\ ${i}"`;
    return [row(order, 'S1', ',x'), row(order, 'S2')];
  });
  return `${[HEADER, ...whole.flat(), ...half.flat()].join('\n')}\n`;
}

/** Statements that reading the files runs, whether it succeeds or not. */
async function statementsOf(files: Record<string, string>): Promise<string[]> {
  const engine = await openEngine();
  const statements: string[] = [];
  const noted: Engine = {
    ...engine,
    run: (sql, parameters) => (statements.push(sql), engine.run(sql, parameters)),
    rows: (sql, parameters) => (statements.push(sql), engine.rows(sql, parameters)),
  };
  const directory = await exportsFolder(files);
  const reading = { directory, config: shopConfig(), secret: 'a secret', engine: noted };
  await readExports({ ...reading, progress: silentProgress }).catch(() => undefined);
  engine.close();
  expect(statements.some((sql) => sql.includes('read_csv('))).toBe(true);
  return statements;
}

describe('rejectRows()', () => {
  it('takes the rest of each order of a record that cannot be split', async () => {
    const { files } = await readFiles({ 'orders.csv': ordersCsv(20) });
    expect(files[0]?.rows).toEqual({ in: 4040, used: 4000, ignored: 0, rejected: 40 });
    expect(files[0]?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
      ['row/wrong-columns', 20],
      ['row/rest-of-order', 20],
    ]);
  });

  it('needs no statement for each broken record', async () => {
    const few = await statementsOf({ 'orders.csv': ordersCsv(2) });
    const more = await statementsOf({ 'orders.csv': ordersCsv(30) });
    expect(more).toHaveLength(few.length);
  });

  it('takes nothing out of a file that is refused', async () => {
    const statements = await statementsOf({ 'orders.csv': ordersCsv(300) });
    expect(statements.filter((sql) => sql.startsWith('DELETE FROM typed'))).toEqual([]);
    expect(statements.filter((sql) => sql.includes('bad_groups'))).toEqual([]);
  });

  it('tells how many records are broken, and the first thousand, without typing the others', async () => {
    const files = { 'orders.csv': ordersCsv(1100) };
    const error = await failure(readFiles(files));
    expect(error.code).toBe('export/too-many-rejected');
    expect(error.message).toContain('1100 of 6200 rows are broken');
    expect(error.issues).toHaveLength(1000);
    expect(error.issues.slice(0, 2).map(({ line }) => line)).toEqual([4002, 4004]);
    const statements = await statementsOf(files);
    expect(statements.filter((sql) => sql.startsWith('CREATE TABLE typed'))).toEqual([]);
  });

  /** A large file with rows of too many columns from a later one on. */
  const LATE = 110_000;
  const lateCsv = (sku: string): string =>
    `${[
      HEADER,
      ...Array.from({ length: 400_000 }, (_, i) =>
        row(`A${i}`, sku, i < LATE ? '' : i % 2 === 0 ? ',x' : ',x,y'),
      ),
    ].join('\n')}\n`;

  it('counts the broken rows of a large file, though the engine loses count of them', async () => {
    // Rows with quotes are not looked at on the way.
    const error = await failure(readFiles({ 'orders.csv': lateCsv('"S1"') }));
    expect(error.message).toContain('290000 of 400000 rows are broken');
    expect(error.issues[0]).toMatchObject({
      line: LATE + 2,
      expected: '6 columns in each row',
    });
  });

  it('loads no more of a large file than shows that its later rows are broken', async () => {
    const error = await failure(readFiles({ 'orders.csv': lateCsv('S1') }));
    const [, direct, total] = /: (\d+) of the first (\d+) rows/.exec(error.message) ?? [];
    expect(Number(total) - Number(direct)).toBe(LATE);
    expect(Number(direct)).toBeLessThan(150_000);
    expect(error.issues[0]).toMatchObject({
      line: LATE + 2,
      expected: '6 columns in each row',
    });
  });

  it('refuses a large file of broken rows by its first ones, before the engine loses count of them', async () => {
    const rows = Array.from({ length: 300_000 }, (_, i) => row(`A${i}`, 'S1', ',x'));
    const text = `${[HEADER, ...rows].join('\n')}\n`;
    for (const file of [{ 'orders.csv': text }, { 'orders.csv.gz': gzipSync(text) }]) {
      const error = await failure(readFiles(file));
      expect(error.code).toBe('export/too-many-rejected');
      expect(error.message).toMatch(/: (\d+) of the first \1 rows are broken/);
      expect(error.issues.map(({ line }) => line)).toEqual(
        rows.slice(0, 1000).map((_, i) => i + 2),
      );
    }
  });
});
