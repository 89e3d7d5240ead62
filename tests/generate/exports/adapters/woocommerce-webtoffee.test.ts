import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

/** WebToffee's columns up to two lines, and the same lines again in columns of their own. */
const HEADER =
  'order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,customer_id,customer_email,billing_email,billing_phone,customer_note,wt_import_key,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,download_permissions,meta:wpml_language,line_item_1,line_item_2,"Product Item 1 Name","Product Item 1 id","Product Item 1 SKU","Product Item 1 Quantity","Product Item 1 Total","Product Item 1 Subtotal","Product Item 2 Name","Product Item 2 Quantity","Product Item 2 Total","Product Item 2 Subtotal"';

interface Order {
  id: string;
  number?: string;
  status?: string;
  money?: string;
  customer?: string;
  coupons?: string;
  refunds?: string;
  lines?: string;
}

/** Money: shipping, its tax, fees, their tax, tax, discount (three columns), total, subtotal. */
function row({
  id,
  number = id,
  status = 'completed',
  money,
  customer,
  coupons,
  refunds,
  lines,
}: Order): string {
  return [
    `${id},${number},2025-08-05 9:11:03,2025-08-05 09:12:00,${status}`,
    money ?? '0,0,0,0,0,0,0,0,10.00,10.00',
    'EUR,stripe',
    customer ?? "0,,guest@example.com,'+3933300000",
    `,${id},,,,"${coupons ?? ''}","${refunds ?? ''}",,1,de`,
    lines ??
      'name:Mug|product_id:7|sku:M-1|quantity:1|total:10.00|sub_total:10.00,,Mug,7,M-1,1,10.00,10.00,,,,',
  ].join(',');
}

const FILE = [
  HEADER,
  row({
    id: '101',
    number: 'SHOP-1',
    status: 'wc-completed',
    // 20.00 + 5.00 of goods less 2.50, 4.00 shipping, 1.00 fee, 5.50 tax on top.
    money: '4.00,0.80,1.00,0.20,5.50,2.50,2.50,2.50,33.00,25.00',
    customer: "44,Ann@Example.com,other@example.com,'+3933311111",
    coupons: 'code:SUMMER|amount:2.50',
    refunds:
      'amount:3.00|reason:too big; sorry|date:2025-08-07 10:00:00;amount:1.50|reason:|date:2025-08-08 10:00:00',
    lines:
      '"name:Tea | green: ""fine""|product_id:31|sku:T-1|quantity:2|total:18.00|sub_total:20.00|tax:3.60|meta:note:total:9|_variation_id:32","name:Mug &amp; cup – ‘X’|product_id:32|sku:|quantity:1|total:4.50|sub_total:5.00","Tea | green: ""fine""",31,T-1,2,18.00,20.00,Mug &amp; cup,1,4.50,5.00',
  }),
  row({
    id: '102',
    customer: '0,,ann@example.com,',
    lines: ',,"A, ""B""",9,A-9,2,6.00,8.00,C,1,4.00,4.00',
  }),
  row({ id: '103', status: 'wc-refunded' }),
  row({ id: '104', status: 'cancelled' }),
  row({ id: '105', status: 'wc-failed' }),
  row({ id: '106', status: 'pending' }),
  row({ id: '107', status: 'checkout-draft' }),
  row({ id: '108', status: 'trash' }),
  row({ id: '109', status: 'on-hold' }),
  '',
].join('\n');

it('readExports() reads WebToffee’s lines, refunds, states and guests', async () => {
  const config = shopConfig({ currency: 'EUR', timeZone: 'Europe/Rome' });
  const { files, engine } = await readFiles({ 'order_export.csv': FILE }, config);
  const [report] = files;
  expect(report?.adapter).toBe('woocommerce-webtoffee');
  expect(report?.rows).toEqual({ in: 9, used: 7, ignored: 2, rejected: 0 });
  expect(report?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
    ['ignored/draft', 2],
    ['note/cancelled', 1],
    ['note/unpaid', 2],
  ]);
  const orders = await engine.rows(
    `SELECT order_key, placed_at::VARCHAR AS placed, cancelled, discount_code, gross::DECIMAL(9,2) AS gross, discount::DECIMAL(9,2) AS discount,
      shipping::DECIMAL(9,2) AS shipping, tax::DECIMAL(9,2) AS tax, refund::DECIMAL(9,2) AS refund, total::DECIMAL(9,2) AS total,
      difference::DECIMAL(9,2) AS difference FROM orders ORDER BY order_key`,
  );
  expect(orders[0]).toEqual({
    order_key: 'woocommerce-webtoffee:101',
    placed: '2025-08-05 07:11:03',
    cancelled: false,
    discount_code: 'SUMMER',
    gross: '25.00',
    discount: '2.50',
    shipping: '4.00',
    tax: '5.50',
    refund: '4.50',
    total: '33.00',
    difference: '0.00',
  });
  expect(orders.map(({ order_key, cancelled, refund }) => [order_key, cancelled, refund])).toEqual([
    ['woocommerce-webtoffee:101', false, '4.50'],
    ['woocommerce-webtoffee:102', false, null],
    ['woocommerce-webtoffee:103', false, '10.00'],
    ['woocommerce-webtoffee:104', true, null],
    ['woocommerce-webtoffee:105', true, null],
    ['woocommerce-webtoffee:106', true, null],
    ['woocommerce-webtoffee:109', false, null],
  ]);
  const lines = await engine.rows(
    `SELECT right(order_key, 3) AS "order", line, sku, title, quantity::INTEGER AS quantity, value::DECIMAL(9,2) AS value,
      discount::DECIMAL(9,2) AS discount FROM order_lines WHERE right(order_key, 3) IN ('101', '102') ORDER BY 1, 2`,
  );
  expect(lines).toEqual([
    {
      order: '101',
      line: 1,
      sku: 'T-1',
      title: 'Tea | green: "fine"',
      quantity: 2,
      value: '20.00',
      discount: '2.00',
    },
    {
      order: '101',
      line: 2,
      sku: null,
      title: 'Mug & cup – ‘X’',
      quantity: 1,
      value: '5.00',
      discount: '0.50',
    },
    {
      order: '102',
      line: 1,
      sku: 'A-9',
      title: 'A, "B"',
      quantity: 2,
      value: '8.00',
      discount: '2.00',
    },
    { order: '102', line: 2, sku: null, title: 'C', quantity: 1, value: '4.00', discount: '0.00' },
  ]);
  // Ann's account and her order as a guest are one customer; all other guests share an address.
  expect(
    await engine.rows(
      `SELECT count(*)::INTEGER AS n, count(*) FILTER (email = 'ann@example.com')::INTEGER AS ann FROM customers`,
    ),
  ).toEqual([{ n: 2, ann: 1 }]);
});

it('readExports() rejects an order with a line that says no quantity', async () => {
  const broken = row({ id: '200', lines: 'name:Mug|product_id:7|sku:M-1,,,,,,,,,,,' });
  const { files } = await readFiles(
    { 'o.csv': `${HEADER}\n${row({ id: '1' })}\n${broken}\n` },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
  expect(files[0]?.reasons[0]?.reason).toContain('Expected lines such as name:Mug');
});

it('woocommerce-webtoffee reads all lines of an order in one cell, as the plugin writes them that has the same columns', async () => {
  const file = `order_id,order_number,order_number_formatted,order_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,customer_id,billing_email,customer_note,line_items,shipping_items,fee_items,tax_items,coupon_items,refunds,order_notes,download_permissions
368,4823,4823,2026-01-06 16:50:00,completed,5.00,0.00,0.00,0.00,0.00,10.00,65.00,0.00,GBP,stripe,7,ann@example.com,,"id:12|name:Mug; blue|product_id:289|sku:M-1|quantity:2|subtotal:40.00|subtotal_tax:0.00|total:35.00|total_tax:0.00|refunded:0.00|refunded_qty:0|meta:Color=Blue,Text=id;id:13|name:Hat|product_id:290|sku:|quantity:1|subtotal:30.00|subtotal_tax:0.00|total:25.00|total_tax:0.00|refunded:0.00|refunded_qty:0|meta:",id:1|method_id:flat|total:5.00,,,code:TEN|amount:10.00,,,0
`;
  const { engine, files } = await readFiles({ 'orders.csv': file }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 1, used: 1, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      'SELECT title, sku, quantity::INT AS quantity, value::DECIMAL(9,2) AS value, discount::DECIMAL(9,2) AS discount FROM order_lines ORDER BY line',
    ),
  ).toEqual([
    { title: 'Mug; blue', sku: 'M-1', quantity: 2, value: '40.00', discount: '5.00' },
    { title: 'Hat', sku: null, quantity: 1, value: '30.00', discount: '5.00' },
  ]);
  expect(await engine.rows('SELECT difference::DECIMAL(9,2) AS difference FROM orders')).toEqual([
    { difference: '0.00' },
  ]);
});
