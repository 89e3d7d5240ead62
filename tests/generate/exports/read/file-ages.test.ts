import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const webtoffee = (status: string): string =>
  `order_id,order_number,order_date,status,order_total,order_currency,customer_email,line_item_1
77,77,2026-01-05 9:05:00,${status},10.00,GBP,ann@example.com,name:Mug|product_id:3|sku:M-1|quantity:1|total:10.00|sub_total:10.00
78,78,2026-01-06 9:05:00,completed,10.00,GBP,ann@example.com,name:Mug|product_id:3|sku:M-1|quantity:1|total:10.00|sub_total:10.00
`;

const magento2 = (status: string): string =>
  `ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email",Subtotal,"Shipping and Handling"
000000077,Main,"Jan 5, 2026 02:15:33 PM",A,A,10.0000,10.0000,${status},ann@example.com,10.0000,0.0000
000000078,Main,"Jan 26, 2026 02:15:33 PM",A,A,10.0000,10.0000,Complete,ann@example.com,10.0000,0.0000
`;

const bigcommerce = (status: string): string =>
  `Order ID,Customer ID,Customer Email,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Order Total (inc tax),Order Currency Code
77,1,ann@example.com,15/01/2026,${status},10.00,10.00,0.00,0.00,10.00,GBP
78,1,ann@example.com,16/01/2026,Shipped,10.00,10.00,0.00,0.00,10.00,GBP
`;

const mapped = (cancelled: string): string =>
  `order,placedAt,email,sku,quantity,unitPrice,cancelled
77,2026-01-15,ann@example.com,A,1,10.00,${cancelled}
78,2026-01-16,ann@example.com,A,1,10.00,no
`;

const walmart = (status: string): string =>
  `PO#,Order#,Order Date,Ship By,Delivery Date,Customer Name,Line#,Status,Qty,SKU,Item Cost,Shipping Cost,Tax,Item Description,UPC
1,77,2026-01-15,2026-01-17,2026-01-20,A,1,${status},1,A,10.00,0,0,Mug,1
2,78,2026-01-16,2026-01-17,2026-01-20,A,1,Delivered,1,A,10.00,0,0,Mug,1
`;

/** Walmart's amounts are dollars. */
const dollars = shopConfig({ rates: { USD: 0.8 } });

it.each([
  ['a mapped tool', mapped, 'no', 'yes', true],
  ['Walmart', walmart, 'Acknowledged', 'Cancelled', true],
  ['WooCommerce', webtoffee, 'wc-pending', 'wc-completed', false],
  ['WooCommerce', webtoffee, 'processing', 'cancelled', true],
  ['WooCommerce', webtoffee, 'failed', 'on-hold', false],
  ['Magento 2', magento2, 'Pending Payment', 'Processing', false],
  ['Magento 2', magento2, 'Processing', 'Canceled', true],
  ['BigCommerce', bigcommerce, 'Pending', 'Awaiting Fulfillment', false],
  ['BigCommerce', bigcommerce, 'Shipped', 'Cancelled', true],
])(
  'of two lists of the same orders from %s the one whose orders have come farther counts',
  async (_, write, before, after, cancelled) => {
    for (const [a, b] of [
      [before, after],
      [after, before],
    ] as const) {
      const { engine } = await readFiles({ 'a.csv': write(a), 'b.csv': write(b) }, dollars);
      const orders = await engine.rows('SELECT cancelled FROM orders ORDER BY order_key');
      expect(orders).toEqual([{ cancelled }, { cancelled: false }]);
    }
  },
);

it('takes an order as a later export has it, though an earlier one goes on to newer orders', async () => {
  const row = (number: number, day: string, status: string): string =>
    `${number},1,ann@example.com,${day},${status},10.00,10.00,0.00,0.00,10.00,GBP\n`;
  const [header = ''] = bigcommerce('').split('\n');
  const lastYear = ['Cancelled', 'Cancelled', 'Shipped'];
  const { engine } = await readFiles({
    'january.csv': `${header}\n${lastYear.map((_, i) => row(77 + i, '15/12/2025', 'Awaiting Fulfillment')).join('')}${row(90, '14/01/2026', 'Awaiting Fulfillment')}`,
    'last-year.csv': `${header}\n${lastYear.map((status, i) => row(77 + i, '15/12/2025', status)).join('')}`,
  });
  const orders = await engine.rows('SELECT cancelled FROM orders ORDER BY order_key');
  expect(orders.map(({ cancelled }) => cancelled)).toEqual([true, true, false, false]);
});

/** A file as a spreadsheet program saves it: times lose their seconds. */
const resaved = (file: string): string => file.replaceAll(/( \d{1,2}:\d\d):\d\d/g, '$1');

it('takes an order as the newer of two files has it, though that one was saved without seconds', async () => {
  const older = webtoffee('processing')
    .replaceAll('9:05:00', '9:05:42')
    .replace(/78,78.*\n/, '');
  const newer = resaved(webtoffee('cancelled').replaceAll('9:05:00', '9:05:42'));
  expect(newer).toContain('2026-01-05 9:05,cancelled');
  for (const names of [
    ['a.csv', 'b.csv'],
    ['b.csv', 'a.csv'],
  ] as const) {
    const { engine, files } = await readFiles({ [names[0]]: older, [names[1]]: newer });
    const orders = await engine.rows('SELECT cancelled FROM orders ORDER BY order_key');
    expect(orders).toEqual([{ cancelled: true }, { cancelled: false }]);
    expect(files.map(({ path, rows }) => [path, rows.ignored])).toEqual([
      ['a.csv', names[0] === 'a.csv' ? 1 : 0],
      ['b.csv', names[0] === 'b.csv' ? 1 : 0],
    ]);
  }
});

it('knows rows by a time that one of two files has without seconds', async () => {
  const answers = `Timestamp,How was it?,Anything else?
1/15/2026 9:05:42,Good,
1/16/2026 10:15:07,Bad,It was late
`;
  const { engine } = await readFiles({ 'answers.csv': answers, 'answers-2.csv': resaved(answers) });
  const found = await engine.rows('SELECT answer FROM survey_responses ORDER BY answer');
  expect(found).toEqual([{ answer: 'Bad' }, { answer: 'Good' }, { answer: 'It was late' }]);
});

it('takes an order with another e-mail address for the same one, though its time has no seconds in one file', async () => {
  const { engine } = await readFiles({
    'a.csv': webtoffee('processing').replaceAll('9:05:00', '9:05:42'),
    'b.csv': resaved(webtoffee('completed')).replaceAll('ann@example.com', 'ann@new.example'),
  });
  expect(await engine.rows('SELECT order_key FROM orders')).toHaveLength(2);
});
