import { describe, expect, it, onTestFinished } from 'vitest';
import { inPortions } from '#generate/exports/load/order-portions.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { loadFiles, type LoadedFile } from './load-fixture.ts';

/** The portions of files whose rows name these orders. */
async function portionsOf(files: string[][], portionRows: number): Promise<string[]> {
  const engine = await openEngine();
  onTestFinished(() => engine.close());
  await engine.run('CREATE TABLE given (file INTEGER, piece BIGINT, "order" VARCHAR)');
  for (const [file, orders] of files.entries())
    for (const [piece, order] of orders.entries())
      await engine.run('INSERT INTO given VALUES ($1, $2, $3)', [file, piece, order]);
  await engine.run('CREATE VIEW "rows" AS FROM given');
  const portions: string[] = [];
  const note = async (): Promise<void> => {
    portions.push(await ordersOf(engine));
  };
  const count = await inPortions(engine, portionRows, note);
  expect(count).toBe(portions.length);
  // The view is as it was.
  expect(await ordersOf(engine)).toBe(files.map((orders) => orders.join('')).join(''));
  return portions;
}

async function ordersOf(engine: Engine): Promise<string> {
  const rows = await engine.rows('SELECT "order" FROM "rows" ORDER BY file, piece');
  return rows.map((row) => String(row['order'])).join('');
}

describe('inPortions()', () => {
  it('begins a portion with the first row of an order', async () => {
    expect(await portionsOf([[...'aabbbbcdde']], 3)).toEqual(['aabbbb', 'cdde']);
    expect(await portionsOf([[...'abcdefgh']], 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('goes on over the ends of files, and leaves small ones whole', async () => {
    expect(await portionsOf([[...'ab'], [...'cd'], [...'ef']], 3)).toEqual(['abc', 'def']);
    expect(await portionsOf([[...'abc'], [...'def']], 3)).toEqual(['abc', 'def']);
    expect(await portionsOf([[...'ab'], [...'cd']], 10)).toEqual(['abcd']);
  });

  it('loads portions as one that have an order in common', async () => {
    expect(await portionsOf([[...'abcdefaghijk']], 3)).toEqual(['abcdefagh', 'ijk']);
    expect(await portionsOf([[...'aaaaaaaaa']], 3)).toEqual(['aaaaaaaaa']);
    expect(await portionsOf([[...'abc'], [...'cba']], 2)).toEqual(['abccba']);
  });
});

/** Orders with everything that is worked out over all their rows, and one whose rows do not stand together. */
const ORDERS: LoadedFile = {
  name: 'orders',
  table: 'orders',
  rows: [
    ['1', { email: 'ann@example.com', phone: '+12025550102', orderDiscount: 3 }],
    ['1', {}],
    ['2', { email: 'ann@example.com', phone: '+12025550101', orderTotal: 99 }],
    ['3', { email: 'bob@example.com', acceptsMarketing: true }],
    ['4', { email: 'ann@example.com', placedAt: null, placedOn: null }],
    ['5', { email: 'not an address' }],
    ['6', { quantity: 10_000_000 }],
    ['7', { quantity: null, unitPrice: null, orderTotal: 20 }],
    ['8', { phone: '+12025550101' }],
    ['9', { quantity: 20_000_000 }],
    ['10', { placedAt: null, placedOn: null }],
    ['11', { email: 'bob@example.com' }],
    ['12', { email: 'eve@example.com', currency: 'USD' }],
    ['11', {}],
    ['13', { email: 'eve@example.com', quantity: null, unitPrice: null }],
  ].map(([order, row], index) => ({
    order: order as string,
    placedAt: `2026-01-0${1 + (index % 9)} 10:00:00`,
    placedOn: `2026-01-0${1 + (index % 9)}`,
    sku: `sku ${index % 3}`,
    quantity: 1 + (index % 2),
    unitPrice: 10,
    ...(row as LoadedFile['rows'][number]),
  })),
};

/** Everything that comes of the rows, without the numbers of a run. */
async function loaded(portionRows: number): Promise<unknown> {
  const { engine, report } = await loadFiles([ORDERS], undefined, portionRows);
  const all = (table: string, without: string): Promise<unknown> =>
    engine.rows(`SELECT * EXCLUDE (${without}) FROM ${table} ORDER BY ALL`);
  const { rows, reasons } = report('orders');
  return {
    orders: await all('orders', 'order_id, customer_id'),
    lines: await all('order_lines', 'order_id'),
    ids: await engine.rows(
      `SELECT count(DISTINCT o.order_key) AS orders, count(DISTINCT o.order_id) AS ids, count(l.order_id) AS "lines"
      FROM orders o LEFT JOIN order_lines l ON l.order_id = o.order_id AND l.order_key = o.order_key`,
    ),
    people: await all('people', 'customer_id'),
    phones: await engine.rows('SELECT DISTINCT identity, phone FROM phones ORDER BY ALL'),
    consents: await all('consents', 'placed_at'),
    numbers: await all('order_numbers', 'source'),
    rows,
    reasons,
  };
}

describe('orders in portions', () => {
  it('loadOrders() makes the same of rows that are loaded in portions as of all at once', async () => {
    const whole = await loaded(1000);
    expect(whole).toMatchObject({
      ids: [{ orders: '9', ids: '9', lines: '10' }],
      rows: { in: 15, used: 11, ignored: 0, rejected: 4 },
    });
    for (const portionRows of [2, 3, 5]) expect(await loaded(portionRows)).toEqual(whole);
  });
});
