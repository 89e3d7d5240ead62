import { existsSync, globSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import { explainFiles } from '#generate/exports/plan/explain-file.ts';
import { explainHeader } from '#generate/exports/plan/explain-header.ts';
import { planFile } from '#generate/exports/plan/plan-file.ts';
import { readFileHead } from '#generate/exports/plan/sniff-file.ts';
import { listedFile } from '#generate/exports/unpack/export-file.ts';
import { exportsFolder, failure, ordersCsv, shopConfig } from '../exports-fixture.ts';

it('explainFiles() says how a known file would be read', async () => {
  const folder = await exportsFolder({
    'o.csv': ordersCsv('1,2026-01-05,a@example.com,S,Mug,1,1'),
  });
  const path = join(folder, 'o.csv');
  const [explained] = await explainFiles(path, shopConfig());
  expect(explained).toMatchObject({
    path,
    adapter: 'generic-orders',
    score: 1,
    encoding: 'utf-8',
    delimiter: ',',
    headerLine: 1,
    missing: [],
    why: 'Line 1 has all required columns of generic-orders; 7 of its 7 columns belong to it',
  });
  expect(explained?.columns).toMatchObject({ order: 'order', unitPrice: 'unitPrice' });
  // What has a column or two in common is no rival.
  expect(explained).toMatchObject({ runnersUp: [], cells: [] });
});

it('explainFiles() counts columns that a format takes by their own names apart from those that belong to it', async () => {
  const folder = await exportsFolder({
    'f.csv':
      'Timestamp,Email Address,How was it?,What was missing?\n2026-01-15 10:00:00,a@example.com,fine,a hat\n',
  });
  const [explained] = await explainFiles(join(folder, 'f.csv'), shopConfig());
  expect(explained).toMatchObject({
    adapter: 'google-forms',
    score: 1,
    why: 'Line 1 has all required columns of google-forms; 1 of its 4 columns belong to it, and 3 are taken by their own names',
  });
  expect(explained?.columns).toMatchObject({ questions: '3 other columns' });
});

it('explainFiles() names what the nearest format lacks', async () => {
  const folder = await exportsFolder({ 'o.csv': 'order,quantity,price\n1,2,3\n' });
  const [explained] = await explainFiles(join(folder, 'o.csv'), shopConfig());
  expect(explained?.adapter).toBeNull();
  expect(explained?.missing.length).toBeGreaterThan(0);
});

it('explainFiles() names no format for a table that has only a word in common with one', async () => {
  const folder = await exportsFolder({
    'Pivot.csv': 'Row Labels,Sum of Total\n2026-01,120\nGrand Total,120\n',
  });
  const [explained] = await explainFiles(join(folder, 'Pivot.csv'), shopConfig());
  expect(explained).toMatchObject({ adapter: null, missing: [], runnersUp: [] });
  expect(explained?.why).toMatch(/^No format knows its header.*map it in portal\.config\.ts/);
});

it('explainFiles() says of a lock and of a Mac’s notes that they are left out, as generate does', async () => {
  const folder = await exportsFolder({ '~$stock.xlsx': '\u0005Tom', '.DS_Store': '\0Bud1' });
  for (const name of ['~$stock.xlsx', '.DS_Store']) {
    const [explained] = await explainFiles(join(folder, name), shopConfig());
    expect(explained?.why).toContain('it is left out without a word');
  }
});

it('explainFiles() follows a mapping of the config', async () => {
  const folder = await exportsFolder({ 'x.txt': 'A1 20260105 ann 2 10.00\n' });
  const config = shopConfig({
    sources: [
      {
        name: 'till',
        files: ['*.txt'],
        table: 'orders',
        fixedWidth: [
          { name: 'no', start: 1, length: 2 },
          { name: 'day', start: 4, length: 8 },
          { name: 'n', start: 17, length: 1 },
          { name: 'sum', start: 19, length: 5 },
        ],
        columns: { order: 'no', placedAt: 'day', quantity: 'n', lineTotal: 'sum' },
        dateFormat: '%Y%m%d',
      },
    ],
  });
  const [explained] = await explainFiles(join(folder, 'x.txt'), config);
  expect(explained).toMatchObject({ adapter: 'till', delimiter: null, headerLine: null });
  expect(explained?.why).toBe('The config maps it: source "till" makes its rows orders');
});

it('explainFiles() says that a picture is no text', async () => {
  const folder = await exportsFolder({ 'p.png': new Uint8Array([0x89, 0x50, 0, 0, 1]) });
  const [explained] = await explainFiles(join(folder, 'p.png'), shopConfig());
  expect(explained).toMatchObject({ adapter: null, encoding: null, why: 'It is no text' });
});

it('explainFiles() gives no format where too little of the header belongs to it', async () => {
  const header = 'sku,brand,' + Array.from({ length: 8 }, (_, i) => `own${i}`).join(',');
  const folder = await exportsFolder({ 'stock.csv': `${header}\n` });
  const [explained] = await explainFiles(join(folder, 'stock.csv'), shopConfig());
  expect(explained).toMatchObject({
    adapter: null,
    score: 0.2,
    missing: [],
    why: 'Line 1 has all required columns of generic-products, but only 2 of its 10 columns belong to it; expected 50 % of them, or a file named like products.csv',
  });
  expect(explained?.runnersUp[0]).toEqual({ adapter: 'generic-products', score: 0.2, missing: [] });
});

it.each([
  [
    'a missing column',
    'orders.csv',
    'order,email,sku,quantity,unitPrice\n',
    '"placedAt" is missing',
  ],
  ['two formats', 'x.csv', 'kpi,period,persona,trait,value,unit\n', 'alike; expected one format'],
  ['an empty file', 'x.csv', ' \n', 'the file has nothing but white space'],
  ['a damaged file', 'x.csv', new Uint8Array([1, 0, 2, 0, 0, 7]), 'it is no text'],
])('explainFiles() says that generate would stop at %s', async (_, name, content, reason) => {
  const folder = await exportsFolder({ [name]: content });
  const [explained] = await explainFiles(join(folder, name), shopConfig());
  expect(explained?.adapter).toBeNull();
  expect(explained?.why).toMatch(/^generate would stop: Cannot read export/);
  expect(explained?.why).toContain(reason);
});

it('explainFiles() says what leaves a file out: a link, or the config', async () => {
  const folder = await exportsFolder({ 'o.csv': ordersCsv() });
  await symlink(join(folder, 'o.csv'), join(folder, 'link.csv'));
  const [link] = await explainFiles(join(folder, 'link.csv'), shopConfig());
  expect(link).toMatchObject({ adapter: null, why: 'Links are not followed' });
  const [ignored] = await explainFiles(
    join(folder, 'o.csv'),
    shopConfig({ ignoreFiles: ['*.csv'] }),
  );
  expect(ignored?.adapter).toBeNull();
  expect(ignored?.why).toContain('ignoreFiles');
});

it('explainFiles() names formats that are nearly as near', async () => {
  const folder = await exportsFolder({
    'x.csv': 'order,sku,quantity,returnedOn,shippedAt,carrier\n',
  });
  const [explained] = await explainFiles(join(folder, 'x.csv'), shopConfig());
  expect(explained?.adapter).toBe('generic-returns');
  expect(explained?.runnersUp.map((other) => other.adapter)).toEqual(['generic-shipments']);
});

it('explainFiles() says what was inferred of numbers, days and times, on what evidence', async () => {
  const header =
    'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price';
  const row = (total: string, at: string): string =>
    `#1,a@example.com,GBP,"${total}",0,0,"${total}",${at},1,Mug,"${total}"`;
  const cells = async (rows: string[], config = shopConfig()): Promise<string[]> => {
    const folder = await exportsFolder({ 'o.csv': `${[header, ...rows].join('\n')}\n` });
    const [explained] = await explainFiles(join(folder, 'o.csv'), config);
    expect(explained?.adapter).toBe('shopify-orders');
    return (
      explained?.cells.map(({ what, taken, because }) => `${what}: ${taken} (${because})`) ?? []
    );
  };
  expect(await cells([row('1.250,50', '13.02.2026 10:00')])).toMatchInlineSnapshot(`
    [
      "Decimal sign: , (3 cells can only be read with a decimal comma, 0 cells only with a decimal point)",
      "Order of day and month: day before month (1 day can only be read as day before month, 0 days only as month before day)",
      "Time zone: Europe/London (assumed: its times state none, so they are the shop's; platforms: { 'shopify-orders': { timeZone: 'UTC' } } says otherwise)",
    ]
  `);
  expect(await cells([row('1,250', '2026-02-13 10:00:00 +0000')])).toMatchInlineSnapshot(`
    [
      "Decimal sign: . (assumed: 3 cells such as "1,234" could mean two things, and no other shows which)",
    ]
  `);
  const config = shopConfig({
    platforms: { shopify: { decimal: ',', dateOrder: 'mdy', timeZone: 'UTC' } },
  });
  expect(await cells([row('1.250,50', '01/02/2026 10:00')], config)).toMatchInlineSnapshot(`
    [
      "Decimal sign: , (platforms in portal.config.ts says so)",
      "Order of day and month: month before day (platforms in portal.config.ts says so)",
      "Time zone: UTC (platforms in portal.config.ts says so of times without an offset)",
    ]
  `);
});

it('explainFiles() says at what in the rows generate would stop', async () => {
  const folder = await exportsFolder({
    'o.csv': ordersCsv('1,2026-01-05,a@example.com,S,"Mug,1,1'),
  });
  const [explained] = await explainFiles(join(folder, 'o.csv'), shopConfig());
  expect(explained?.adapter).toBe('generic-orders');
  expect(explained?.why).toContain('. But generate would stop: Cannot read export');
});

it('explainFiles() says by what a dump without a header is told', async () => {
  const row = ['1', '7', '1', '0', 'ann@example.com', ...Array.from({ length: 6 }, () => '\\N')];
  const folder = await exportsFolder({ 'customer_entity.tsv': `${row.join('\t')}\n` });
  const [explained] = await explainFiles(join(folder, 'customer_entity.tsv'), shopConfig());
  expect(explained).toMatchObject({
    adapter: 'magento1-customers',
    delimiter: '\t',
    headerLine: null,
    why: 'It has no header; its name and the number of its columns are those of Magento 1: table customer_entity',
  });
  expect(explained?.columns).toMatchObject({ email: 'email' });
});

it('explainFiles() knows the file that customerTable names, whatever ignoreFiles says of it', async () => {
  const folder = await exportsFolder({
    'loyalty/members.csv': 'Members of today\r\nE-mail;Visits;Tier\nann@example.com;12;B\n',
  });
  const path = join(folder, 'loyalty/members.csv');
  const customerTable = { files: ['loyalty/*.csv'], key: 'E-mail' };
  const config = shopConfig({ customerTable, ignoreFiles: ['loyalty/*'] });
  const [explained] = await explainFiles(path, config);
  expect(explained).toMatchObject({
    adapter: 'customer-table',
    headerLine: 2,
    delimiter: ';',
    why: 'The config names it: it is the customer table',
  });
  expect(explained?.columns).toEqual({ key: 'E-mail', columns: '2 other columns' });
  const broken = { ...customerTable, key: 'Mail' };
  const [stopped] = await explainFiles(path, shopConfig({ customerTable: broken }));
  expect(stopped?.why).toContain('generate would stop: Cannot read export');
});

it('explainFiles() says of an unknown table with one row a customer that the config can name it', async () => {
  const rows = ['ann', 'bea', 'cy'].map((name) => `${name}@example.com;Gold;12;3;yes;no`);
  const folder = await exportsFolder({
    'm.csv': `E-mail;Tier;Points;Visits;Roses;Lawns\n${rows.join('\n')}\n`,
  });
  const [explained] = await explainFiles(join(folder, 'm.csv'), shopConfig());
  expect(explained?.adapter).toBeNull();
  expect(explained?.why).toContain('customerTable of portal.config.ts');
});

it('explainFiles() fails for a file that is not there', async () => {
  const error = await failure(explainFiles('no/such/file.csv', shopConfig()));
  expect(error.code).toBe('export/unreadable-file');
  expect(formatGenerateError(error)).toBe(
    [
      'Cannot read export "no/such/file.csv": no such file; expected a file that this user may read',
      '  no/such/file.csv: found no such file; expected a readable file',
      'Hint: Name one file, by its path from the folder you are in',
    ].join('\n'),
  );
});

it.skipIf(!existsSync('../shared/exports'))(
  'explainHeader() names the format by which generate reads each public sample (needs ../shared)',
  async () => {
    const paths = globSync('../shared/exports/*/samples/*[!x]').sort();
    expect(paths.length).toBeGreaterThan(50);
    const planned = async (path: string): Promise<string | null> => {
      const head = await readFileHead(listedFile(basename(path), path));
      return planFile(head, shopConfig())?.source ?? null;
    };
    for (const path of paths) {
      const { explanation } = await explainHeader(listedFile(path, path), shopConfig());
      expect([path, explanation.adapter]).toEqual([path, await planned(path).catch(() => null)]);
    }
  },
);
