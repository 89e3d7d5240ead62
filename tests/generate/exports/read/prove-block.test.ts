import { describe, expect, it } from 'vitest';
import { failure, readFiles } from '../exports-fixture.ts';
import { makeXlsx, textRows } from '../unpack/make-xlsx.ts';

const TABLE = [
  'Campaign,Campaign type,Impr.,Clicks,Cost,Currency code',
  'Tea,Search,1000,40,"1,200.50",GBP',
  'Cups,Search,500,10,34.00,GBP',
  'Pots,Performance Max,300,5,0.50,GBP',
];
/** 40 + 10 + 5 and 1,200.50 + 34.00 + 0.50. */
const TOTAL = 'All campaigns,55,"1,235.00"';

const file = (...lines: string[]): Record<string, string> => ({
  'google.csv': `${lines.join('\n')}\n`,
});

async function account(files: Record<string, string | Uint8Array>): Promise<unknown> {
  const read = await readFiles(files);
  return read.files.map(({ rows, reasons }) => [
    rows,
    reasons.filter(({ code }) => !code.startsWith('note/')),
  ]);
}

const proven = (rows: number, line: number): unknown => [
  { in: 3 + rows, used: 3, ignored: rows, rejected: 0 },
  [
    {
      code: 'ignored/summary-row',
      reason: 'Rows of a summary above the table; they state the sums of the rows that count',
      rows,
      example: `line ${line}`,
    },
  ],
];

describe('proveBlock()', () => {
  it('leaves out a summary above the table that states the sums of its rows', async () => {
    const title = ['Campaign report', '"March 1, 2026 - March 31, 2026"'];
    expect(await account(file(...title, 'Campaign,Clicks,Cost', TOTAL, '', ...TABLE))).toEqual([
      proven(1, 4),
    ]);
  });

  it('takes rows that come to the sums together, or one of them that states them', async () => {
    const types = ['Search,50,"1,234.50"', 'Performance Max,5,0.50'];
    for (const rows of [types, ['Total,55,"1,235.00"', 'Budget,,2000.00']]) {
      const header = 'Campaign type,Clicks,Cost,Impr.';
      expect(await account(file(header, ...rows, '', 'By campaign', ...TABLE))).toEqual([
        proven(2, 2),
      ]);
    }
  });

  it('knows one whose own header would do, and blank lines that a spreadsheet program has filled', async () => {
    const wide = (line: string, commas: number): string => line + ','.repeat(commas);
    const summary = ['Campaign,Impr.,Clicks,Cost', 'Total,1800,55,1235'].map((row) => wide(row, 2));
    expect(await account(file(...summary, ',,,,,', ...TABLE))).toEqual([proven(1, 2)]);
    const rows = [['Campaign', 'Impr.', 'Clicks', 'Cost'], ['Total', '1800', '55', '1235'], [], ...TABLE.map((row) => row.replace('"1,200.50"', '1200.50').split(','))]; // prettier-ignore
    const book = makeXlsx({ sheets: [{ name: 'Report', rows: textRows(rows) }] });
    expect(await account({ 'google.xlsx': book })).toEqual([proven(1, 2)]);
  });

  it('refuses what states other sums, ends without a blank line or is as long as the table: another export', async () => {
    const header = 'Campaign,Clicks,Cost';
    for (const above of [
      [header, 'All campaigns,54,"1,235.00"', ''],
      [header, 'All campaigns,55,"1,235.10"', ''],
      [header, TOTAL],
      [header, 'All campaigns,,', ''],
      [header, 'Tea,40,1200.50', 'Cups,10,34', 'Pots,5,0.50', ''],
      [header, TOTAL, '', 'Mugs,Search,3,1,2.00,GBP', ''],
      ['Campaign,Budget name,Cost', 'All campaigns,One,"1,235.00"', ''],
    ]) {
      const error = await failure(readFiles(file(...above, ...TABLE)));
      expect([above, error.code, error.issues[0]?.line]).toEqual([
        above,
        'export/two-exports',
        above.length + 1,
      ]);
    }
  });

  it('reads rows above a header with other columns and no rows below it as before', async () => {
    const { files } = await readFiles(file(...TABLE, '', `${TABLE[0] ?? ''},Conversions`));
    expect(files[0]?.rows).toEqual({ in: 4, used: 3, ignored: 0, rejected: 1 });
  });
});
