import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { explainFiles } from '#generate/exports/plan/explain-file.ts';
import { splitRecords } from '#generate/exports/read/split-records.ts';
import {
  exportsFolder,
  failure,
  ORDERS_HEADER,
  ordersCsv,
  readFiles,
  readFolder,
  shopConfig,
} from './exports-fixture.ts';
import { makeParquet } from './unpack/make-parquet.ts';
import { makeXlsx, textRows } from './unpack/make-xlsx.ts';
import { makeXmlSpreadsheet, xmlRows, xmlSheet } from './unpack/make-xml-spreadsheet.ts';
import { makeZip } from './unpack/make-zip.ts';

/** The documented tables, a row or two of each. */
const TABLES: Record<string, string> = {
  'orders.csv': `${ORDERS_HEADER},currency,gift,brand
1001,2026-03-14 09:30:00,ann@example.com,J-32,"Slim jeans, ""32""",1,59.90,GBP,yes,Own
1001,2026-03-14 09:30:00,ann@example.com,B-01,"Leather
belt",2,24.00,GBP,yes,
1002,2026-03-15,bob@example.com,J-32,"Slim jeans, ""32""",1,59.90,,no,
`,
  'products.csv': 'sku,title,category,cost\nJ-32,Jeans,Trousers,20.50\nB-01,Belt,Accessories,\n',
  'returns.csv':
    'order,sku,quantity,value,returnedOn,reason\n1001,B-01,1,24.00,2026-03-20,Too long\n',
  'shipments.csv':
    'order,shippedAt,promisedOn,deliveredOn\n1001,2026-03-15 08:00:00,2026-03-18,2026-03-17\n',
  'survey-responses.csv':
    'survey,answeredOn,question,answer,score,email\nNPS,2026-03-21,How likely?,,9,ann@example.com\n',
  'campaign-results.csv':
    'campaign,variant,recipients,sentAt,delivered,orders\nSpring,,5000,2026-03-02 09:00:00,4950,210\n',
  'kpi-snapshots.csv': 'kpi,period,value,unit\nnps,2026-01,40,points\n',
};

const CANONICAL = [
  'orders',
  'order_lines',
  'products',
  'returns',
  'shipments',
  'survey_responses',
  'campaign_results',
  'kpi_snapshots',
];

type Files = Record<string, string | Uint8Array>;

function records(csv: string): string[][] {
  return splitRecords(csv, ',').map(({ cells }) => cells);
}

/** Each table in another format, under the name that the format gives it. */
async function inFormat(
  extension: string,
  convert: (rows: string[][]) => string | Uint8Array | Promise<Uint8Array>,
): Promise<Files> {
  const files: Files = {};
  for (const [name, csv] of Object.entries(TABLES))
    files[name.replace('.csv', extension)] = await convert(records(csv));
  return files;
}

/** Objects as a warehouse writes them: numbers as numbers, states as states, nothing as null. */
function objects([header = [], ...rows]: string[][]): Record<string, unknown>[] {
  const value = (name: string, cell: string): unknown => {
    if (cell === '') return null;
    if (name === 'gift') return cell === 'yes';
    return /^(quantity|unitPrice|cost|value|score|recipients|delivered|orders)$/.test(name)
      ? Number(cell)
      : cell;
  };
  return rows.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, value(name, cells[index] ?? '')])),
  );
}

async function parquet(rows: string[][]): Promise<Uint8Array> {
  const [header = [], ...lines] = rows;
  const types: Record<string, string> = {
    placedAt: 'TIMESTAMP',
    shippedAt: 'TIMESTAMP',
    quantity: 'INTEGER',
    unitPrice: 'DECIMAL(9,2)',
    cost: 'DOUBLE',
    returnedOn: 'DATE',
    gift: 'BOOLEAN',
  };
  const cell = (name: string, text: string): string =>
    text === '' ? 'NULL' : `CAST('${text.replaceAll("'", "''")}' AS ${types[name] ?? 'VARCHAR'})`;
  const selects = lines.map(
    (cells) =>
      `SELECT ${header.map((name, i) => `${cell(name, cells[i] ?? '')} AS "${name}"`).join(', ')}`,
  );
  return makeParquet(selects.join(' UNION ALL '));
}

async function canonical(files: Files): Promise<Record<string, unknown>> {
  const { engine, files: reports } = await readFiles(files);
  const rows: Record<string, unknown> = {};
  for (const table of CANONICAL) {
    const found = await engine.rows<Record<string, string>>(`SELECT * FROM ${table}`);
    rows[table] = found.map((row) => JSON.stringify(row)).sort();
  }
  for (const { rows: account, adapter } of reports) {
    expect(adapter).not.toBeNull();
    expect(account.used).toBe(account.in);
  }
  engine.close();
  return rows;
}

it('readExports() reads the same rows from CSV, JSON, Parquet, XLSX, XML and archives', async () => {
  const expected = await canonical(TABLES);
  expect(expected.order_lines).toHaveLength(3);
  const zipped = makeZip(
    Object.entries(TABLES).map(([path, content]) => ({ path: `export/${path}`, content })),
  );
  const formats: Record<string, Files> = {
    'JSON lines': await inFormat('.jsonl', (rows) =>
      objects(rows)
        .map((row) => JSON.stringify(row))
        .join('\n'),
    ),
    'JSON array, compressed': await inFormat('.json.gz', (rows) =>
      gzipSync(JSON.stringify(objects(rows), null, 2)),
    ),
    Parquet: await inFormat('.parquet', parquet),
    XLSX: {
      'all.xlsx': makeXlsx({
        sheets: Object.entries(TABLES).map(([name, csv]) => ({
          name: name.replace('.csv', ''),
          rows: textRows(records(csv)),
        })),
      }),
    },
    'XML Spreadsheet': {
      'all.xml': makeXmlSpreadsheet(
        Object.entries(TABLES)
          .map(([name, csv]) => xmlSheet(name.replace('.csv', ''), xmlRows(records(csv))))
          .join(''),
      ),
    },
    'an archive in an archive': {
      'all.zip': makeZip([{ path: 'inner.zip', content: zipped }]),
    },
  };
  for (const [format, files] of Object.entries(formats))
    expect(await canonical(files), format).toEqual(expected);
});

it('readExports() tells a row of a sheet and a line of JSON by its own number', async () => {
  const good = Array.from({ length: 250 }, (_, i) => `M${i},2026-01-05,m@example.com,S,Mug,1,1`);
  const rows = records(
    ordersCsv(...good, 'B1,2026-01-05,"a\nb@example.com",S,Mug,1,1', 'B2,2026-01-05,b,S,Mug,x,1'),
  );
  const jsonl = objects(rows).map((row) => JSON.stringify(row));
  jsonl.splice(5, 0, '', '{"order":"M7","placedAt":"2026-01-05","quantity":');
  const { files } = await readFiles({
    'a.xlsx': makeXlsx({
      sheets: [{ name: 'S', rows: textRows([['Report'], [], ...rows]) }],
    }),
    'b.jsonl': jsonl.join('\n').replace('"quantity":null', '"quantity":"x"'),
  });
  const examples = Object.fromEntries(
    files.map(({ path, reasons }) => [path, reasons.map(({ code, example }) => [code, example])]),
  );
  // Row 1 is the title, row 2 blank, row 3 the header: the 252nd line stands in row 255.
  expect(examples['a.xlsx']).toEqual([
    ['row/bad-number', 'line 255, column "quantity": found "x"'],
    // The address of B1 is broken over two lines.
    ['note/unusable-email', undefined],
  ]);
  // Line 6 is blank, line 7 cut: order M7, whose other line is 10, is rejected with it; the last one is line 254.
  expect(examples['b.jsonl']).toEqual([
    ['row/no-object', 'line 7: found no whole JSON object'],
    ['row/bad-number', 'line 254, column "quantity": found "x"'],
    ['row/rest-of-order', 'line 10: found a row of an order that has a rejected row'],
    ['ignored/overlap', undefined],
  ]);
});

it('readExports() refuses JSON lines that end inside an object: the others are missing', async () => {
  const line = JSON.stringify({ sku: 'A', title: 'Mug' });
  const error = await failure(readFiles({ 'p.jsonl': `${line}\n${line.slice(0, -4)}` }));
  expect(error.code).toBe('export/cut-file');
  expect(error.issues).toEqual([
    {
      file: 'p.jsonl',
      line: 2,
      found: 'the end of the file inside an object',
      expected: 'a whole object and a line break',
    },
  ]);
  const whole = await readFiles({ 'p.jsonl': `${line}\n${line}` });
  expect(whole.files[0]?.rows.in).toBe(2);
});

it('readExports() understands globs of the config for an archive and for its members', async () => {
  const table = 'No;Day;Pieces;Sum\nA1;2026-01-05;1;10.00\n';
  const columns = { order: 'No', placedAt: 'Day', quantity: 'Pieces', lineTotal: 'Sum' };
  const archive = makeZip([
    { path: 'till/a.txt', content: table },
    { path: 'till/b.txt', content: table.replace('A1', 'B1') },
    { path: 'notes.txt', content: 'nothing to read' },
  ]);
  const source = { name: 'till', table: 'orders' as const, columns };
  const whole = shopConfig({
    sources: [{ ...source, files: ['2026/*.zip'] }],
    ignoreFiles: ['**/notes.txt', 'old.zip'],
  });
  const files = { '2026/t.zip': archive, 'old.zip': Buffer.from('PK\u0003\u0004 no archive') };
  const read = await readFiles(files, whole);
  expect(read.files.map(({ path, adapter }) => [path, adapter])).toEqual([
    ['2026/t.zip/till/a.txt', 'till'],
    ['2026/t.zip/till/b.txt', 'till'],
  ]);
  const member = shopConfig({ sources: [{ ...source, files: ['**/a.txt'] }] });
  const { files: reports } = await readFiles({ 't.zip': archive }, member);
  expect(reports.map(({ path, adapter }) => [path, adapter])).toEqual([
    ['t.zip/notes.txt', null],
    ['t.zip/till/a.txt', 'till'],
    ['t.zip/till/b.txt', null],
  ]);
});

it('explainFiles() explains each member, or the one that is named', async () => {
  const folder = await exportsFolder({
    'all.zip': makeZip([
      { path: 'orders.csv', content: TABLES['orders.csv'] ?? '' },
      { path: 'p.json', content: '[{"sku":"A","title":"Mug"}]' },
      { path: 'photo.png', content: new Uint8Array([0x89, 0x50, 0, 0, 1]) },
    ]),
    'evil.zip': makeZip([{ path: '../x.csv', content: 'x' }]),
  });
  const path = join(folder, 'all.zip');
  const all = await explainFiles(path, shopConfig());
  expect(all.map(({ adapter, why }) => adapter ?? why)).toEqual([
    'generic-orders',
    'generic-products',
    'It is no text',
  ]);
  const one = await explainFiles(`${path}/p.json`, shopConfig());
  expect(one.map((file) => file.path)).toEqual([`${path}/p.json`]);
  const [evil] = await explainFiles(join(folder, 'evil.zip'), shopConfig());
  expect(evil?.why).toContain('leads out of the archive');
});

it('readExports() takes the letters of patterns in a file name as they are', async () => {
  const folder = await exportsFolder({});
  await mkdir(join(folder, '[x]'));
  await writeFile(join(folder, '[x]', 'orders*.csv'), TABLES['orders.csv'] ?? '');
  await writeFile(join(folder, '[x]', 'orders2.csv'), TABLES['orders.csv'] ?? '');
  const { files } = await readFolder(folder);
  expect(files.map(({ path, rows }) => [path, rows.in])).toEqual([
    ['[x]/orders*.csv', 3],
    ['[x]/orders2.csv', 3],
  ]);
});

it.each([
  [
    '5,001 columns',
    `${Array.from({ length: 5001 }, (_, i) => `c${i}`).join(';')}\n`,
    'export/too-many-columns',
  ],
  ['a row of 11 MB', `${ordersCsv()}A1,${'x'.repeat(11 * 1024 * 1024)}\n`, 'export/row-too-long'],
])('readExports() refuses a text with %s', async (_, text, code) => {
  const error = await failure(
    readFiles({ 'orders.csv': TABLES['orders.csv'] ?? '', 'b.csv': text }),
  );
  expect(error.code).toBe(code);
  expect(error.issues[0]).toMatchObject({ file: 'b.csv', line: code.endsWith('long') ? 2 : 1 });
});

it('readExports() refuses a line of 200 MB without decoding it', async () => {
  const line = Buffer.alloc(200 * 1024 * 1024, 'x,');
  line.write(`${ORDERS_HEADER}\n1,`);
  const folder = await exportsFolder({ 'orders.csv': line });
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const error = await failure(readFolder(folder));
  expect(error.code).toMatch(/^export\/(row-too-long|too-many-columns)$/);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  expect(performance.now() - started).toBeLessThan(20_000);
});

it('readExports() leaves a text of many commas alone that nobody calls an export', async () => {
  const { files } = await readFiles({
    'orders.csv': TABLES['orders.csv'] ?? '',
    'drawing.svg': `<path d="${'1,2,'.repeat(6000)}"/>`,
  });
  expect(files[0]).toMatchObject({ path: 'drawing.svg', adapter: null });
});
