import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount,Id,Vendor';
const order = (name: string, email: string, total: string, day: string, refund = '0.00'): string =>
  `${name},${email},EUR,${total},0.00,0.00,${total},0.00,${day} 10:00:00 +0100,1,Mug,${total},M-1,${refund},55,Acme`;
const file = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

it('partShops() keeps orders of two shops apart that have the same number, and knows each shop’s newer file', async () => {
  const { files, engine } = await readFiles(
    {
      'germany/january.csv': file(
        order('#1001', 'ann@example.com', '10.00', '2026-01-10'),
        order('#1002', 'bob@example.com', '20.00', '2026-01-11'),
      ),
      // The same order again, refunded since.
      'germany/february.csv': file(
        order('#1001', 'ann@example.com', '10.00', '2026-01-10', '4.00'),
        order('#1003', 'cee@example.com', '30.00', '2026-02-10'),
      ),
      'france/all.csv': file(
        order('#1001', 'zoe@example.com', '40.00', '2026-02-20'),
        // A further line: only its number and its time.
        '#1001,zoe@example.com,,,,,,,2026-02-20 10:00:00 +0100,1,Cup,0.00,C-1,,,Acme',
      ),
      'returns.csv':
        'order,sku,quantity,value,returnedOn\n1001,M-1,1,1,2026-03-01\n1002,M-1,1,1,2026-03-01\n',
    },
    shopConfig({ currency: 'EUR', timeZone: 'Europe/Berlin' }),
  );
  const orders = await engine.rows(
    `SELECT number, placed_on::VARCHAR AS "on", gross::INTEGER AS gross, refund::INTEGER AS refund
    FROM orders ORDER BY placed_on`,
  );
  expect(orders).toEqual([
    { number: null, on: '2026-01-10', gross: 10, refund: 4 },
    { number: null, on: '2026-01-11', gross: 20, refund: 0 },
    { number: null, on: '2026-02-10', gross: 30, refund: 0 },
    { number: '#1001', on: '2026-02-20', gross: 40, refund: 0 },
  ]);
  expect(files.map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
    ['france/all.csv', 2, 0],
    ['germany/february.csv', 2, 0],
    ['germany/january.csv', 1, 1],
    ['returns.csv', 2, 0],
  ]);
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'note/same-number', rows: 2 }),
  );
  // Nobody can tell which order 1001 came back.
  const returns = await engine.rows(
    'SELECT order_key IS NULL AS lost, count(*)::INTEGER AS n FROM returns GROUP BY ALL ORDER BY ALL',
  );
  expect(returns).toEqual([
    { lost: false, n: 1 },
    { lost: true, n: 1 },
  ]);
});

it('partShops() keeps orders of one day apart by the platform’s number, or by time and buyer', async () => {
  const at = (name: string, email: string, time: string, id: string, total = '10.00'): string =>
    `${name},${email},EUR,${total},0.00,0.00,${total},0.00,2026-01-10 ${time} +0100,1,Mug,${total},M-1,0.00,${id},Acme`;
  const { files, engine } = await readFiles(
    {
      'de/january.csv': file(
        at('#1', 'ann@example.com', '10:00:00', '5001'),
        at('#2', 'bob@example.com', '10:00:00', '5002'),
        at('#3', 'cee@example.com', '10:00:00', ''),
        at('#4', 'dee@example.com', '10:00:00', '5004'),
        at('#5', 'eve@example.com', '10:00:00', '5.09E+12'),
      ),
      // Of another shop: another number of the platform, even of the same buyer and at the same time.
      'fr/january.csv': file(
        at('#1', 'ann@example.com', '15:30:00', '9001', '20.00'),
        at('#2', 'bob@example.com', '10:00:00', '9002', '20.00'),
        at('#3', 'zoe@example.com', '15:30:00', '', '20.00'),
      ),
      // The same orders again: an address was corrected, a program lost the zone or the platform's number.
      'de/again.csv': file(
        at('#4', 'dee.new@example.com', '10:00:00', '5004'),
        at('#5', 'eve@example.com', '09:00:00', '5091'),
      ),
    },
    shopConfig({ currency: 'EUR', timeZone: 'Europe/Berlin' }),
  );
  const orders = await engine.rows(
    'SELECT coalesce(number, order_key) AS name, gross::INTEGER AS gross FROM orders ORDER BY gross, name',
  );
  expect(orders.map(({ gross }) => gross)).toEqual([10, 10, 10, 10, 10, 20, 20, 20]);
  expect(files.map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
    ['de/again.csv', 0, 2],
    ['de/january.csv', 5, 0],
    ['fr/january.csv', 3, 0],
  ]);
});

it.each([
  ['the platform’s numbers', '5001', '9001'],
  ['time and buyer, where a spreadsheet program has shortened them', '5.09E+12', '5.09E+12'],
])('partShops() keeps two shops apart that were pasted into one file, by %s', async (_, de, fr) => {
  const at = (name: string, email: string, time: string, id: string, total: string): string =>
    `${name},${email},EUR,${total},0.00,0.00,${total},0.00,2026-01-10 ${time} +0100,1,Mug,${total},M-1,0.00,${id},Acme`;
  const further = (name: string, email: string, time: string): string =>
    `${name},${email},,,,,,,2026-01-10 ${time} +0100,1,Cup,1.00,C-1,,,Acme`;
  const french = [
    at('#1', 'zoe@example.com', '15:30:00', fr, '20.00'),
    further('#1', 'zoe@example.com', '15:30:00'),
  ];
  const { files, engine } = await readFiles(
    {
      'both.csv': file(
        at('#1', 'ann@example.com', '10:00:00', de, '10.00'),
        further('#1', 'ann@example.com', '10:00:00'),
        at('#2', 'bob@example.com', '10:00:00', '5002', '10.00'),
        ...french,
      ),
      // One of the shops again: nothing new.
      'france.csv': file(...french),
    },
    shopConfig({ currency: 'EUR', timeZone: 'Europe/Berlin' }),
  );
  expect(
    await engine.rows(
      `SELECT count(*)::INTEGER AS orders, count(DISTINCT customer)::INTEGER AS customers, sum(gross)::INTEGER AS gross FROM orders`,
    ),
  ).toEqual([{ orders: 3, customers: 3, gross: 42 }]);
  expect(await engine.rows('SELECT count(*)::INTEGER AS lines FROM order_lines')).toEqual([
    { lines: 5 },
  ]);
  expect(files.map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
    ['both.csv', 5, 0],
    ['france.csv', 0, 2],
  ]);
});

it('partShops() leaves a file alone whose rows all repeat the money of their order', async () => {
  const filledDown = `#1,ann@example.com,EUR,30.00,0.00,0.00,30.00,0.00,2026-01-10 10:00:00 +0100,1,Mug,15.00,M-1,0.00,5001,Acme`;
  const { files, engine } = await readFiles(
    { 'orders.csv': file(filledDown, filledDown) },
    shopConfig({ currency: 'EUR', timeZone: 'Europe/Berlin' }),
  );
  expect(
    await engine.rows('SELECT gross::INTEGER AS gross, total::INTEGER AS total FROM orders'),
  ).toEqual([{ gross: 30, total: 30 }]);
  expect(files[0]?.reasons.map(({ code }) => code)).not.toContain('note/same-number');
});
