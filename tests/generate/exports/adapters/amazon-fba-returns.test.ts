import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADERS = [
  'return-date', 'order-id', 'sku', 'asin', 'fnsku', 'product-name', 'quantity', 'fulfillment-center-id',
  'detailed-disposition', 'reason', 'status', 'license-plate-number', 'customer-comments',
]; // prettier-ignore

const FIRST = [
  '2026-06-05T15:31:40+00:00', '026-0000001-0000001', 'T-1', 'B000000001', 'X000000001', 'Cushion 12" x 18", soft', '1', 'LTN4',
  'CUSTOMER_DAMAGED', 'NOT_COMPATIBLE', 'Unit returned to inventory', 'LPNAA000000001', 'Too small',
]; // prettier-ignore

/** The first return with other cells. */
function unit(change: Record<string, string>): string[] {
  return HEADERS.map((header, index) => change[header] ?? FIRST[index] ?? '');
}

function tabbed(...rows: string[][]): string {
  return [HEADERS, ...rows].map((cells) => `${cells.join('\t')}\r\n`).join('');
}

function quoted(headers: string[], ...rows: string[][]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return [headers, ...rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

const ORDERS = [
  'order,placedAt,sku,title,quantity,unitPrice,discount',
  '026-0000001-0000001,2026-06-01 10:00:00,T-1,Cushion,2,10.00,5.00',
  '',
].join('\n');

const ALL = `SELECT order_key, sku, quantity::INTEGER AS quantity, value::DECIMAL(18,2) AS value, returned_on::VARCHAR AS returned_on,
  reason, outcome FROM returns ORDER BY returned_on, reason`;

describe('readExports() on Amazon’s FBA returns', () => {
  it('reads the tab-separated report, whose comments may hold tabs and line breaks', async () => {
    const text = tabbed(
      unit({}),
      unit({
        'return-date': '2026-06-06T23:30:00+00:00',
        'license-plate-number': 'LPNAA000000002',
        reason: 'UNWANTED_ITEM',
        'customer-comments': 'It said\tsoft.\nIt is "not\n\nAnn',
      }),
      unit({
        'return-date': '2026-06-08T10:00:00+00:00',
        'license-plate-number': 'LPNAA000000003',
        'order-id': '026-0000009-0000009',
        reason: 'DEFECTIVE',
      }).slice(0, -1),
    );
    const { files, engine } = await readFiles({ 'returns.txt': text, 'orders.csv': ORDERS });
    const report = files.find(({ path }) => path === 'returns.txt');
    expect(report).toMatchObject({
      adapter: 'amazon-fba-returns',
      rows: { in: 3, used: 3, ignored: 0, rejected: 0 },
    });
    const order = 'generic-orders:026-0000001-0000001';
    // One of two cushions of 20.00 - 5.00; Amazon states neither a value nor what became of it.
    const value = '7.50';
    expect(await engine.rows(ALL)).toEqual([
      { order_key: order, sku: 'T-1', quantity: 1, value, returned_on: '2026-06-05', reason: 'NOT_COMPATIBLE', outcome: null },
      { order_key: order, sku: 'T-1', quantity: 1, value, returned_on: '2026-06-07', reason: 'UNWANTED_ITEM', outcome: null },
      { order_key: null, sku: 'T-1', quantity: 1, value: null, returned_on: '2026-06-08', reason: 'DEFECTIVE', outcome: null },
    ]); // prettier-ignore
  });

  it('counts a piece once when a newer report, or a later row, says again what became of it', async () => {
    const headers = HEADERS.filter((header) => header !== 'status');
    const withoutStatus = (cells: string[]): string[] =>
      cells.filter((_, index) => HEADERS[index] !== 'status');
    const older = quoted(
      headers,
      withoutStatus(unit({ 'detailed-disposition': 'SELLABLE', reason: 'DEFECTIVE' })),
      withoutStatus(unit({ 'detailed-disposition': 'SELLABLE' })),
      withoutStatus(unit({ 'license-plate-number': 'LPNAA000000004', reason: 'MISSED_ESTIMATED' })),
    );
    const newer = quoted(
      HEADERS,
      unit({ 'license-plate-number': 'LPNAA000000004', reason: 'UNWANTED_ITEM' }),
      unit({
        'return-date': '2026-07-01T10:00:00+00:00',
        'license-plate-number': 'LPNAA000000005',
      }),
    );
    const { files, engine } = await readFiles(
      { 'a.csv': newer, 'b.csv': older, 'orders.csv': ORDERS },
      shopConfig(),
    );
    expect(files.map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
      ['a.csv', 2, 0],
      ['b.csv', 1, 2],
      ['orders.csv', 1, 0],
    ]);
    expect(
      await engine.rows('SELECT reason, count(*)::INTEGER AS n FROM returns GROUP BY 1 ORDER BY 1'),
    ).toEqual([
      { reason: 'NOT_COMPATIBLE', n: 2 },
      { reason: 'UNWANTED_ITEM', n: 1 },
    ]);
  });
});
