import { expect, test } from 'vitest';
import { nameColumns, nameHeaders } from '#generate/exports/plan/name-columns.ts';
import { NAMES_TABLE } from '#generate/privacy/collect-names.ts';
import { readFiles } from '../exports-fixture.ts';

test.each([
  [
    ['Name', 'Billing Name', 'Lineitem name'],
    [[0], [1]],
  ],
  [['customer_firstname', 'customer_lastname'], [[0, 1]]],
  [
    [
      'First Name (Billing)',
      'First Name (Shipping)',
      'Last Name (Billing)',
      'Last Name (Shipping)',
    ],
    [
      [0, 2],
      [1, 3],
    ],
  ],
  [
    ['buyer-name', 'recipient-name', 'product-name'],
    [[0], [1]],
  ],
  [['Campaign Name', 'Item Name', 'Company Name', 'Store Name', 'Username'], []],
  [
    ['Bill-to Name', 'Ship To - Name', 'First Name'],
    [[0], [1]],
  ],
])('nameHeaders() finds the names of people in %j', (header, places) => {
  expect(nameHeaders(header)).toEqual(places);
});

test('nameColumns() leaves alone what the format reads as something else, and tables that are not about people', () => {
  const columns = { title: { headers: ['Name'], type: 'text' as const } };
  const bindings = new Map([['title', { from: 'header' as const, index: 0, header: 'Name' }]]);
  expect(nameColumns(['Name'], { table: 'orders', columns }, bindings)).toEqual([]);
  expect(nameColumns(['Name'], { table: 'products', columns: {} }, new Map())).toEqual([]);
  expect(nameColumns(['Name'], { table: 'orders', columns: {} }, new Map())).toEqual([[0]]);
});

const ORDERS = `order,placedAt,email,sku,quantity,unitPrice,Billing Name,First Name,Last Name
1,2026-10-05,ann@example.com,A,1,20,Ann M. Fernbrook,Zoë,O'Brien-Vale
1,2026-10-05,ann@example.com,B,1,5,,,
2,2026-10-06,guest@example.com,A,1,20,Guest Customer,Bo,
`;

test('readExports() meets the names of people without keeping them anywhere but in the engine', async () => {
  const { engine, files } = await readFiles({ 'orders.csv': ORDERS });
  const rows = await engine.rows(`SELECT name FROM ${NAMES_TABLE} ORDER BY name`);
  expect(rows.map(({ name }) => name)).toEqual([
    'ann fernbrook',
    'ann fernbrook m',
    'brien o vale zoe',
    'brien vale zoe',
  ]);
  expect(files[0]).toMatchObject({
    period: { from: '2026-10-05', to: '2026-10-06' },
    bytes: Buffer.byteLength(ORDERS),
  });
});
