import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const ORDERS_HEADER =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Billing Zip,Billing Phone,Note Attributes,Refunded Amount,Vendor,Source,Phone,Duties,Tip';

const ORDERS = [
  ORDERS_HEADER,
  // Duties and a tip besides; a channel of its own; an apostrophe before digits; line breaks in a cell.
  `#1,ann@example.com,paid,GBP,20.00,5.00,0.00,33.50,2026-01-05 10:00:00 +0000,2,Mug - Blue / L,10.00,M-1,true,true,'00123,,"gift: yes
note: two lines",0.00,Acme,301689896961,'+4420700000001,7.00,1.50`,
  // A payment that stands on a row of its own, without a line.
  `#1,,,,,,,,2026-01-05 10:00:00 +0000,,,,,,,,,,,,,,,`,
  // Saved by a spreadsheet program: the phone is gone, the e-mail is not.
  `#2,ben@example.com,paid,GBP,25075,0,0,25075,2026-01-06 10:00:00 +0000,1,Sofa,25075,S-1,TRUE,TRUE,123,9.21E+11,,0,Acme,web,9.21E+11,,`,
  // The billing phone is whole.
  `#3,,paid,GBP,10,0,0,10,2026-01-07 10:00:00 +0000,1,Mug,10,M-1,TRUE,TRUE,123,442070000003,,0,Acme,web,9.21E+11,,`,
  // Nothing is left that says who bought; its second line goes with it.
  `#4,,pending,GBP,20,0,0,20,2026-01-08 10:00:00 +0000,1,Mug,10,M-1,TRUE,TRUE,123,,,0,Acme,web,9.21E+11,,`,
  `#4,,,,,,,,2026-01-08 10:00:00 +0000,1,Cup,10,C-1,TRUE,TRUE,,,,,Acme,,9.21E+11,,`,
  // Paid with a code of 100 %.
  `#5,,paid,GBP,0.00,0.00,0.00,0.00,2026-01-09 10:00:00 +0000,1,Mug,0.00,M-1,true,true,,,,0.00,Acme,pos,,,`,
  // A quantity without a price.
  `#6,cleo@example.com,paid,GBP,10.00,0.00,0.00,10.00,2026-01-09 10:00:00 +0000,1,Mug,,M-1,true,true,,,,0.00,Acme,web,,,`,
  '',
].join('\n');

const CUSTOMERS = [
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Segment (customer.metafields.custom.segment)',
  `'7123456789012,Ann,Example,ann@example.com,yes,,1 Example Street,,London,,GB,'00123,'+4420700000001,,no,33.50,1,,no,"a, b, loyal-app_new",vip`,
  '7123456789013,Ben,Example,ben@example.com,no,,,,,,GB,,,,no,25075.00,1,,no,,',
  `'7123456789014,Cleo,Example,,no,,,,,,GB,,,,no,0.00,0,,no,,`,
  '7.12346E+12,Dan,Example,dan@example.com,yes,,,,,,GB,,,,no,0.00,0,,no,,',
  '',
].join('\n');

/** The layout before: other names, no id, other order. */
const OLDER_CUSTOMERS = [
  'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
  `Eva,Example,eva@example.com,yes,,,,,,,,,,'+4420700000009,no,0.00,0,,,no`,
  '',
].join('\n');

it('readExports() reads what is left of Shopify’s orders after a spreadsheet program, and who may be written to', async () => {
  const { files, engine } = await readFiles(
    {
      'orders_export_1.csv': ORDERS,
      'customers_export.csv': CUSTOMERS,
      'older.csv': OLDER_CUSTOMERS,
    },
    shopConfig({ limits: { rejectedShare: 0.5 } }),
  );
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows])).toEqual([
    ['customers_export.csv', 'shopify-customers', { in: 4, used: 3, ignored: 0, rejected: 1 }],
    ['older.csv', 'shopify-customers', { in: 1, used: 1, ignored: 0, rejected: 0 }],
    ['orders_export_1.csv', 'shopify-orders', { in: 8, used: 5, ignored: 0, rejected: 3 }],
  ]);
  const orders = files[2];
  const count = (code: string): number | undefined =>
    orders?.reasons.find((reason) => reason.code === code)?.rows;
  expect(count('row/spreadsheet-damage')).toBe(1);
  expect(count('row/bad-number')).toBe(1);
  expect(count('row/rest-of-order')).toBe(1);
  expect(count('note/excel-damage')).toBe(2);
  expect(count('note/resaved')).toBe(2);
  expect(count('note/continuation-row')).toBe(1);
  expect(orders?.reasons.find(({ code }) => code === 'row/spreadsheet-damage')?.reason).toContain(
    'export the file again',
  );
  expect(JSON.stringify(files)).not.toContain('9.21E+11"');
  expect(
    await engine.rows(
      `SELECT split_part(order_key, ':', 2) AS "order", channel, fees::DECIMAL(9,2) AS fees, total::DECIMAL(9,2) AS total,
        difference::DECIMAL(9,2) AS difference, email, phone
      FROM orders LEFT JOIN customers USING (customer) ORDER BY 1`,
    ),
  ).toEqual([
    {
      order: '#1',
      channel: 'app 301689896961',
      fees: '8.50',
      total: '33.50',
      difference: '0.00',
      email: 'ann@example.com',
      phone: '+4420700000001',
    },
    {
      order: '#2',
      channel: 'web',
      fees: null,
      total: '25075.00',
      difference: '0.00',
      email: 'ben@example.com',
      phone: null,
    },
    {
      order: '#3',
      channel: 'web',
      fees: null,
      total: '10.00',
      difference: '0.00',
      email: null,
      phone: '442070000003',
    },
    {
      order: '#5',
      channel: 'pos',
      fees: null,
      total: '0.00',
      difference: '0.00',
      email: null,
      phone: null,
    },
  ]);
  // Customers who never bought are nobody here; consent comes from the newer file.
  expect(
    await engine.rows(
      'SELECT email, accepts_marketing AS accepts FROM customers WHERE email IS NOT NULL ORDER BY email',
    ),
  ).toEqual([
    { email: 'ann@example.com', accepts: true },
    { email: 'ben@example.com', accepts: false },
  ]);
  expect(await engine.rows('SELECT count(*)::INTEGER AS lines FROM order_lines')).toEqual([
    { lines: 4 },
  ]);
});

it('an order number that a spreadsheet program has shortened is rejected with the hint to export again', async () => {
  const row = (name: string): string =>
    `${name},ann@example.com,paid,GBP,10.00,0.00,0.00,10.00,2026-01-09 10:00:00 +0000,1,Mug,10.00,M-1,true,true,,,,0.00,Acme,web,,,`;
  const { files } = await readFiles(
    {
      'orders.csv': [ORDERS_HEADER, row('20260109000001'), row('2.02601E+13'), ''].join('\n'),
    },
    shopConfig({ limits: { rejectedShare: 0.5 } }),
  );
  expect(files[0]?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
  expect(files[0]?.reasons[0]?.reason).toContain('spreadsheet');
});

/** What the test asks of each order: its money, and whether it was compared with a total. */
const MONEY = `SELECT split_part(order_key, ':', 2) AS "order", gross::DECIMAL(9,2) AS gross, discount::DECIMAL(9,2) AS discount,
    tax::DECIMAL(9,2) AS tax, total::DECIMAL(9,2) AS total, difference::DECIMAL(9,2) AS difference
  FROM orders ORDER BY 1`;

/** The first row of an order carries its fields, the time too; its second row only the line. */
const TRIMMED = [
  {
    Name: '#1', Email: 'ann@example.com', Currency: 'EUR', Subtotal: '45.00', Shipping: '5.00', Taxes: '7.98', Total: '50.00',
    'Discount Amount': '5.00', 'Created at': '2026-01-05 10:00:00 +0000', 'Lineitem quantity': '2', 'Lineitem name': 'Mug', 'Lineitem price': '20.00',
  },
  { Name: '#1', 'Lineitem quantity': '1', 'Lineitem name': 'Cup', 'Lineitem price': '10.00' },
]; // prettier-ignore

/** The rows with the given columns of them. */
function trimmedTo(...columns: string[]): string {
  const rows = TRIMMED.map((row: Record<string, string>) =>
    columns.map((column) => row[column] ?? '').join(','),
  );
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}

const LINES = ['Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'];

it('shopify-orders reads orders whose fields stand in the first row only', async () => {
  const { files, engine } = await readFiles(
    {
      'orders.csv': trimmedTo(
        ...['Name', 'Email', 'Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total'],
        ...['Discount Amount', ...LINES],
      ),
    },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(await engine.rows(MONEY)).toEqual([
    {
      order: '#1',
      gross: '50.00',
      discount: '5.00',
      tax: '7.98',
      total: '50.00',
      difference: '0.00',
    },
  ]);
});

it('shopify-orders reads an export without totals and currency by its lines, and says so', async () => {
  const { files, engine } = await readFiles(
    {
      'orders.csv': trimmedTo('Name', 'Subtotal', 'Shipping', 'Taxes', 'Discount Amount', ...LINES),
    },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]?.adapter).toBe('shopify-orders');
  expect(files[0]?.reasons.map(({ code, reason, rows }) => [code, rows, reason])).toEqual([
    ['note/no-column', 0, expect.stringContaining('"Email"')],
    ['note/no-column', 0, expect.stringContaining('"Currency"')],
    ['note/no-column', 0, expect.stringContaining('"Total"')],
    ['note/no-customer', 1, expect.any(String)],
    ['note/continuation-row', 1, expect.any(String)],
  ]);
  // Whether the tax is inside 50.00 or on top of it, nothing tells.
  expect(await engine.rows(MONEY)).toEqual([
    {
      order: '#1',
      gross: '50.00',
      discount: '5.00',
      tax: null,
      total: '50.00',
      difference: null,
    },
  ]);
});

it('shopify-orders reads an export of lines alone; the config names its currency', async () => {
  const { files, engine } = await readFiles(
    { 'orders.csv': trimmedTo('Name', ...LINES) },
    shopConfig({ rates: { EUR: 0.5 }, platforms: { shopify: { currency: 'EUR' } } }),
  );
  const notes = files[0]?.reasons.map(({ reason }) => reason).join(' ');
  expect(notes).not.toContain('"Currency"');
  expect(notes).not.toContain('continue the order');
  expect(await engine.rows(MONEY)).toMatchObject([{ gross: '25.00', total: '25.00' }]);
});

it('shopify-orders refuses lines without a price: nothing says what they cost', async () => {
  await expect(
    readFiles({
      'orders.csv': trimmedTo(
        ...['Name', 'Email', 'Currency', 'Subtotal', 'Total', 'Created at'],
        ...['Lineitem quantity', 'Lineitem name'],
      ),
    }),
  ).rejects.toMatchObject({
    code: 'export/missing-column',
    issues: [{ column: 'Lineitem price' }],
  });
});

/** The list of checkouts has the columns of the orders: its `Name` is the `Id`. As real downloads of it look. */
const CHECKOUTS_HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Cancelled at,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount,Phone';

it('readExports() counts no checkout that somebody left as an order; mapped, the list brings baskets', async () => {
  const checkouts = [
    CHECKOUTS_HEADER,
    '#37107487441214,ann@example.com,,,unfulfilled,no,GBP,30.00,0.00,0.00,30.00,2026-01-05 22:23:29 -0800,1,Mug,15.00,M-1,pending,,0.00,Acme,37107487441214,,Low,web,0.00,',
    '#37107487441214,ann@example.com,,,,,,,,,,2026-01-05 22:23:29 -0800,1,Cup,15.00,C-1,,,,Acme,,,,,0.00,',
    '#37004811239742,ben@example.com,,,unfulfilled,yes,GBP,18.00,0.00,1.56,19.56,2026-01-04 04:31:01 -0700,1,Book,18.00,B-1,pending,,,Acme,37004811239742,,Low,web,0.00,',
    '',
  ].join('\n');
  const orders = [
    CHECKOUTS_HEADER,
    '#1001,ann@example.com,paid,2026-01-06 10:00:00 +0000,fulfilled,no,GBP,30.00,0.00,0.00,30.00,2026-01-06 10:00:00 +0000,2,Mug,15.00,M-1,fulfilled,,0.00,Acme,5600000000001,,Low,web,0.00,',
    // A marketplace's number as the name.
    '#200012345678901,cleo@example.com,paid,2026-01-06 10:00:00 +0000,fulfilled,no,GBP,15.00,0.00,0.00,15.00,2026-01-06 10:00:00 +0000,1,Mug,15.00,M-1,fulfilled,,0.00,Acme,5600000000002,,Low,web,0.00,',
    '',
  ].join('\n');
  const saved = checkouts
    .replaceAll(',37107487441214,', ',3.71075E+13,')
    .replaceAll(',37004811239742,', ',3.70048E+13,');
  const read = await readFiles({
    'orders_export_1.csv': orders,
    'checkouts_export_1.csv': checkouts,
    'saved.csv': saved,
  });
  expect(
    read.files.map(({ path, rows, reasons }) => [path, rows, reasons.map(({ code }) => code)]),
  ).toEqual([
    ['checkouts_export_1.csv', { in: 3, used: 0, ignored: 3, rejected: 0 }, ['ignored/checkout']],
    ['orders_export_1.csv', { in: 2, used: 2, ignored: 0, rejected: 0 }, []],
    ['saved.csv', { in: 3, used: 0, ignored: 3, rejected: 0 }, ['ignored/checkout']],
  ]);
  expect(
    await read.engine.rows('SELECT count(*)::INT AS n, sum(total)::INT AS total FROM orders'),
  ).toEqual([{ n: 2, total: 45 }]);
  const mapped = await readFiles(
    { 'orders_export_1.csv': orders, 'checkouts_export_1.csv': checkouts },
    shopConfig({
      sources: [
        {
          name: 'shopify-checkouts',
          files: ['checkouts_export*.csv'],
          table: 'abandoned_baskets',
          columns: { basket: 'Name', abandonedOn: 'Created at', email: 'Email', phone: 'Phone' },
        },
      ],
    }),
  );
  expect(mapped.files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(
    await mapped.engine.rows(
      'SELECT email, abandoned_on::VARCHAR AS "left" FROM abandoned_baskets LEFT JOIN customers USING (customer) ORDER BY email',
    ),
  ).toEqual([
    { email: 'ann@example.com', left: '2026-01-05' },
    { email: 'ben@example.com', left: '2026-01-04' },
  ]);
});

it('shopify-orders takes a code for free shipping off the shipping where only so the total is reached', async () => {
  const header =
    'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount';
  const { engine } = await readFiles({
    'orders_export_1.csv': [
      header,
      '#1,ann@example.com,paid,GBP,93.00,15.00,0.00,93.00,FREESHIP,15.00,2026-01-06 10:00:00 +0000,1,Mug,93.00,0.00',
      '#2,ann@example.com,paid,GBP,50.00,8.00,10.00,60.00,FREESHIP,8.00,2026-01-06 11:00:00 +0000,1,Mug,50.00,0.00',
      '#3,ann@example.com,paid,GBP,50.00,10.00,0.00,60.00,TEN,10.00,2026-01-06 12:00:00 +0000,1,Mug,60.00,0.00',
      '#4,ann@example.com,paid,GBP,50.00,0.00,0.00,50.00,FREESHIP,0.00,2026-01-06 13:00:00 +0000,1,Mug,50.00,0.00',
      '',
    ].join('\n'),
  });
  expect(
    await engine.rows(
      `SELECT gross::INT AS gross, discount::INT AS discount, shipping::INT AS shipping, total::INT AS total,
         difference::INT AS difference FROM orders ORDER BY order_key`,
    ),
  ).toEqual([
    { gross: 93, discount: 0, shipping: 0, total: 93, difference: 0 },
    { gross: 50, discount: 0, shipping: 0, total: 60, difference: 0 },
    { gross: 60, discount: 10, shipping: 10, total: 60, difference: 0 },
    { gross: 50, discount: 0, shipping: 0, total: 50, difference: 0 },
  ]);
});

it('shopify-orders takes a tip for a fee of the order, not for an article, beside a discount too', async () => {
  const header =
    'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem taxable';
  const { files, engine, arithmetic } = await readFiles(
    {
      'orders.csv': [
        header,
        // Total = subtotal + tax + tip.
        '#1,ann@example.com,USD,119.20,0.00,12.64,137.80,29.80,2026-01-05 10:00:00 +0000,1,Ramp,149.00,R-1,true,true',
        '#1,ann@example.com,,,,,,,2026-01-05 10:00:00 +0000,1,Tip,5.96,,false,false',
        // A digital article of nearly that name, and one that is called so.
        '#2,ben@example.com,USD,9.00,0.00,0.00,9.00,0.00,2026-01-06 10:00:00 +0000,1,Tip sheet,4.00,,false,false',
        '#2,ben@example.com,,,,,,,2026-01-06 10:00:00 +0000,1,Tip,5.00,T-1,true,true',
        '',
      ].join('\n'),
    },
    shopConfig({ currency: 'USD' }),
  );
  const orders = await engine.rows(
    'SELECT gross::DECIMAL(9,2) AS gross, discount::DECIMAL(9,2) AS discount, fees::DECIMAL(9,2) AS fees, difference::DECIMAL(9,2) AS difference FROM orders ORDER BY order_key',
  );
  expect(orders).toEqual([
    { gross: '149.00', discount: '29.80', fees: '5.96', difference: '0.00' },
    { gross: '9.00', discount: '0.00', fees: null, difference: '0.00' },
  ]);
  expect(await engine.rows('SELECT title FROM order_lines ORDER BY ALL')).toEqual([
    { title: 'Ramp' },
    { title: 'Tip' },
    { title: 'Tip sheet' },
  ]);
  expect(arithmetic).toMatchObject([{ orders: 2, differ: 0 }]);
  expect(files[0]?.rows).toEqual({ in: 4, used: 4, ignored: 0, rejected: 0 });
  expect(files[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'note/tip', rows: 1 }));
});

it.each([
  ['Total,,,,30.00,5.00,0.00,35.00', '; they state the sums of the rows that count', undefined],
  [',,,,,,,35.00', '; they state the sums of the rows that count', undefined],
  ['Summe,,,,,,,99.00', '', 'total: stated 99.0000, rows add up to 35.0000'],
])(
  'shopify-orders takes the row "%s" below the orders for their totals',
  async (row, proof, differs) => {
    const line = (name: string, money: string) =>
      `${name},ann@example.com,paid,GBP,${money},2026-01-05 10:00:00 +0000,1,Mug,10,M-1,true,true,,,,,Acme,web,,,`;
    const { files } = await readFiles({
      'orders_export_1.csv': [
        ORDERS_HEADER,
        line('#1', '10.00,5.00,0.00,15.00'),
        line('#2', '20.00,0.00,0.00,20.00'),
        // A row that only lacks its day is no row of totals.
        '#3,,,,0.00,0.00,0.00,0.00,,,,,,,,,,,,,,,,',
        `${row}${','.repeat(16)}`,
        '',
      ].join('\n'),
    });
    const [orders] = files;
    expect(orders?.rows).toEqual({ in: 4, used: 2, ignored: 1, rejected: 1 });
    const reasonOf = (code: string) => orders?.reasons.find((reason) => reason.code === code);
    expect(reasonOf('ignored/summary-row')?.reason).toBe(`Rows of totals below the orders${proof}`);
    expect(reasonOf('note/summary-differs')?.example).toBe(differs);
  },
);
