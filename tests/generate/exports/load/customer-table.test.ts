import { describe, expect, test } from 'vitest';
import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import { failure, ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const ORDERS = ordersCsv(
  '1,2026-01-05,ann@example.com,S1,Mug,1,10',
  '2,2026-01-06,bea@example.com,S1,Mug,1,10',
);
const TABLE = `E-Mail,First name,Visits,Likes cooking,City,Age band
Ann@Example.com,Ann,12,yes,Bonn,25-34
bea@example.com,Bea,3,no,Kiel,35-44
cy@example.com,Cy,7,yes,Bonn,25-34
`;

type Settings = NonNullable<PortalConfigInput['customerTable']>;

function withTable(change: Partial<Settings> = {}): ReturnType<typeof shopConfig> {
  return shopConfig({ customerTable: { files: ['table*.csv'], key: 'E-Mail', ...change } });
}

describe('readExports() reads a customer table', () => {
  test('beside orders: whoever ordered is known by the key, the others are counted and make nobody a customer', async () => {
    const { engine, files } = await readFiles(
      { 'orders.csv': ORDERS, 'table.csv': TABLE },
      withTable(),
    );
    const rows = await engine.rows(
      `SELECT c.email, t.column1 AS visits FROM table_customers k
      JOIN customer_table t ON t."row" = k."row" LEFT JOIN customers c USING (customer) ORDER BY t."row"`,
    );
    expect(rows).toEqual([
      { email: 'ann@example.com', visits: '12' },
      { email: 'bea@example.com', visits: '3' },
      { email: null, visits: '7' },
    ]);
    expect(await engine.rows('SELECT count(*)::INTEGER AS n FROM customers')).toEqual([{ n: 2 }]);
    const file = files.find(({ path }) => path === 'table.csv');
    expect(file).toMatchObject({
      adapter: 'customer-table',
      rows: { in: 3, used: 3, ignored: 0, rejected: 0 },
    });
    expect(file?.reasons.map(({ code, rows: n }) => [code, n])).toEqual([['note/no-customer', 1]]);
  });

  test('takes a large number in powers of ten for what it is', async () => {
    const table = 'E-Mail,Seen,Likes\nann@example.com,1.5E+06,TRUE\nbea@example.com,3,FALSE\n';
    const { engine, files } = await readFiles({ 'table.csv': table }, withTable());
    expect(files[0]?.reasons).toEqual([]);
    expect(await engine.rows('SELECT column0 AS seen FROM customer_table ORDER BY 1')).toEqual([
      { seen: '1.5E+06' },
      { seen: '3' },
    ]);
  });

  test('alone: everybody in it is a customer', async () => {
    const { engine } = await readFiles({ 'table.csv': TABLE }, withTable());
    const customers = await engine.rows('SELECT email FROM customers ORDER BY email');
    expect(customers.map(({ email }) => email)).toEqual([
      'ann@example.com',
      'bea@example.com',
      'cy@example.com',
    ]);
  });

  test('and leaves columns out that name people or that the config leaves out, with the reason', async () => {
    const { engine } = await readFiles(
      { 'table.csv': TABLE },
      withTable({ leaveOut: ['likes_cooking'] }),
    );
    const columns = await engine.rows('SELECT name, left_out FROM table_columns ORDER BY position');
    expect(columns).toEqual([
      {
        name: 'First name',
        left_out: 'Called like a name: nobody is described by what names them',
      },
      { name: 'Visits', left_out: null },
      {
        name: 'Likes cooking',
        left_out: 'Left out by customerTable.leaveOut of portal.config.ts',
      },
      { name: 'City', left_out: 'Called like an address: nobody is described by what names them' },
      { name: 'Age band', left_out: null },
    ]);
    const held = await engine.rows(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'customer_table' ORDER BY 1`,
    );
    expect(held.map(({ column_name }) => column_name)).toEqual(['column1', 'column4', 'row']);
  });

  test('and takes columns that only describe as traits', async () => {
    const { engine } = await readFiles(
      { 'table.csv': TABLE.replace('Cy,7,yes,Bonn,25-34', 'Cy,7,yes,Bonn,n/a') },
      withTable({ describe: ['Age band'] }),
    );
    const traits = await engine.rows(
      `SELECT c.email, source, trait, value, text FROM customer_traits JOIN customers c USING (customer) ORDER BY email`,
    );
    expect(traits).toEqual([
      {
        email: 'ann@example.com',
        source: 'customer-table',
        trait: 'Age band',
        value: null,
        text: '25-34',
      },
      {
        email: 'bea@example.com',
        source: 'customer-table',
        trait: 'Age band',
        value: null,
        text: '35-44',
      },
    ]);
    expect(await engine.rows(`SELECT left_out FROM table_columns WHERE name = 'Age band'`)).toEqual(
      [
        {
          left_out:
            'Told of Portraits, not used to group: customerTable.describe of portal.config.ts',
        },
      ],
    );
  });

  test('by customer ids of the orders, and by phone numbers', async () => {
    const orders = `order,placedAt,customerId,phone,sku,title,quantity,unitPrice
1,2026-01-05,A7,,S1,Mug,1,10
2,2026-01-06,,+49 171 2345678,S1,Mug,1,10
`;
    const byId = await readFiles(
      { 'orders.csv': orders, 'table.csv': 'Kunde,Visits,Hours\nA7,1,2\nB8,3,4\n' },
      withTable({ key: 'Kunde', keyIs: 'customerId', platform: 'generic-orders' }),
    );
    const known = 'SELECT count(customer)::INTEGER AS n FROM table_customers';
    expect(await byId.engine.rows(known)).toEqual([{ n: 1 }]);
    const byPhone = await readFiles(
      { 'orders.csv': orders, 'table.csv': 'Tel,Visits,Hours\n+491712345678,1,2\n' },
      withTable({ key: 'Tel', keyIs: 'phone' }),
    );
    expect(await byPhone.engine.rows(known)).toEqual([{ n: 1 }]);
  });

  test('and takes a row once that stands in it twice, and no row of totals', async () => {
    const text = `${TABLE}bea@example.com,Bea,3,no,Kiel,35-44\nTotal,,22,,,\n`;
    const { files, engine } = await readFiles({ 'table.csv': text }, withTable());
    expect(files[0]).toMatchObject({ rows: { in: 5, used: 3, ignored: 2, rejected: 0 } });
    expect(files[0]?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
      ['ignored/summary-row', 1],
      ['ignored/same-row', 1],
    ]);
    expect(await engine.rows('SELECT count(*)::INTEGER AS n FROM table_customers')).toEqual([
      { n: 3 },
    ]);
  });

  test('and rejects a row without key, with its line', async () => {
    const text = TABLE.replace('bea@example.com', '');
    const warnings: string[] = [];
    const { files } = await readFiles({ 'table.csv': text }, withTable(), warnings);
    expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 0, rejected: 1 });
    expect(warnings).toMatchInlineSnapshot(`
      [
        "Row left out: table.csv, line 3, column "E-Mail": found nothing; expected an e-mail address",
      ]
    `);
  });

  test('from semicolons, in parts whose columns differ', async () => {
    const { engine } = await readFiles(
      {
        'table-1.csv': 'E-Mail;Visits;Hours\nann@example.com;1;2\n',
        'table-2.csv': 'Hours;E-Mail;Calls\n5;bea@example.com;6\n',
      },
      withTable(),
    );
    expect(
      await engine.rows('SELECT column0, column1, column2 FROM customer_table ORDER BY "row"'),
    ).toEqual([
      { column0: '1', column1: '2', column2: null },
      { column0: null, column1: '5', column2: '6' },
    ]);
  });

  test('in a format that the portal knows by itself: the Magento brand report', async () => {
    const { files, engine } = await readFiles(
      {
        'brands.csv':
          'customer_email,customer_id,Tarn,Loomwell,Fern,Oakline,Mossgate,Total\nann@example.com,7,120.5,0,,3,0,123.5\nTotal,,120.5,0,0,3,0,123.5\n',
      },
      withTable({
        files: ['brands.csv'],
        key: 'customer_email',
        leaveOut: ['customer_id', 'Total'],
      }),
    );
    expect(files).toMatchObject([
      { adapter: 'customer-table', rows: { in: 2, used: 1, ignored: 1, rejected: 0 } },
    ]);
    expect(await engine.rows('SELECT column1 AS tarn FROM customer_table')).toContainEqual({
      tarn: '120.5',
    });
  });
});

describe('readExports() refuses a customer table', () => {
  interface Refusal {
    files: Record<string, string>;
    change: Partial<Settings>;
    code: string;
    message: string;
    /** Lines or columns that the issues name. */
    places: (number | string)[];
  }
  const refusals: Record<string, Refusal> = {
    'that is not there': {
      files: { 'orders.csv': ORDERS },
      change: {},
      code: 'customer-table/missing',
      message:
        'Cannot find the customer table: the exports hold no file "table*.csv" that can be read; expected what customerTable names',
      places: ['table*.csv'],
    },
    'that is not there, nor anything else that is known': {
      files: { 'customers.csv': TABLE },
      change: { files: ['customer.csv', 'warehouse/*.parquet'] },
      code: 'customer-table/missing',
      message:
        'Cannot find the customer table: the exports hold no file "customer.csv" or "warehouse/*.parquet" that can be read; expected what customerTable names',
      places: ['customer.csv', 'warehouse/*.parquet'],
    },
    'without the key column': {
      files: { 'table.csv': TABLE },
      change: { key: 'Mail' },
      code: 'export/missing-column',
      message:
        'Cannot read export "table.csv" as the customer table: column "Mail" is missing; the nearest is "E-Mail"; expected it in the header',
      places: [1],
    },
    'without a column that is to be left out': {
      files: { 'table.csv': TABLE },
      change: { leaveOut: ['Agee band'] },
      code: 'export/missing-column',
      message:
        'Cannot read export "table.csv" as the customer table: column "Agee band" is missing; the nearest is "Age band"; expected it in the header',
      places: [1],
    },
    'with two different rows of a customer': {
      files: { 'table.csv': `${TABLE}ANN@example.com,Ann,13,yes,Bonn,25-34\n` },
      change: {},
      code: 'export/customer-twice',
      message:
        'Cannot read export "table.csv" as the customer table: a customer stands in it more than once; expected one row a customer',
      places: [5],
    },
    'whose files share a customer': {
      files: { 'table-1.csv': TABLE, 'table-2.csv': TABLE },
      change: {},
      code: 'customer-table/twice',
      message:
        'Cannot use the customer table: customers stand in two of its files; expected one row a customer',
      places: ['table-2.csv'],
    },
    'of which all columns are left out': {
      files: { 'table.csv': TABLE },
      change: { leaveOut: ['Visits', 'Likes cooking', 'Age band'] },
      code: 'customer-table/no-columns',
      message:
        'Cannot use export "table.csv" as the customer table: none of its columns is left to make Portraits of; expected at least two',
      places: ['table.csv'],
    },
    'in which nobody of the orders stands': {
      files: { 'orders.csv': ORDERS, 'table.csv': 'E-Mail,Visits,Hours\ndi@example.com,1,2\n' },
      change: {},
      code: 'customer-table/nobody-known',
      message:
        'Cannot join the customer table with orders: none of its customers has one; expected customers that orders name, too',
      places: ['E-Mail'],
    },
    'of which many rows lack the key': {
      files: {
        'table.csv': TABLE.replace('bea@example.com', '').replace('cy@example.com', 'Cy'),
      },
      change: {},
      code: 'export/too-many-rejected',
      message: 'Cannot read export "table.csv": 2 of 3 rows are broken; expected at most 1 %',
      places: [3, 4],
    },
  };

  test.each(Object.entries(refusals))('%s', async (_, { files, change, ...expected }) => {
    const error = await failure(readFiles(files, withTable(change)));
    expect({
      code: error.code,
      message: error.message,
      places: error.issues.map(({ file, line, column }) => line ?? column ?? file),
    }).toEqual(expected);
    expect(error.hint).not.toBe('');
    expect(JSON.stringify(error)).not.toContain('@example.com');
  });

  test('that is not there, with the file that was likely meant', async () => {
    const config = withTable({ files: ['customer.csv'] });
    const error = await failure(
      readFiles({ 'orders.csv': ORDERS, 'customers.csv': TABLE }, config),
    );
    expect(error.hint).toBe(
      'Did you mean "customers.csv"? Correct files of customerTable in portal.config.ts',
    );
  });
});
