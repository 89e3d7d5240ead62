import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type",Product(s),"Items sold",Coupon(s),"Net Sales",Attribution';
const order = (at: string, number: number, net: number): string =>
  `2026-${at},${number},£${net}.00,completed,,new,1× Mug,1,,${net}.00,Direct`;
const refund = (at: string, number: number, net: number): string =>
  `2026-${at},${number},£9.00,completed,,new,,0,,'-${net}.00,Direct`;
const file = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

const LEEDS = [
  order('03-01 10:00:00', 1001, 10),
  order('03-02 10:00:00', 1002, 20),
  refund('03-03 09:00:00', 1001, 4),
];
const YORK = [
  // The same evening, and weeks later.
  order('03-01 19:30:00', 1001, 40),
  order('04-05 10:00:00', 1002, 80),
  refund('04-07 10:00:00', 1002, 8),
];

async function ordersOf(files: Record<string, string>): Promise<{ rows: unknown; notes: unknown }> {
  const { files: reports, engine } = await readFiles(files, shopConfig({ timeZone: 'UTC' }));
  const rows = await engine.rows(
    `SELECT placed_at::VARCHAR AS "at", number, gross::INTEGER AS gross, refund::INTEGER AS refund FROM orders ORDER BY placed_at`,
  );
  const notes = reports.map(
    ({ reasons }) => reasons.find(({ code }) => code === 'note/same-number')?.rows,
  );
  return { rows, notes };
}

it('partByTime() counts the orders of two shops that were pasted into one report', async () => {
  expect(await ordersOf({ 'both.csv': file(...LEEDS, ...YORK) })).toEqual({
    rows: [
      { at: '2026-03-01 10:00:00', number: null, gross: 10, refund: null },
      // A refund is of the order before it.
      { at: '2026-03-01 19:30:00', number: '1001', gross: 40, refund: 4 },
      { at: '2026-03-02 10:00:00', number: null, gross: 20, refund: null },
      { at: '2026-04-05 10:00:00', number: '1002', gross: 80, refund: 8 },
    ],
    notes: [4],
  });
});

it('partByTime() counts the orders of two shops in two files, each month’s file by itself', async () => {
  const later = YORK.slice(1);
  const { rows, notes } = await ordersOf({
    'leeds/all.csv': file(...LEEDS),
    'york/april.csv': file(...later),
    'york/may.csv': file(refund('05-01 10:00:00', 1002, 2), ...later),
  });
  expect(rows).toEqual([
    { at: '2026-03-01 10:00:00', number: null, gross: 10, refund: 4 },
    { at: '2026-03-02 10:00:00', number: null, gross: 20, refund: null },
    { at: '2026-04-05 10:00:00', number: '1002', gross: 80, refund: 10 },
  ]);
  expect(notes).toEqual([undefined, 2, 3]);
});

it('partByTime() leaves one shop’s files as they are: a later one brings the refund of its order', async () => {
  const { rows, notes } = await ordersOf({
    'a.csv': file(order('03-01 10:00:00', 1001, 10)),
    'b.csv': file(order('03-01 10:00:00', 1001, 10), refund('03-09 10:00:00', 1001, 3)),
  });
  expect(rows).toEqual([{ at: '2026-03-01 10:00:00', number: null, gross: 10, refund: 3 }]);
  expect(notes).toEqual([undefined, undefined]);
});
