import { describe, expect, it } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

/** Day, number where it is not the key, customer and value of each order. */
async function orders(engine: Engine): Promise<unknown[][]> {
  const rows = await engine.rows(
    `SELECT placed_on::VARCHAR AS "on", number, gross::INTEGER AS gross FROM orders ORDER BY placed_on, gross`,
  );
  return rows.map(Object.values);
}

const codes = (files: Awaited<ReturnType<typeof readFiles>>['files']) =>
  files.flatMap(({ path, reasons }) => reasons.map(({ code, rows }) => [path, code, rows]));

describe('Numbers that are given out again', () => {
  it('of a till that begins anew each year are other orders', async () => {
    const till = (year: string, ...values: string[]): string =>
      ordersCsv(
        ...values.map((value, i) => `${i + 1},${year}-01-0${i + 1},a@example.com,S,Tea,1,${value}`),
      );
    const { files, engine } = await readFiles({
      'orders-2024.csv': till('2024', '10', '20'),
      'orders-2025.csv': till('2025', '30', '40'),
      // The first days of the year again, with the time.
      'orders-2025-again.csv': ordersCsv('1,2025-01-01 18:30:00,a@example.com,S,Tea,1,30'),
    });
    expect(await orders(engine)).toEqual([
      ['2024-01-01', null, 10],
      ['2024-01-02', null, 20],
      ['2025-01-01', '1', 30],
      ['2025-01-02', '2', 40],
    ]);
    expect(codes(files)).toEqual(
      expect.arrayContaining([
        ['orders-2025.csv', 'note/same-number', 2],
        ['orders-2025.csv', 'ignored/overlap', 1],
      ]),
    );
  });

  it('inside a file are one order, and the report says so', async () => {
    const { files } = await readFiles({
      'orders.csv': ordersCsv(
        '1,2025-01-01,a@example.com,S,Tea,1,10',
        '1,2025-01-01,a@example.com,T,Cup,1,5',
        '2,2025-01-01,b@example.com,S,Tea,1,10',
        '1,2025-03-01,c@example.com,S,Tea,1,10',
      ),
    });
    expect(codes(files)).toEqual([['orders.csv', 'note/several-days', 3]]);
  });

  it('by two shops on WooCommerce are other orders, by their id and by their number', async () => {
    const webtoffee = (
      day: string,
      id: string,
      number: string,
      mail: string,
      total: string,
    ): string =>
      `order_id,order_number,order_date,status,order_total,order_currency,customer_email,line_item_1\n${id},${number},${day} 9:05:00,completed,${total},GBP,${mail},name:Mug|product_id:3|sku:M-1|quantity:1|total:${total}|sub_total:${total}\n`;
    const algolplus = (
      day: string,
      id: string,
      number: string,
      mail: string,
      total: string,
    ): string =>
      `Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Order Currency,SKU,Item Name,Quantity,Item Cost,Order ID\n${number},completed,${day} 10:00,${mail},${total},GBP,M-1,Mug,1,${total},${id}\n`;
    for (const write of [webtoffee, algolplus]) {
      const { files, engine } = await readFiles({
        'a.csv': write('2026-01-05', '77', '1077', 'ann@example.com', '10.00'),
        'b.csv': write('2026-03-05', '77', '1077', 'zoe@example.com', '40.00'),
      });
      expect(await orders(engine)).toEqual([
        ['2026-01-05', '1077', 10],
        ['2026-03-05', '1077', 40],
      ]);
      expect(codes(files)).toContainEqual(['b.csv', 'note/same-number', 1]);
    }
  });
});
