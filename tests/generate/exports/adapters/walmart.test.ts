import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';

const HEADERS_37 =
  'PO#,Order#,Order Date,Ship By,Delivery Date,Customer Name,Customer Shipping Address,Customer Phone Number,Ship to Address 1,Ship to Address 2,City,State,Zip,Segment,FLIDS,Line#,UPC,Status,Item Description,Shipping Method,Shipping Tier,Shipping SLA,Shipping Config SOurce,Qty,SKU,Item Cost,Shipping Cost,Tax,Update Status,Update Qty,Carrier,Tracking Number,Tracking Url,Seller Order NO,Fulfillment Entity,Replacement Order,Original Customer Order Id'.split(
    ',',
  );
const HEADERS_29 =
  'PO#,Order#,Order Date,Ship By,Customer Name,Customer Shipping Address,Customer Phone Number,Customer Email ID,Ship to Address 1,Ship to Address 2,City,State,Zip,FLIDS,Line#,UPC,Status,Item Description,Shipping Method,Qty,SKU,Item Cost,Shipping Cost,Tax,Update Status,Update Qty,Carrier,Tracking Number,Tracking Url'.split(
    ',',
  );

const LINE: Record<string, string> = {
  'PO#': '1581111111111',
  'Order#': '200010000000001',
  'Order Date': '2026-03-10',
  'Ship By': '2026-03-12',
  'Delivery Date': '2026-03-17',
  'Customer Name': 'Ann Example',
  'Customer Shipping Address': 'Ann Example, 1 Example Street, Springfield, IL 01234',
  'Customer Phone Number': '5550100100',
  'Customer Email ID': 'AAAABBBBCCCC@relay.walmart.com',
  Zip: '01234',
  'Line#': '1',
  UPC: '000000000001',
  Status: 'Delivered',
  'Item Description': 'Lamp, 12"',
  'Shipping Method': 'VALUE',
  Qty: '1',
  SKU: 'L-1',
  'Item Cost': '20',
  'Shipping Cost': '0.00',
  Tax: '0.00',
  'Replacement Order': 'No',
};

/** A CSV of the given lines; each changes cells of one delivered lamp. */
function orders(headers: string[], ...changes: Record<string, string>[]): string {
  const rows = changes.map((change) =>
    headers.map((header) => `"${(change[header] ?? LINE[header] ?? '').replaceAll('"', '""')}"`),
  );
  return [headers, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

/** The same as Walmart hands it out: numbers as numbers, empty cells left out. */
function workbook(headers: string[], ...changes: Record<string, string>[]): Buffer {
  const numbers = new Set(['Qty', 'Item Cost', 'Shipping Cost', 'Tax']);
  const text = (cell: string): string => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const row = (cells: [string, string][], number: number): string =>
    `<row r="${number}">${cells
      .map(([header, cell], index) => {
        const place = `${columnName(index)}${number}`;
        if (cell === '') return '';
        return number > 1 && numbers.has(header)
          ? `<c r="${place}"><v>${cell}</v></c>`
          : `<c r="${place}" t="inlineStr"><is><t>${text(cell)}</t></is></c>`;
      })
      .join('')}</row>`;
  const rows = [
    row(
      headers.map((header) => [header, header]),
      1,
    ),
    ...changes.map((change, index) =>
      row(
        headers.map((header) => [header, change[header] ?? LINE[header] ?? '']),
        index + 2,
      ),
    ),
  ];
  return makeXlsx({ sheets: [{ name: 'Po Details', rows: rows.join('') }] });
}

/** A, B … Z, AA, AB … of a column. */
function columnName(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}

const config = shopConfig({ currency: 'USD', timeZone: 'America/Chicago' });

describe('readExports() on Walmart’s orders', () => {
  it('joins the purchase orders of one order, and counts cancelled lines and replacements for nothing', async () => {
    const text = orders(
      HEADERS_37,
      { Qty: '2', 'Shipping Cost': '5.99', Tax: '3.20' },
      { 'PO#': '1581111111112', SKU: 'L-2', 'Item Cost': '7.5', Tax: '0.60' },
      { 'PO#': '1581111111112', 'Line#': '2', SKU: 'L-3', 'Item Cost': '99', Tax: '9', Status: 'Cancelled' },
      { 'PO#': '1581111111113', 'Order#': '200010000000002', 'Replacement Order': 'Yes', Tax: '1', 'Shipping Cost': '2', 'Original Customer Order Id': '200010000000001' },
      { 'PO#': '1581111111114', 'Order#': '200010000000003', Status: 'Cancelled', 'Customer Phone Number': '' },
    ); // prettier-ignore
    const { files, engine } = await readFiles({ 'PO_Data.csv': text }, config);
    expect(files[0]).toMatchObject({
      adapter: 'walmart',
      rows: { in: 5, used: 5, ignored: 0, rejected: 0 },
    });
    expect(
      await engine.rows(
        `SELECT right(order_key, 1) AS "order", placed_on::VARCHAR AS placed_on, channel, cancelled, gross::DECIMAL(18,2) AS gross,
          shipping::DECIMAL(18,2) AS shipping, tax::DECIMAL(18,2) AS tax, total::DECIMAL(18,2) AS total, customer IS NOT NULL AS known
        FROM orders ORDER BY order_key`,
      ),
    ).toEqual([
      // 2 × 20 + 7.50; the cancelled line is not of it. 47.50 + 5.99 + 3.80.
      { order: '1', placed_on: '2026-03-10', channel: 'Walmart', cancelled: false, gross: '47.50', shipping: '5.99', tax: '3.80', total: '57.29', known: true },
      { order: '2', placed_on: '2026-03-10', channel: 'Walmart', cancelled: false, gross: '0.00', shipping: '0.00', tax: '0.00', total: '0.00', known: true },
      { order: '3', placed_on: '2026-03-10', channel: 'Walmart', cancelled: true, gross: '20.00', shipping: '0.00', tax: '0.00', total: '20.00', known: false },
    ]); // prettier-ignore
    expect(
      await engine.rows(
        `SELECT sku, line, quantity::INTEGER AS quantity FROM order_lines WHERE order_key LIKE '%1' ORDER BY line`,
      ),
    ).toEqual([
      { sku: 'L-1', line: 1, quantity: 2 },
      { sku: 'L-2', line: 2, quantity: 1 },
    ]);
    // Who is sent a replacement has not bought again.
    expect(
      await engine.rows(
        `SELECT right(order_key, 1) AS "order" FROM order_lines GROUP BY order_key HAVING NOT bool_or(is_product)`,
      ),
    ).toEqual([{ order: '2' }]);
    expect(files[0]?.reasons).toContainEqual(
      expect.objectContaining({ code: 'note/replacement', rows: 1 }),
    );
    expect(
      await engine.rows(
        `SELECT promised_on::VARCHAR AS promised, shipped_at, delivered_on FROM shipments ORDER BY order_key LIMIT 1`,
      ),
    ).toEqual([{ promised: '2026-03-17', shipped_at: null, delivered_on: null }]);
  });

  it('reads the 29 columns of before, takes a line from the newer file, and the address for an alias', async () => {
    const older = orders(HEADERS_29, {}, { 'Line#': '2', 'Customer Phone Number': '' });
    const newer = orders(
      HEADERS_37,
      { Qty: '3', 'Customer Phone Number': '' },
      { 'PO#': '1581111111119', 'Order#': '200010000000009', 'Order Date': '2026-04-01' },
    );
    const { files, engine } = await readFiles({ 'a.csv': newer, 'b.csv': older }, config);
    expect(files.map(({ rows }) => [rows.used, rows.ignored])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    // The order of both files: 3 × 20 from the newer, line 2 of 20 from the older.
    expect(
      await engine.rows(
        `SELECT gross::DECIMAL(18,2) AS gross, customer FROM orders WHERE order_key LIKE '%1'`,
      ),
    ).toEqual([{ gross: '80.00', customer: null }]);
  });

  it('reads the workbook that Walmart hands out', async () => {
    const file = workbook(HEADERS_37, { 'Item Cost': '19.99', Tax: '1.5' }, { 'Line#': '2' });
    const { files, engine } = await readFiles({ 'PO_Data_1.xlsx': file }, config);
    expect(files[0]).toMatchObject({ adapter: 'walmart', rows: { in: 2, used: 2, rejected: 0 } });
    expect(
      await engine.rows(
        'SELECT order_key, placed_on::VARCHAR AS placed_on, gross::DECIMAL(18,2) AS gross, tax::DECIMAL(18,2) AS tax FROM orders',
      ),
    ).toEqual([
      {
        order_key: 'walmart:200010000000001',
        placed_on: '2026-03-10',
        gross: '39.99',
        tax: '1.50',
      },
    ]);
  });

  it('counts US dollars unless the config says another currency, and only at a rate, and rejects numbers that a spreadsheet program cut', async () => {
    const text = orders(HEADERS_37, {});
    const { engine } = await readFiles(
      { 'PO_Data.csv': text },
      shopConfig({ currency: 'EUR', rates: { USD: 0.9 } }),
    );
    expect(await engine.rows('SELECT gross::DECIMAL(18,2) AS gross FROM orders')).toEqual([
      { gross: '18.00' },
    ]);
    const canadian = await readFiles(
      { 'PO_Data.csv': text },
      shopConfig({
        currency: 'EUR',
        rates: { USD: 0.9, CAD: 0.5 },
        platforms: { walmart: { currency: 'CAD' } },
      }),
    );
    expect(await canadian.engine.rows('SELECT gross::DECIMAL(18,2) AS gross FROM orders')).toEqual([
      { gross: '10.00' },
    ]);
    await expect(
      readFiles({ 'PO_Data.csv': text }, shopConfig({ currency: 'EUR' })),
    ).rejects.toMatchObject({ code: 'export/unknown-currency' });
    const damaged = orders(HEADERS_37, {}, { 'PO#': '1.58111E+12', 'Order#': '200010000000005' });
    const { files } = await readFiles(
      { 'PO_Data.csv': damaged },
      shopConfig({ currency: 'USD', limits: { rejectedShare: 1 } }),
    );
    expect(files[0]?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
  });
});
