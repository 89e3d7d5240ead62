import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import {
  exportsFolder,
  failure,
  ORDERS_HEADER,
  ordersCsv,
  readFiles,
  readFolder,
  shopConfig,
} from './exports-fixture.ts';

const GOOD = 'A1,2026-01-05 10:00:00,ann@example.com,S1,Mug,2,10.00';

/** Good orders, so that one bad row is not a large share. */
function manyOrders(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => `M${i},2026-01-05 10:00:00,m${i}@example.com,S1,Mug,1,10.00`,
  );
}

describe('a broken call or file', () => {
  it('readExports() refuses a folder that is missing', async () => {
    const error = await failure(readFolder('no/such/folder'));
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
      "Cannot read exports "no/such/folder": there is no such folder; expected a folder with export files
      Hint: Name the folder that holds the downloaded exports: --exports DIR"
    `);
  });

  it('readExports() refuses a folder that is empty', async () => {
    const error = await failure(readFiles({}));
    expect(error.code).toBe('export/folder-empty');
  });

  it('readExports() refuses a file of 0 bytes', async () => {
    const error = await failure(readFiles({ 'orders.csv': '' }));
    expect(error.code).toBe('export/empty-file');
  });

  it('readExports() names the missing column and the nearest one', async () => {
    const error = await failure(
      readFiles({ 'orders.csv': ordersCsv(GOOD).replace('placedAt', 'placed') }),
    );
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
      "Cannot read export "orders.csv" as generic-orders: column "placedAt" is missing; the nearest is "placed"; expected it in the header
        orders.csv, line 1, column "placedAt": found no such column; the nearest is "placed"; expected a column "placedAt"
      Hint: Rename the column in the file, export it again with all columns, or map the file in portal.config.ts under sources"
    `);
  });

  it('readExports() names the missing columns of all files at once', async () => {
    const error = await failure(
      readFiles(
        {
          'a/orders.csv': ordersCsv(GOOD).replace('placedAt', 'placed'),
          'b/returns.csv': 'order,qty,returnedOn\nA1,1,2026-01-09\n',
          'c.txt': 'Bon;Tag\n1;2026-01-05\n',
          'good.csv': ordersCsv(GOOD),
        },
        shopConfig({
          sources: [
            {
              name: 'till',
              files: ['c.txt'],
              table: 'orders',
              columns: { order: 'Bon', placedAt: 'Datum', quantity: 'Menge', unitPrice: 'Preis' },
            },
          ],
        }),
      ),
    );
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
      "Cannot read export "a/orders.csv" as generic-orders: column "placedAt" is missing; the nearest is "placed"; expected it in the header
      Cannot read export "b/returns.csv" as generic-returns: column "quantity" is missing; expected it in the header
      Cannot read export "c.txt" as source "till": column "Datum" is missing; column "Menge" is missing; column "Preis" is missing; expected them in the header
        a/orders.csv, line 1, column "placedAt": found no such column; the nearest is "placed"; expected a column "placedAt"
        b/returns.csv, line 1, column "quantity": found no such column; expected a column "quantity"
        c.txt, line 1, column "Datum": found no such column; expected a column "Datum"
        c.txt, line 1, column "Menge": found no such column; expected a column "Menge"
        c.txt, line 1, column "Preis": found no such column; expected a column "Preis"
      Hint: Rename the column in the file, export it again with all columns, or map the file in portal.config.ts under sources
            Correct columns of source "till" in portal.config.ts, or export the file with what they name; headerLine says where a header is that stands below the first 20 lines"
    `);
  });

  it.each([
    ['inside a row', ordersCsv(GOOD) + 'A2,2026-01-06 10:00:00,bob@exa'],
    ['inside quotes', ordersCsv(GOOD) + 'A2,2026-01-06 10:00:00,bob@example.com,S1,"Mu'],
  ])('readExports() refuses a file that is cut %s', async (_, text) => {
    const error = await failure(readFiles({ 'orders.csv': text }));
    expect(error.code).toBe('export/cut-file');
    expect(error.issues[0]?.line).toBe(3);
  });

  it.each([['orders.csv'], ['zz.csv']])(
    'readExports() refuses a file that is cut in its header (%s)',
    async (path) => {
      const error = await failure(
        readFiles({ 'good.csv': ordersCsv(GOOD), [path]: `${ORDERS_HEADER},curre` }),
      );
      expect(error.code).toBe('export/cut-file');
      expect(error.issues).toEqual([
        {
          file: path,
          line: 1,
          found: 'the end of the file inside the header',
          expected: 'a line break and rows',
        },
      ]);
    },
  );

  it('readExports() notes a header without rows', async () => {
    const { files } = await readFiles({ 'a.csv': ordersCsv(GOOD), 'b.csv': `${ORDERS_HEADER}\n` });
    expect(files[1]).toMatchObject({
      path: 'b.csv',
      adapter: 'generic-orders',
      rows: { in: 0, used: 0, ignored: 0, rejected: 0 },
      reasons: [{ code: 'note/no-rows', reason: 'The file holds a header and no rows', rows: 0 }],
    });
  });

  it('readExports() refuses a gzip file that is cut', async () => {
    const whole = gzipSync(ordersCsv(...manyOrders(500)));
    const error = await failure(
      readFiles({ 'orders.csv.gz': whole.subarray(0, whole.length - 40) }),
    );
    expect(error.code).toBe('export/cut-file');
  });

  it.skipIf(process.getuid?.() === 0)('readExports() refuses an unreadable file', async () => {
    const folder = await exportsFolder({ 'orders.csv': ordersCsv(GOOD) });
    await chmod(join(folder, 'orders.csv'), 0);
    const error = await failure(readFolder(folder));
    expect(error.code).toBe('export/unreadable-file');
  });

  it('readExports() refuses a currency without a rate and takes one that has it', async () => {
    const text = `${ORDERS_HEADER},currency\n${GOOD},EUR\n`;
    const error = await failure(readFiles({ 'orders.csv': text }));
    expect(error.code).toBe('export/unknown-currency');
    expect(error.hint).toContain('EUR');
    const { engine } = await readFiles(
      { 'orders.csv': text },
      shopConfig({ rates: { EUR: 0.85 } }),
    );
    expect(await engine.rows('SELECT value, unit_price FROM order_lines')).toEqual([
      { value: '17.00000000', unit_price: '8.5000' },
    ]);
  });

  it('readExports() takes amounts that state their currency in it, where no column does', async () => {
    const files = {
      'campaigns.csv':
        'campaign,recipients,sentAt,revenue\nSpring,5000,2026-03-02,€200.00\nSummer,5000,2026-06-02,100.00\n',
      'klaviyo.csv':
        'Campaign Name,Subject,Send Time,Total Recipients,Successful Deliveries,Unique Opens,Revenue,Campaign ID,Campaign Channel\nMay,Hi,2026-05-02 09:00:00,900,890,80,€40.00,01J,email\n',
      'orders.csv':
        'order,placedAt,email,sku,quantity,unitPrice\n1,2026-03-01,a@example.com,S1,1,€10.00\n2,2026-03-01,a@example.com,S1,1,10.00 EUR\n3,2026-03-01,a@example.com,S1,1,10.00\n',
      'products.csv': 'sku,title,cost\nS1,Mug,€4.00\n',
      'returns.csv':
        'order,sku,quantity,value,returnedOn\n3,S1,1,€10.00,2026-03-09\n1,S1,1,10.00,2026-03-09\n',
    };
    const { engine } = await readFiles(files, shopConfig({ rates: { EUR: 0.5 } }));
    const amounts = async (sql: string): Promise<unknown[]> =>
      (await engine.rows<{ amount: number }>(sql)).map(({ amount }) => amount);
    expect(await amounts('SELECT gross::DOUBLE AS amount FROM orders ORDER BY order_key')).toEqual([
      5, 5, 10,
    ]);
    expect(await amounts('SELECT value::DOUBLE AS amount FROM returns')).toEqual([5, 5]);
    expect(await amounts('SELECT cost::DOUBLE AS amount FROM products')).toEqual([2]);
    expect(
      await amounts('SELECT revenue::DOUBLE AS amount FROM campaign_results ORDER BY sent_on'),
    ).toEqual([100, 20, 100]);
    const error = await failure(readFiles(files));
    expect(error.code).toBe('export/unknown-currency');
    expect(error.issues[0]).toMatchObject({ column: 'revenue', found: '"EUR"' });
  });

  it('readExports() asks for the code of a currency that is written otherwise', async () => {
    const row = (order: string, currency: string): string =>
      `${GOOD.replace('A1', order)},${currency}\n`;
    const text = `${ORDERS_HEADER},currency\n${row('A1', 'Euro')}`;
    const named = await failure(readFiles({ 'orders.csv': text }, shopConfig({ currency: 'EUR' })));
    expect(formatGenerateError(named)).toMatchInlineSnapshot(`
      "Cannot convert text, 4 characters in export "orders.csv": that is no ISO code; expected EUR or a currency of rates in portal.config.ts
        orders.csv, line 2, column "currency": found text, 4 characters; expected the ISO code of a currency, for example EUR
      Hint: Write the ISO code of the currency in the file (for example EUR), or map the file in portal.config.ts under sources with currency: { constant: 'EUR' }"
    `);
    const both = await failure(readFiles({ 'orders.csv': text + row('A2', 'usd') }));
    expect(both.hint).toContain('Write the ISO code');
    expect(both.hint).toContain('rates: { USD: 1.08 }');
  });

  it('readExports() does not take a list of stock for the products export', async () => {
    const { files } = await readFiles({
      'orders.csv': ordersCsv(GOOD),
      'stock.csv': 'sku;stock\nS1;4\nS2;0\n',
      'brands.csv': 'sku;brand\nS1;Acme\n',
    });
    expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.used])).toEqual([
      ['brands.csv', 'generic-products', 1],
      ['orders.csv', 'generic-orders', 1],
      ['stock.csv', null, 0],
    ]);
  });

  it('readExports() takes rows that lack what the others have for no other way to write it', async () => {
    const bad = ['Sum,,,,,,970.00', 'Average,,,,,,10.00'];
    const error = await failure(readFiles({ 'orders.csv': ordersCsv(GOOD, ...bad) }));
    expect(error.code).toBe('export/too-many-rejected');
    expect(error.hint).toContain('Take out rows that are no data, such as totals');
    expect(error.hint).not.toContain('decimal comma');
  });

  it('readExports() refuses a file with too many bad rows and lists them all', async () => {
    const bad = [1, 2, 3].map((i) => `B${i},2026-01-05,b${i}@example.com,S1,Mug,x${i},10.00`);
    const error = await failure(readFiles({ 'orders.csv': ordersCsv(...manyOrders(97), ...bad) }));
    expect(error.code).toBe('export/too-many-rejected');
    expect(error.message).toBe(
      'Cannot read export "orders.csv": 3 of 100 rows are broken; expected at most 1 %',
    );
    expect(error.issues.map(({ line }) => line)).toEqual([99, 100, 101]);
  });

  it('readExports() names the settings of a mapped file whose rows are broken', async () => {
    const source = {
      ...{ name: 'till', files: ['c.csv'], table: 'orders' as const, dateFormat: '%d.%m.%Y' },
      columns: { order: 'Nr', placedAt: 'Day', sku: 'SKU', quantity: 'Pieces', unitPrice: 'Price' },
    };
    const text = `Nr,Day,SKU,Pieces,Price\n${'1,2026-01-05,S,1,10.00\n2,2026-01-06,S,1,10.00\n'.repeat(3)}`;
    const error = await failure(readFiles({ 'c.csv': text }, shopConfig({ sources: [source] })));
    expect(error.code).toBe('export/too-many-rejected');
    expect(error.hint).toContain('correct decimal or dateFormat of source "till"');
    expect(error.hint).not.toContain('map the file');
  });

  it('readExports() refuses a quote that swallows more than 100 lines', async () => {
    const rows = manyOrders(300);
    rows[20] = 'Q1,2026-01-05,q@example.com,S1,"Mug,1,10.00';
    rows[200] = 'Q2,2026-01-05,q@example.com,S1,Mug",1,10.00';
    const error = await failure(readFiles({ 'orders.csv': ordersCsv(...rows) }));
    expect(['export/swallowed-rows', 'export/records-disagree']).toContain(error.code);
  });

  it('readExports() refuses a header that two formats claim alike', async () => {
    const error = await failure(
      readFiles({ 'figures.csv': 'kpi,period,persona,trait,value,unit\na,2026,p,t,1,count\n' }),
    );
    expect(error.code).toBe('export/ambiguous-file');
  });

  it('readExports() refuses a pattern that the engine cannot run', async () => {
    const config = shopConfig({ nonProducts: ['^(?!x)'] });
    const error = await failure(readFiles({ 'orders.csv': ordersCsv(GOOD) }, config));
    expect(error.code).toBe('config/pattern');
  });
});

describe('a broken row', () => {
  it.each([
    ['quantity', '12,5O', 'row/bad-number'],
    ['quantity', '1e5', 'row/bad-number'],
    ['quantity', 'inf', 'row/bad-number'],
    ['quantity', '1_000', 'row/bad-number'],
    ['quantity', '1.23456', 'row/bad-number'],
    ['quantity', '', 'row/missing-value'],
    ['placedAt', '2026-02-30', 'row/bad-date'],
    ['placedAt', '2026-01-05 24:00:00', 'row/bad-date'],
    ['placedAt', '2026-03-29 01:30:00', 'row/no-such-time'],
    ['placedAt', '2099-01-05 10:00:00', 'row/far-time'],
    ['placedAt', '2099-01-05T10:00:00+02:00', 'row/far-time'],
    ['placedAt', '1979-12-31', 'row/far-time'],
  ])('readExports() rejects %s "%s" with the rest of its order', async (column, cell, code) => {
    const fields = { placedAt: '2026-01-05 10:00:00', quantity: '1', [column]: cell };
    const rows = [
      ...manyOrders(200),
      'B1,2026-01-05 10:00:00,bob@example.com,S1,"Mug\nwith a break",1,10.00',
      `B1,${fields.placedAt},bob@example.com,S2,Cup,"${fields.quantity}",10.00`,
      GOOD,
    ];
    const warnings: string[] = [];
    const { files, engine } = await readFiles(
      { 'orders.csv': ordersCsv(...rows) },
      shopConfig(),
      warnings,
    );
    const [report] = files;
    expect(report?.rows).toEqual({ in: 203, used: 201, ignored: 0, rejected: 2 });
    const reason = report?.reasons.find((entry) => entry.code === code);
    expect(reason?.rows).toBe(1);
    if (code === 'row/far-time')
      expect(reason?.reason).toBe('Expected a time between 1980 and 2049');
    expect(reason?.example).toContain(
      `line 204, column "${column}": found ${cell === '' ? 'nothing' : `"${cell}"`}`,
    );
    const rest = report?.reasons.find((entry) => entry.code === 'row/rest-of-order');
    expect(rest?.example).toContain('line 202');
    expect(warnings).toHaveLength(2);
    expect(await engine.rows(`SELECT 1 AS n FROM orders WHERE order_key LIKE '%B1'`)).toEqual([]);
  });

  it('readExports() rejects a row with too few or too many columns, and the rest of its order', async () => {
    const rows = [
      ...manyOrders(300),
      'B1,2026-01-05,bob@example.com,S1,Mug,1,10.00',
      'B1,2026-01-05,bob',
      GOOD,
      '',
      'C1,2026-01-05,c@example.com,S1,Mug,1,10.00,oops',
    ];
    const { files } = await readFiles({ 'orders.csv': ordersCsv(...rows) });
    expect(files[0]?.rows).toEqual({ in: 304, used: 301, ignored: 0, rejected: 3 });
    const wrong = files[0]?.reasons.find(({ code }) => code === 'row/wrong-columns');
    expect(wrong).toMatchObject({ rows: 2, example: 'lines 303, 306: found 3 columns' });
  });

  it('readExports() takes a row with empty cells too many at its end, and no other', async () => {
    const padded = 'B1,2026-01-05,bea@example.com,S1,Mug,1,10.00,,,';
    const filled = 'C1,2026-01-05,cid@example.com,S1,Mug,1,10.00,,x';
    const text = ordersCsv(...manyOrders(200), padded, filled);
    const { files, engine } = await readFiles({ 'orders.csv': text });
    expect(files[0]?.rows).toEqual({ in: 202, used: 201, ignored: 0, rejected: 1 });
    expect(files[0]?.reasons).toMatchObject([{ code: 'row/wrong-columns', rows: 1 }]);
    expect(await engine.rows(`SELECT title FROM order_lines WHERE order_key LIKE '%:B1'`)).toEqual([
      { title: 'Mug' },
    ]);
  });

  it('readExports() never quotes a cell that may be a person’s', async () => {
    const rows = [
      ...manyOrders(200),
      'B1,2026-01-05,bob@example.com,S1,Mug,ann.smith@example.com,10.00',
    ];
    const warnings: string[] = [];
    await readFiles({ 'orders.csv': ordersCsv(...rows) }, shopConfig(), warnings);
    expect(warnings.join('\n')).not.toContain('ann.smith');
    expect(warnings.join('\n')).toContain('text, 21 characters');
  });

  it.each(['2026-13', '2026-02-01/2026-02-30', '2026-02-02/2026-02-01'])(
    'readExports() rejects the period %s',
    async (period) => {
      const { files } = await readFiles({
        'kpi-snapshots.csv': `kpi,period,value,unit\nnps,2026-01,40,points\nnps,${period},41,points\n`,
      });
      expect(files[0]?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
    },
  );

  it('readExports() tolerates a single bad row in a short file', async () => {
    const { files } = await readFiles({
      'orders.csv': ordersCsv(GOOD, 'B1,2026-01-05,bob@example.com,S1,Mug,x,10.00'),
    });
    expect(files[0]?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
  });
});

it('readExports() keeps hostile text as text', async () => {
  const titles = [
    '{process.exit()}',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
    '../../x',
    "'; DROP TABLE orders; --",
  ];
  const rows = titles.map(
    (title, i) => `H${i},2026-01-05,h@example.com,S${i},"${title.replaceAll('"', '""')}",1,1.00`,
  );
  const { engine } = await readFiles({ 'orders.csv': ordersCsv(...rows) });
  const found = await engine.rows<{ title: string }>('SELECT title FROM order_lines ORDER BY sku');
  expect(found.map(({ title }) => title)).toEqual(titles);
});

it('readExports() names what is wrong with every file at once', async () => {
  const order = (currency: string): string =>
    `${ORDERS_HEADER},currency\nA1,2026-01-05,a@example.com,s,Mug,1,5.00,${currency}\n`;
  const error = await failure(
    readFiles({ 'a.csv': order('SEK'), 'b.csv': order('GBP'), 'c.csv': order('NOK') }),
  );
  expect(error.code).toBe('export/unknown-currency');
  expect(error.issues.map(({ file, found }) => [file, found])).toEqual([
    ['a.csv', '"SEK"'],
    ['c.csv', '"NOK"'],
  ]);
  expect(error.hint).toContain('SEK');
  expect(error.hint).toContain('NOK');
});
