import { expect, it } from 'vitest';
import { loadFiles } from './load-fixture.ts';

const LINE = { placedAt: '2026-01-05 10:00:00', placedOn: '2026-01-05', orderDiscount: 10 };

it('loadReturns() joins heads and lines, keeps a head without lines, and values what has no value by the order', async () => {
  const { engine, report } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      adapter: { id: 'shop-orders', platform: 'shop' },
      rows: [
        { order: '5', orderName: '100', sku: 'A', quantity: 2, unitPrice: 30, ...LINE },
        { order: '5', orderName: '100', sku: 'B', quantity: 1, unitPrice: 40, ...LINE },
      ],
    },
    {
      name: 'memos',
      table: 'returns',
      adapter: { id: 'shop-memos', platform: 'shop' },
      rows: [
        { returnId: '1', order: '5', returnedOn: '2026-01-20', value: 99 },
        { returnId: '2', order: '5', returnedOn: '2026-01-21', value: -7.5, reason: 'late' },
        { returnId: '1', sku: 'A', quantity: 1, value: 27 },
        { returnId: '9', sku: 'A', quantity: 1, value: 27 },
      ],
    },
    {
      name: 'warehouse',
      table: 'returns',
      rows: [
        { order: '100', sku: 'A', quantity: 1, returnedOn: '2026-02-01' },
        { order: '100', sku: 'other', quantity: 2, returnedOn: '2026-02-02' },
        { order: '404', sku: 'A', quantity: 1, returnedOn: '2026-02-03' },
        // An inner id is nobody else's number.
        { order: '5', sku: 'A', quantity: 1, value: 1, returnedOn: '2026-02-04' },
      ],
    },
  ]);
  const returns = await engine.rows(
    `SELECT order_key, sku, quantity::INTEGER AS pieces, value::DECIMAL(9,2) AS value, returned_on AS "on", reason
    FROM returns ORDER BY returned_on`,
  );
  const order_key = 'shop:5';
  // Of the discount of 10, A bears 6: 54 ÷ 2 = 27. On average a thing cost 90 ÷ 3 = 30.
  expect(returns).toEqual([
    { order_key, sku: 'A', pieces: 1, value: '27.00', on: '2026-01-20', reason: null },
    { order_key, sku: null, pieces: 1, value: '7.50', on: '2026-01-21', reason: 'late' },
    { order_key, sku: 'A', pieces: 1, value: '27.00', on: '2026-02-01', reason: null },
    { order_key, sku: 'other', pieces: 2, value: '60.00', on: '2026-02-02', reason: null },
    { order_key: null, sku: 'A', pieces: 1, value: null, on: '2026-02-03', reason: null },
    { order_key: null, sku: 'A', pieces: 1, value: '1.00', on: '2026-02-04', reason: null },
  ]);
  expect(report('memos').rows).toEqual({ in: 4, used: 3, ignored: 0, rejected: 1 });
  expect(report('memos').reasons).toMatchObject([{ code: 'row/no-return', rows: 1 }]);
  expect(report('warehouse').reasons).toMatchObject([
    // 404, and 5, which is nobody else's number.
    { code: 'note/unknown-order', rows: 2 },
    { code: 'note/foreign-sku', rows: 1 },
    { code: 'note/value-from-order', rows: 2 },
  ]);
});

it('loadReturns() says which returns are more than was bought, and judges no order whose things nobody names', async () => {
  const { report } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      rows: [
        { order: '1', sku: 'A', quantity: 2, unitPrice: 30, ...LINE },
        { order: '1', sku: 'B', quantity: 1, unitPrice: 40, ...LINE },
        { order: '2', sku: 'A', quantity: 1, unitPrice: 30, ...LINE },
        { order: '3', orderTotal: 50, ...LINE },
      ],
    },
    {
      name: 'within',
      table: 'returns',
      rows: [
        { order: '1', sku: 'A', quantity: 1, returnedOn: '2026-02-01' },
        { order: '1', sku: 'A', quantity: 1, returnedOn: '2026-02-01' },
        { order: '1', quantity: 1, returnedOn: '2026-02-03' },
        // Nobody knows what this order holds.
        { order: '3', sku: 'C', quantity: 9, returnedOn: '2026-02-03' },
      ],
    },
  ]);
  expect(report('within').reasons).toMatchObject([{ code: 'note/value-from-order', rows: 4 }]);
  const beyond = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      rows: [
        { order: '1', sku: 'A', quantity: 2, unitPrice: 30, ...LINE },
        { order: '1', sku: 'B', quantity: 5, unitPrice: 40, ...LINE },
        { order: '2', sku: 'A', quantity: 1, unitPrice: 30, ...LINE },
      ],
    },
    {
      name: 'returns',
      table: 'returns',
      rows: [
        // Three of two, though the order holds seven things.
        { order: '1', sku: 'A', quantity: 2, value: 60, returnedOn: '2026-02-01' },
        { order: '1', sku: 'A', quantity: 1, value: 30, returnedOn: '2026-02-02' },
        { order: '1', sku: 'B', quantity: 1, value: 40, returnedOn: '2026-02-02' },
        // Two of one, of no thing in particular.
        { order: '2', quantity: 2, value: 60, returnedOn: '2026-02-02' },
      ],
    },
  ]);
  expect(beyond.report('returns').reasons).toMatchObject([
    { code: 'note/more-returned-than-bought', rows: 3 },
  ]);
});

it('loadReturns() keeps a value without the tax that its order’s prices hold, stated or not', async () => {
  const order = { ...LINE, orderDiscount: null, sku: 'A', quantity: 2, unitPrice: 59.5 };
  const back = { sku: 'A', quantity: 1, returnedOn: '2026-02-01' };
  const { engine } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      rows: [
        { order: '1', orderTax: 19, orderTotal: 119, ...order },
        { order: '2', orderTax: 22.61, orderTotal: 141.61, ...order },
      ],
    },
    {
      name: 'returns',
      table: 'returns',
      rows: [
        { order: '1', ...back },
        { order: '1', value: 11.9, ...back },
        { order: '2', ...back },
        { order: '2', value: 11.9, ...back },
        { order: '404', value: 11.9, ...back },
      ],
    },
  ]);
  expect(
    await engine.rows(
      'SELECT order_key, value::DECIMAL(9,2) AS value FROM returns ORDER BY order_key, value',
    ),
  ).toEqual([
    { order_key: 'orders:1', value: '10.00' },
    { order_key: 'orders:1', value: '50.00' },
    { order_key: 'orders:2', value: '11.90' },
    { order_key: 'orders:2', value: '59.50' },
    { order_key: null, value: '11.90' },
  ]);
});

it('loadReturns() takes a value without a currency to be in that of its order', async () => {
  const order = { ...LINE, orderDiscount: null, sku: 'A', quantity: 2, unitPrice: 50 };
  const back = { sku: 'A', quantity: 1, returnedOn: '2026-02-01' };
  const { engine, report } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      rows: [
        { order: '1', currency: 'usd', ...order },
        { order: '2', ...order },
      ],
    },
    {
      name: 'returns',
      table: 'returns',
      rows: [
        { order: '1', value: 50, ...back },
        { order: '1', value: 30, currency: 'GBP', ...back },
        { order: '1', ...back },
        { order: '2', value: 50, ...back },
        { order: '1', value: 0, outcome: 'replacement', ...back },
        { order: '404', value: 50, ...back },
        // The order and the day stand with the head alone.
        { returnId: 'R', order: '1', returnedOn: '2026-02-01' },
        { returnId: 'R', sku: 'A', quantity: 1, value: 10 },
      ],
    },
  ]);
  expect(
    await engine.rows(
      'SELECT order_key, value::DECIMAL(9,2) AS value FROM returns ORDER BY order_key, value',
    ),
  ).toEqual([
    { order_key: 'orders:1', value: '0.00' },
    { order_key: 'orders:1', value: '8.00' },
    { order_key: 'orders:1', value: '30.00' },
    { order_key: 'orders:1', value: '40.00' },
    { order_key: 'orders:1', value: '40.00' },
    { order_key: 'orders:2', value: '50.00' },
    { order_key: null, value: '50.00' },
  ]);
  expect(report('returns').reasons).toContainEqual({
    code: 'note/currency-from-order',
    reason: 'Returns that state no currency: their value is in that of their order',
    rows: 2,
  });
});
