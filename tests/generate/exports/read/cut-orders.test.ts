import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Name,Email,Financial Status,Created at,Currency,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
const order = (number: string, day: string, total: string): string =>
  `#${number},ann@example.com,paid,${day} 10:00:00 +0000,GBP,${total},0.00,0.00,${total},1,Mug,20.00,M-1`;
const line = (number: string, day: string): string =>
  `#${number},ann@example.com,,${day} 10:00:00 +0000,,,,,,2,Tea,15.00,T-1`;

const FIRST = [HEADER, order('1001', '2026-03-01', '20.00'), order('1002', '2026-03-02', '50.00')];
const SECOND = [HEADER, line('1002', '2026-03-02'), order('1003', '2026-03-03', '20.00')];
const text = (lines: string[]): string => `${lines.join('\n')}\n`;

const SUMS = `SELECT count(*)::INTEGER AS orders, sum(gross)::DECIMAL(9,2) AS gross, sum(total)::DECIMAL(9,2) AS total,
  (SELECT count(*)::INTEGER FROM order_lines) AS lines FROM orders`;
const ALL = { orders: 3, gross: '90.00', total: '90.00', lines: 4 };

it('readExports() puts an order together that an export in parts cuts in two', async () => {
  const { files, engine } = await readFiles(
    { 'orders_1.csv': text(FIRST), 'orders_2.csv': text(SECOND) },
    shopConfig(),
  );
  expect(files.map(({ rows }) => [rows.in, rows.used, rows.ignored])).toEqual([
    [2, 2, 0],
    [2, 2, 0],
  ]);
  expect(await engine.rows(SUMS)).toEqual([ALL]);
});

it('readExports() counts the rest of such an order once, whatever else holds it', async () => {
  const whole = [...FIRST, ...SECOND.slice(1), order('1004', '2026-03-04', '20.00')];
  const { engine } = await readFiles(
    {
      'again/orders_1.csv': text(FIRST),
      'again/orders_2.csv': text(SECOND),
      'orders_1.csv': text(FIRST),
      'orders_2.csv': text(SECOND),
    },
    shopConfig(),
  );
  expect(await engine.rows(SUMS)).toEqual([ALL]);
  const newer = await readFiles(
    { 'later.csv': text(whole), 'orders_1.csv': text(FIRST), 'orders_2.csv': text(SECOND) },
    shopConfig(),
  );
  expect(newer.files.map(({ rows }) => [rows.in, rows.used, rows.ignored])).toEqual([
    [5, 5, 0],
    [2, 0, 2],
    [2, 0, 2],
  ]);
  expect(await newer.engine.rows(SUMS)).toEqual([
    { orders: 4, gross: '110.00', total: '110.00', lines: 5 },
  ]);
});

it('readExports() knows the header where files were put one behind the other', async () => {
  const joined = `\ufeff${text(FIRST)}\ufeff${text([HEADER, line('1002', '2026-03-02')])}${text([HEADER, order('1003', '2026-03-03', '20.00')])}`;
  const { files, engine } = await readFiles({ 'all.csv': joined }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 6, used: 4, ignored: 2, rejected: 0 });
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/repeated-header', rows: 2 }),
  );
  expect(await engine.rows(SUMS)).toEqual([ALL]);
});
