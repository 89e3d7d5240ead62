import { describe, expect, it } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import { failure, readFiles } from '../exports-fixture.ts';

const OLDER = 'order,placedAt,email,sku,quantity,unitPrice';
const NEWER = `${OLDER},channel`;
const REORDERED = 'order,placedAt,email,sku,unitPrice,quantity';

/** Rows of orders of the given numbers, with further cells. */
function rows(from: number, count: number, more = ''): string[] {
  return Array.from(
    { length: count },
    (_, i) => `A${from + i},2026-01-05,anna@example.com,S1,2,10.00${more}`,
  );
}

const file = (...lines: string[]): Record<string, string> => ({
  'orders.csv': `${lines.join('\n')}\n`,
});

describe('secondExport()', () => {
  it('says where an export with more columns begins', async () => {
    const error = await failure(
      readFiles(file(OLDER, ...rows(0, 20), NEWER, ...rows(20, 20, ',web'))),
    );
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
      "Cannot read export "orders.csv": line 22: a header with other columns; expected one export in a file
        orders.csv, line 22: found a header with other columns; expected one export in a file
      Hint: Two exports were put one behind the other: give what begins in line 22 a file of its own"
    `);
  });

  it('says where one begins whose header was taken out', async () => {
    const error = await failure(readFiles(file(NEWER, ...rows(0, 20, ',web'), ...rows(20, 20))));
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
      "Cannot read export "orders.csv": line 22: 6 columns from here on; expected 7, as in the header
        orders.csv, line 22: found 6 columns from here on; expected 7, as in the header
      Hint: Probably two exports were put one behind the other: give what begins in line 22 a file of its own, below its own header, or download it again"
    `);
  });

  it('says so of a large file, and of one whose last row has no line break', async () => {
    const large = file([OLDER, ...rows(0, 500)].join('\n'), rows(500, 150_000, ',web').join('\n'));
    const [wide, open] = await Promise.all([
      failure(readFiles(large)),
      failure(readFiles({ 'orders.csv': [OLDER, ...rows(0, 9), ...rows(9, 9, ',x')].join('\n') })),
    ]);
    expect([wide.code, wide.issues[0]?.line]).toEqual(['export/two-exports', 502]);
    expect([open.code, open.issues[0]?.line]).toEqual(['export/two-exports', 11]);
  });

  it('does not say so of rows that are broken from the first on, here and there, or in several ways', async () => {
    for (const lines of [
      [OLDER, ...rows(0, 9, ',x')],
      [OLDER, ...rows(0, 9), ...rows(9, 3, ',x'), ...rows(12, 3), ...rows(15, 3, ',x')],
      [OLDER, ...rows(0, 9), ...rows(9, 3, ',x'), ...rows(12, 3, ',x,y')],
    ]) {
      const error = await failure(readFiles(file(...lines)));
      expect(error.code).toBe('export/too-many-rejected');
    }
  });

  it('does not say so of broken rows that stand together and are followed by good ones', async () => {
    const lines = [OLDER, ...rows(0, 9), ...rows(9, 3, ',x'), ...rows(12, 9)];
    const error = await failure(readFiles(file(...lines)));
    expect(error.code).toBe('export/too-many-rejected');
  });

  it('leaves few such rows out, and names the header among them', async () => {
    const text = file(OLDER, ...rows(0, 400), NEWER, ...rows(400, 2, ',web'));
    const { files } = await readFiles(text);
    expect(files[0]?.rows).toEqual({ in: 403, used: 400, ignored: 0, rejected: 3 });
    expect(files[0]?.reasons).toMatchObject([
      { code: 'row/other-header', rows: 1, example: 'line 402: found a header with other columns' },
      { code: 'row/wrong-columns', rows: 2 },
    ]);
  });
});

describe('secondHeader()', () => {
  it('refuses a file in which columns change their order: its rows could be mistaken for others', async () => {
    const error = await failure(
      readFiles(file(OLDER, ...rows(0, 400), REORDERED, ...rows(400, 2))),
    );
    expect(error.code).toBe('export/two-exports');
    expect(error.issues).toMatchObject([{ line: 402, found: 'a header with other columns' }]);
  });

  it('refuses a file whose second header is better known, instead of losing the rows above it', async () => {
    const further = OLDER.replace('email', 'email,mood');
    const above = rows(0, 5).map((row) => row.replace('anna@', 'fine,anna@'));
    const error = await failure(readFiles(file(further, ...above, OLDER, ...rows(5, 30))));
    expect(error.code).toBe('export/two-exports');
    expect(error.issues).toMatchObject([{ line: 7, found: 'a header with other columns' }]);
  });

  it('does not refuse one right below other names of its columns, nor below a line that lists them', async () => {
    for (const above of [
      OLDER.replace('sku', 'article').replace('quantity', 'number'),
      '"Columns: order, placedAt, email, sku, quantity"',
    ]) {
      const { files } = await readFiles(file(above, OLDER, ...rows(0, 9)));
      expect(files[0]?.rows).toEqual({ in: 9, used: 9, ignored: 0, rejected: 0 });
    }
  });

  it('leaves out a header that calls a column otherwise and moves none', async () => {
    const renamed = OLDER.replace('sku', 'article');
    const { files } = await readFiles(file(OLDER, ...rows(0, 400), renamed, ...rows(400, 2)));
    expect(files[0]?.rows).toEqual({ in: 403, used: 402, ignored: 0, rejected: 1 });
  });
});
