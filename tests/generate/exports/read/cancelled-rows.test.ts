import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const ORDERS = ordersCsv(
  '1001,2026-03-01,ann@example.com,S1,Scarf,2,20',
  '1002,2026-03-02,ben@example.com,H1,Hat,1,35',
);
const HEADER = 'Return,State,Created,Order,SKU,Refund';

/** Returns of a tool that is mapped, with or without its own number of a return. */
function returnsConfig(hasIds: boolean) {
  return shopConfig({
    sources: [
      {
        name: 'desk',
        files: ['returns/*.csv'],
        table: 'returns',
        columns: {
          ...(hasIds ? { returnId: 'Return' } : {}),
          order: 'Order',
          sku: 'SKU',
          quantity: { constant: '1' },
          value: 'Refund',
          returnedOn: 'Created',
        },
        cancelled: { column: 'State', matches: '^cancelled$' },
      },
    ],
  });
}

it.each([true, false])(
  'leaveOutCancelled() leaves out what an older file said of a return that was cancelled since (with ids: %s)',
  async (hasIds) => {
    const { files, engine } = await readFiles(
      {
        'orders.csv': ORDERS,
        'returns/a-march.csv': [
          HEADER,
          'R1,open,2026-03-10,1001,S1,20',
          'R2,open,2026-03-11,1002,H1,35',
        ].join('\n'),
        // Nothing new has come in since: only that one return is cancelled.
        'returns/b-april.csv': [
          HEADER,
          'R1,cancelled,2026-03-10,1001,S1,20',
          'R2,open,2026-03-11,1002,H1,35',
        ].join('\n'),
      },
      returnsConfig(hasIds),
    );
    expect(await engine.rows('SELECT order_key FROM returns')).toEqual([
      { order_key: 'generic-orders:1002' },
    ]);
    expect(files.slice(1).map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
      ['returns/a-march.csv', 0, 2],
      ['returns/b-april.csv', 1, 1],
    ]);
    expect(files[2]?.reasons).toMatchObject([{ code: 'ignored/cancelled-return', rows: 1 }]);
  },
);

it('readExports() knows a return by its id where there is one: what a newer file says of it counts, whatever has changed', async () => {
  const { files, engine } = await readFiles(
    {
      'orders.csv': ORDERS,
      'returns/march.csv': [
        HEADER,
        'R1,open,2026-03-10,1001,S1,20',
        'R1,open,2026-03-10,1001,S1,20',
        ',open,2026-03-12,1002,H1,35',
      ].join('\n'),
      // Another day, another thing; two rows without an id are told by order, sku and day.
      'returns/april.csv': [
        HEADER,
        'R1,open,2026-03-20,1002,H1,30',
        ',open,2026-03-12,1002,H1,34',
        ',open,2026-04-01,1001,S1,19',
      ].join('\n'),
    },
    returnsConfig(true),
  );
  expect(await engine.rows('SELECT value::INTEGER AS value FROM returns ORDER BY value')).toEqual([
    { value: 19 },
    { value: 30 },
    { value: 34 },
  ]);
  expect(files.slice(1).map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
    ['returns/april.csv', 3, 0],
    ['returns/march.csv', 0, 3],
  ]);
});

it('leaveOutCancelled() takes back a WooCommerce order that was thrown away since', async () => {
  const header =
    'order_id,order_number,order_date,status,order_total,order_currency,customer_email,billing_email,line_item_1';
  const row = (id: string, status: string) =>
    `${id},${id},2026-03-0${id} 10:00:00,${status},20,GBP,ann@example.com,ann@example.com,name:Mug|product_id:1|sku:M|quantity:1|total:20.00|sub_total:20.00`;
  const { files, engine } = await readFiles({
    'a.csv': [header, row('1', 'completed'), row('2', 'completed')].join('\n'),
    'b.csv': [header, row('1', 'trash'), row('2', 'completed'), row('3', 'completed')].join('\n'),
  });
  expect(await engine.rows('SELECT order_key FROM orders ORDER BY 1')).toEqual([
    { order_key: 'woocommerce-webtoffee:2' },
    { order_key: 'woocommerce-webtoffee:3' },
  ]);
  expect(files.map(({ rows }) => [rows.in, rows.used, rows.ignored])).toEqual([
    [2, 0, 2],
    [3, 2, 1],
  ]);
});
