import { expect, it } from 'vitest';
import { loadFiles, type LoadedFile } from './load-fixture.ts';

const AMAZON = '111-2223334-5556667';
const EBAY = '12-34567-89012';
const LINE = {
  quantity: 1,
  unitPrice: 10,
  placedAt: '2026-01-05 10:00:00',
  placedOn: '2026-01-05',
};
const ANN = { email: 'ann@example.com' };

function orders(name: string, rows: LoadedFile['rows']): LoadedFile {
  return { name, table: 'orders', rows: rows.map((row) => ({ ...LINE, ...row })) };
}

it('findSameOrders() keeps a purchase once that the shop and a marketplace know, and finds it by either number', async () => {
  const { engine, report } = await loadFiles([
    orders('shop', [
      { order: '#1', otherNumbers: `${AMAZON} x`, ...ANN },
      { order: '#1', otherNumbers: AMAZON, sku: 'second line', ...ANN },
      { order: '#2', ...ANN },
      { order: '#3', unitPrice: 30 },
    ]),
    orders('amazon', [
      { order: AMAZON },
      // What Amazon sent for the shop: it names the shop's number.
      { order: 'S02-1112223-3334445', otherNumbers: '#2', unitPrice: 0 },
      { order: '999-9999999-9999999' },
    ]),
    // Plain numbers of two shops are never the same order.
    orders('till', [{ order: '1' }, { order: '#4' }]),
    {
      name: 'shipments',
      table: 'shipments',
      rows: [
        { order: AMAZON, carrier: 'Van' },
        { order: '#3', carrier: 'Bike' },
      ],
    },
    {
      name: 'tickets',
      table: 'tickets',
      rows: [{ ticket: '1', order: 'S02-1112223-3334445', openedOn: '2026-01-06' }],
    },
  ]);
  const kept = await engine.rows('SELECT order_key FROM orders ORDER BY ALL');
  expect(kept.map(({ order_key }) => order_key)).toEqual([
    'amazon:999-9999999-9999999',
    'shop:#1',
    'shop:#2',
    'shop:#3',
    'till:#4',
    'till:1',
  ]);
  expect(report('amazon').rows).toEqual({ in: 3, used: 1, ignored: 2, rejected: 0 });
  expect(report('amazon').reasons).toMatchInlineSnapshot(`
    [
      {
        "code": "ignored/same-order",
        "reason": "Rows of 2 orders that another tool’s export (Shop) holds too",
        "rows": 2,
      },
    ]
  `);
  expect(report('shop').rows.used).toBe(4);
  expect(await engine.rows('SELECT order_key, carrier FROM shipments ORDER BY carrier')).toEqual([
    { order_key: 'shop:#3', carrier: 'Bike' },
    { order_key: 'shop:#1', carrier: 'Van' },
  ]);
  const tickets = await engine.rows('SELECT order_key, customer IS NOT NULL AS known FROM tickets');
  expect(tickets).toEqual([{ order_key: 'shop:#2', known: true }]);
  const lines = await engine.rows(
    `SELECT count(*)::INTEGER AS n FROM order_lines WHERE order_key NOT IN (SELECT order_key FROM orders)`,
  );
  expect(lines).toEqual([{ n: 0 }]);
});

it('findSameOrders() prefers who is known, then the newer export; three tools leave one order', async () => {
  const { engine, report } = await loadFiles([
    orders('a', [
      { order: 'A1', otherNumbers: EBAY },
      { order: 'A2', placedAt: '2026-03-01 10:00:00' },
      { order: 'A3', otherNumbers: AMAZON },
    ]),
    orders('b', [{ order: EBAY }, { order: 'B2', otherNumbers: AMAZON, ...ANN }]),
    orders('c', [
      { order: 'C1', otherNumbers: EBAY },
      { order: AMAZON, placedAt: '2026-02-01 10:00:00' },
    ]),
  ]);
  const kept = await engine.rows('SELECT order_key FROM orders ORDER BY ALL');
  expect(kept.map(({ order_key }) => order_key)).toEqual(['a:A1', 'a:A2', 'b:B2']);
  expect(['a', 'b', 'c'].map((name) => report(name).rows.ignored)).toEqual([1, 1, 2]);
});

it('countOrderNotes() counts rows and orders that are left, without those that another source keeps', async () => {
  const { report } = await loadFiles([
    orders('shop', [{ order: '#1', otherNumbers: AMAZON, ...ANN }]),
    orders('amazon', [
      { order: AMAZON, sku: 'postage', nonProduct: true },
      { order: '999-9999999-9999999', sku: 'postage', nonProduct: true },
      { order: '999-9999999-9999998', quantity: null, orderTotal: 12 },
    ]),
  ]);
  const notes = report('amazon').reasons.filter(({ code }) => code.startsWith('note/'));
  expect(notes.map(({ code, rows }) => [code, rows])).toEqual([
    ['note/no-lines', 1],
    ['note/non-product', 1],
  ]);
});

it('findSameOrders() keeps an order of a shop once that two of its vendor’s tools export', async () => {
  const { engine, report } = await loadFiles([
    orders('woocommerce-webtoffee', [
      { order: '9001', orderName: '1201', placedAt: '2026-01-05 10:00:41', ...ANN },
      { order: '9002', orderName: '1202', placedAt: '2026-01-06 10:00:41', ...ANN },
    ]),
    orders('woocommerce-analytics', [
      { order: '1201', placedAt: '2026-01-05 10:00:00' },
      // Another shop of WooCommerce counts from one, too.
      { order: '1202', placedAt: '2026-01-09 10:00:00' },
      { order: '1203', placedAt: '2026-01-07 10:00:00' },
    ]),
    orders('till', [{ order: '1202', placedAt: '2026-01-06 10:00:41' }]),
  ]);
  const kept = await engine.rows('SELECT order_key FROM orders ORDER BY ALL');
  expect(kept.map(({ order_key }) => order_key)).toEqual([
    'till:1202',
    'woocommerce-analytics:1202',
    'woocommerce-analytics:1203',
    'woocommerce-webtoffee:9001',
    'woocommerce-webtoffee:9002',
  ]);
  expect(report('woocommerce-analytics').rows).toMatchObject({ used: 2, ignored: 1 });
  expect(report('woocommerce-analytics').reasons).toMatchObject([
    { code: 'ignored/same-order', rows: 1 },
  ]);
});
