import { expect, it } from 'vitest';
import { failure, readFiles, shopConfig } from '../exports-fixture.ts';

const US = shopConfig({ currency: 'USD', timeZone: 'America/Chicago' });

const ADDRESS =
  'First Name,Last Name,Company,Street 1,Street 2,Suburb,State,Zip,Country,Phone,Email';

function addressHeader(kind: string): string {
  return ADDRESS.split(',')
    .map((label) => `${kind} ${label}`)
    .join(',');
}

const START =
  'Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Shipping Cost (ex tax),Ship Method,Handling Cost (inc tax),Handling Cost (ex tax),Order Total (inc tax),Order Total (ex tax),Payment Method,Total Quantity,Total Shipped,Date Shipped,Order Currency Code,Exchange Rate,Order Notes,Customer Message';

/** The 56 columns of 2022. */
const HEADER = [
  START,
  addressHeader('Billing'),
  'Billing Purchase Order #',
  addressHeader('Shipping'),
  'Shipping Purchase Order #',
  'Product Details,Store Credit Redeemed,Gift Certificate Amount Redeemed,Gift Certificate Code,Gift Certificate Expiration Date,Coupon Details,Refund Amount',
].join(',');

interface Order {
  id: number;
  /** Order number, customer's name, e-mail and phone come before and after. */
  customer?: string;
  date: string;
  status?: string;
  /** Subtotals, tax, shipping costs, method, handling costs, totals. */
  money: string;
  shipped?: string;
  details: string;
  coupon?: string;
  refund?: string;
}

function start({ id, customer, date, status = 'Completed', money, shipped }: Order): string {
  return `${id},${customer ?? '54,"Ann Example",ann@example.com,000-555-0001'},${date},${status},${money},"Credit Card",4,0,${shipped ?? ''},USD,1.0000000000,,`;
}

const PLACE =
  'Ann,Example,,"PO Box 1",,"Some Town",AK,00501,"United States",000-555-0001,ann@example.com';

function row(order: Order): string {
  return `${start(order)},${PLACE},,${PLACE},,"${order.details}",0.00,0.00,,,${order.coupon ?? ''},${order.refund ?? '0.0000'}`;
}

function line(
  id: number,
  quantity: number,
  sku: string,
  name: string,
  variation: string,
  price: string,
  total: string,
): string {
  return `Product ID: ${id}, Product Qty: ${quantity}, Product SKU: ${sku}, Product Name: ${name}, Product Weight: 0.8000, Product Variation Details: ${variation}, Product Unit Price: ${price}, Product Total Price: ${total}`;
}

const FILE = [
  HEADER,
  // Without tax: 67.50 + 2 × 65.00 = 197.50, 5.00 shipping, 1.50 handling, 20 tax on top, 10.00 coupon.
  row({
    id: 186,
    date: '26/04/2014',
    status: 'Shipped',
    money: '217.25,197.50,20.0000,5.00,5.00,Ground,1.5000,1.5000,214.00,194.00',
    shipped: '29/04/2014',
    coupon: 'SPRING10',
    details: [
      line(100, 1, '8810-Blue, S', 'Leggings, &quot;Leo&quot; 5&#039; 9&quot;', 'Size: S (4), How did you hear of us, please? Thank you: Radio', '67.50', '67.50'),
      // A free text that says what the labels say.
      line(115, 2, '', 'Capri | blue: new', 'Note: like Product Unit Price: 1.00, Product Total Price: 2.00 please', '65.00', '130.00'),
    ].join('|'),
  }),
  // With tax: lines add up to the subtotal with tax. A guest.
  row({
    id: 187,
    customer: '0,,,',
    date: '03/05/2014',
    money: '1210.00,1100.00,110.00,0.00,0.00,Free,0.0000,0.0000,1210.00,1100.00',
    details: line(7, 1, 'SOFA', 'Sofa', '', '1,210.00', '1,210.00'),
    refund: '210.00',
    status: '"Partially Refunded"',
  }),
  row({ id: 188, date: '04/05/2014', status: 'Refunded', money: '9.00,9.00,0,0,0,,0,0,9.00,9.00', details: line(9, 1, 'M', 'Mug', '', '9.00', '9.00') }),
  row({ id: 189, date: '05/05/2014', status: 'Cancelled', money: '9.00,9.00,0,0,0,,0,0,9.00,9.00', details: line(9, 1, 'M', 'Mug', '', '9.00', '9.00') }),
  row({ id: 190, date: '06/05/2014', status: 'Pending', money: '9.00,9.00,0,0,0,,0,0,9.00,9.00', details: line(9, 1, 'M', 'Mug', '', '9.00', '9.00') }),
  row({ id: 191, date: '07/05/2014', status: 'Incomplete', money: '9.00,9.00,0,0,0,,0,0,9.00,9.00', details: line(9, 1, 'M', 'Mug', '', '9.00', '9.00') }),
  row({ id: 192, date: '08/05/2014', money: '9.00,9.00,0,0,0,,0,0,9.00,9.00', details: 'Product ID: 9, Product Qty: 1, Product' }),
  '',
].join('\n'); // prettier-ignore

/** A shop's own template: names in lower case, the month first, the time in a column of its own, a row for each product. */
const OWN_TEMPLATE = [
  'order id,order date,order time,order status,customer email,subtotal (ex tax),coupon value,order total (inc tax),product qty,product sku,product name,product unit price,product total price,date shipped',
  '900,12/31/2021,1:05 PM,Completed,ben@example.com,30.00,5.00,25.00,1,A,Lamp,10.00,10.00,00/00/0000',
  '900,12/31/2021,1:05 PM,Completed,ben@example.com,30.00,5.00,25.00,2,B,"Bulb, big",10.00,20.00,00/00/0000',
  '',
].join('\n');

it('readExports() reads BigCommerce’s lines out of one cell, on the basis they are stated on', async () => {
  const { files, engine } = await readFiles({ 'orders.csv': FILE, 'own.csv': OWN_TEMPLATE }, US);
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows])).toEqual([
    ['orders.csv', 'bigcommerce', { in: 7, used: 5, ignored: 1, rejected: 1 }],
    ['own.csv', 'bigcommerce', { in: 2, used: 2, ignored: 0, rejected: 0 }],
  ]);
  const codes = files[0]?.reasons.map(({ code, rows }) => [code, rows]);
  expect(codes).toContainEqual(['ignored/draft', 1]);
  expect(codes).toContainEqual(['row/bad-text', 1]);
  expect(codes).toContainEqual(['note/unpaid', 1]);
  expect(JSON.stringify(files)).not.toContain('Product Qty: 1, Product"');
  const orders = await engine.rows(
    `SELECT split_part(order_key, ':', 2) AS "order", placed_at::VARCHAR AS placed, cancelled, gross::DECIMAL(9,2) AS gross,
      discount::DECIMAL(9,2) AS discount, shipping::DECIMAL(9,2) AS shipping, fees::DECIMAL(9,2) AS fees, tax::DECIMAL(9,2) AS tax,
      refund::DECIMAL(9,2) AS refund, total::DECIMAL(9,2) AS total, tax_inside, difference::DECIMAL(9,2) AS difference
    FROM orders ORDER BY 1`,
  );
  expect(orders.slice(0, 2)).toEqual([
    {
      order: '186', placed: '2014-04-26 05:00:00', cancelled: false, gross: '197.50', discount: '10.00', shipping: '5.00',
      fees: '1.50', tax: '20.00', refund: null, total: '214.00', tax_inside: false, difference: '0.00',
    },
    {
      order: '187', placed: '2014-05-03 05:00:00', cancelled: false, gross: '1210.00', discount: '0.00', shipping: '0.00',
      fees: '0.00', tax: '110.00', refund: '210.00', total: '1210.00', tax_inside: true, difference: '0.00',
    },
  ]); // prettier-ignore
  expect(orders.slice(2).map(({ order, cancelled, refund }) => [order, cancelled, refund])).toEqual(
    [
      ['188', false, '9.00'],
      ['189', true, null],
      ['190', true, null],
      ['900', false, null],
    ],
  );
  expect(orders.at(-1)).toMatchObject({
    placed: '2021-12-31 19:05:00',
    gross: '30.00',
    discount: '5.00',
    total: '25.00',
  });
  expect(
    await engine.rows(
      `SELECT sku, title, quantity::INTEGER AS quantity, unit_price::DECIMAL(9,2) AS price, value::DECIMAL(9,2) AS value,
        discount::DECIMAL(9,2) AS discount FROM order_lines
      WHERE split_part(order_key, ':', 2) IN ('186', '187', '900') ORDER BY order_key, line`,
    ),
  ).toEqual([
    {
      sku: '8810-Blue, S',
      title: `Leggings, "Leo" 5' 9"`,
      quantity: 1,
      price: '67.50',
      value: '67.50',
      discount: '3.42',
    },
    {
      sku: null,
      title: 'Capri | blue: new',
      quantity: 2,
      price: '65.00',
      value: '130.00',
      discount: '6.58',
    },
    {
      sku: 'SOFA',
      title: 'Sofa',
      quantity: 1,
      price: '1210.00',
      value: '1210.00',
      discount: '0.00',
    },
    { sku: 'A', title: 'Lamp', quantity: 1, price: '10.00', value: '10.00', discount: '1.67' },
    { sku: 'B', title: 'Bulb, big', quantity: 2, price: '10.00', value: '20.00', discount: '3.33' },
  ]);
  expect(
    await engine.rows(
      `SELECT split_part(order_key, ':', 2) AS "order", shipped_at::DATE::VARCHAR AS shipped FROM shipments`,
    ),
  ).toEqual([{ order: '186', shipped: '2014-04-29' }]);
  // The guest's billing address says who it was.
  expect(await engine.rows('SELECT email FROM customers ORDER BY email')).toEqual([
    { email: 'ann@example.com' },
    { email: 'ben@example.com' },
  ]);
});

/** The 48 columns of 2014: no purchase order numbers, nothing behind the product details. */
function oldRow(order: Order): string {
  return `${start(order)},${PLACE},${PLACE},"${order.details}"`;
}

const OLD = [
  oldRow({ id: 12, date: '26/04/2014', money: '10.00,10.00,0.00,5.00,5.00,Ground,0.0000,0.0000,15.00,15.00', details: line(1, 2, 'M', 'Mug', 'Size: S (4)', '5.00', '10.00') }),
  oldRow({ id: 13, date: '27/04/2014', money: '4.00,4.00,0.00,0.00,0.00,Ground,0.0000,0.0000,4.00,4.00', details: line(1, 1, 'C', 'Cup', '', '4.00', '4.00') }),
  '',
].join('\n'); // prettier-ignore

it('readExports() reads BigCommerce’s default template without a header, by where its columns stand', async () => {
  const { files, engine } = await readFiles({ 'old.csv': OLD }, US);
  expect(files[0]?.adapter).toBe('bigcommerce-headerless');
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      `SELECT count(*)::INTEGER AS orders, sum(gross)::DECIMAL(9,2) AS gross, sum(total)::DECIMAL(9,2) AS total,
        (SELECT string_agg(title, ',' ORDER BY title) FROM order_lines) AS titles FROM orders`,
    ),
  ).toEqual([{ orders: 2, gross: '14.00', total: '19.00', titles: 'Cup,Mug' }]);
});

it('readExports() asks which of two numbers is the month where no day of BigCommerce’s file tells it', async () => {
  const unclear = `${HEADER}\n${row({ id: 1, date: '03/05/2014', money: '9,9,0,0,0,,0,0,9,9', details: line(9, 1, 'M', 'Mug', '', '9.00', '9.00') })}\n`;
  const error = await failure(readFiles({ 'orders.csv': unclear }, US));
  expect(error.code).toBe('export/date-order-unknown');
  expect(error.hint).toContain("'bigcommerce': { dateOrder: 'dmy' }");
});

it('readExports() reads BigCommerce’s prices with a decimal comma inside the cell of lines', async () => {
  const { files, engine } = await readFiles(
    {
      'orders.csv': [
        'Order ID;Customer Email;Order Date;Order Status;Subtotal (inc tax);Subtotal (ex tax);Tax Total;Shipping Cost (inc tax);Shipping Cost (ex tax);Order Total (inc tax);Order Total (ex tax);Order Currency Code;Product Details',
        '101;ann@example.com;14/03/2026;Shipped;1.259,50;1.058,40;201,10;0,00;0,00;1.259,50;1.058,40;EUR;"Product ID: 5, Product Qty: 1, Product SKU: M-1, Product Name: Mug, large, Product Weight: 0.5, Product Variation Details: , Product Unit Price: €1.234,50, Product Total Price: €1.234,50|Product ID: 6, Product Qty: 2, Product SKU: T-1, Product Name: Tea, Product Weight: 0.1, Product Variation Details: , Product Unit Price: €12,50, Product Total Price: €25,00"',
        '',
      ].join('\r\n'),
    },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]?.rows).toEqual({ in: 1, used: 1, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      'SELECT sku, quantity::INTEGER AS quantity, value::DECIMAL(9,2) AS value FROM order_lines ORDER BY sku',
    ),
  ).toEqual([
    { sku: 'M-1', quantity: 1, value: '1234.50' },
    { sku: 'T-1', quantity: 2, value: '25.00' },
  ]);
});
