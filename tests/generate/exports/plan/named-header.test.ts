import { describe, expect, it } from 'vitest';
import { namedHeader } from '#generate/exports/plan/named-header.ts';
import { failure, readFiles, shopConfig } from '../exports-fixture.ts';

describe('namedHeader()', () => {
  const names = ['Order Number', 'SKU'];

  it('takes the first line with most of the names, by the delimiter that finds them', () => {
    const text = 'Report,of,all,orders\n\nSKU list\nOrder_number;sku;Reason\nORDER NUMBER;SKU;x\n';
    expect(namedHeader(text, names)).toEqual({
      ...{ delimiter: ';', line: 4, before: 3 },
      cells: ['Order_number', 'sku', 'Reason'],
    });
  });

  it('takes the first line where no line has a name, and nothing below the first 20', () => {
    expect(namedHeader('a;b;c\n1;2;3\n', names)).toMatchObject({ line: 1, delimiter: ';' });
    const far = `${'note\n'.repeat(20)}Order Number,SKU\n`;
    expect(namedHeader(far, names)).toMatchObject({ line: 1, cells: ['note'] });
    expect(namedHeader('', names)).toBeNull();
  });
});

const source = {
  ...{ name: 'aftership', files: ['aftership/*.csv'], table: 'returns' as const },
  columns: { order: 'Order Number', sku: 'SKU', quantity: 'Quantity', returnedOn: 'Requested' },
};
const rows = 'Order Number;SKU;Quantity;Requested\n1;S1;1;2026-03-02\n2;S2;2;2026-03-03\n';

it('readExports() finds the header of a mapped file below a note, which the next file lacks', async () => {
  const config = shopConfig({ sources: [source] });
  const { files } = await readFiles(
    {
      'aftership/1.csv': `Returns, as of today\r\n"Shop\r\none"\r\n\r\n${rows}`,
      'aftership/2.csv': rows.replace('1;S1', '3;S1').replace('2;S2', '4;S2'),
    },
    config,
  );
  expect(files.map(({ rows: { in: all, used } }) => [all, used])).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

it('readExports() takes the headerLine of a source by its word, and says what it does', async () => {
  const files = { 'aftership/1.csv': `Returns, as of today\n${rows}` };
  const read = (headerLine: number) =>
    readFiles(files, shopConfig({ sources: [{ ...source, headerLine }] }));
  expect((await read(2)).files[0]?.rows.used).toBe(2);
  expect((await failure(read(1))).hint).toContain('Correct columns or headerLine of source');
});

it('readExports() finds the header of a customer table below a note', async () => {
  const customerTable = { files: ['members.csv'], key: 'E-mail', joinWith: 'nothing' as const };
  const { files, engine } = await readFiles(
    {
      'members.csv':
        'Members, one a row\r\n\r\nE-mail;Visits;Tier\nann@example.com;12;B\nbea@example.com;3;A\n',
    },
    shopConfig({ customerTable }),
  );
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(await engine.rows('SELECT name FROM table_columns ORDER BY position')).toEqual([
    { name: 'Visits' },
    { name: 'Tier' },
  ]);
});
