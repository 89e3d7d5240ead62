import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const REPORT = [
  'index,Order ID,Date,Status,Fulfilment,Sales Channel ,ship-service-level,Style,SKU,Category,Size,ASIN,Courier Status,Qty,currency,Amount,ship-city,ship-state,ship-postal-code,ship-country,promotion-ids,B2B,fulfilled-by,Unnamed: 22',
  // Cancelled: nothing was bought, the amount is there all the same.
  '0,405-0000001-0000001,04-05-22,Cancelled,Merchant,Amazon.in,Standard,S1,S1-M,Set,M,B000000001,Shipped,0,INR,647.62,MUMBAI,MAHARASHTRA,400081,IN,"Free Shipping 1,Free Shipping 2",FALSE,Easy Ship,',
  '1,405-0000001-0000002,04-05-22,Cancelled,Amazon,Amazon.in,Expedited,S1,S1-L,Set,L,B000000001,Cancelled,0,,,MUMBAI,MAHARASHTRA,400081,IN,,FALSE,,False',
  '2,405-0000001-0000003,04-05-22,Shipped - Delivered to Buyer,Merchant,Amazon.in,Standard,K1,K1-S,kurta,S,B000000002,Shipped,2,INR,812.00,DELHI,DELHI,110001,IN,,TRUE,Easy Ship,',
  '3,405-0000001-0000003,04-05-22,Cancelled,Merchant,Amazon.in,Standard,K1,K1-M,kurta,M,B000000002,Cancelled,0,INR,406.00,DELHI,DELHI,110001,IN,,FALSE,Easy Ship,',
  '4,405-0000001-0000004,04-06-22,Shipped,Amazon,Non-Amazon,Expedited,K1,K1-S,kurta,S,B000000002,Shipped,1,,,DELHI,DELHI,110001,IN,,FALSE,,',
  '',
].join('\r\n');

it('readExports() reads the Amazon Sale Report with month before day, and cancelled items for nothing', async () => {
  const config = shopConfig({ currency: 'INR' });
  const { files, engine } = await readFiles({ 'Amazon Sale Report.csv': REPORT }, config);
  expect(files[0]).toMatchObject({
    adapter: 'amazon-orders-sale-report',
    rows: { in: 5, used: 5, ignored: 0, rejected: 0 },
  });
  expect(
    await engine.rows(
      `SELECT right(order_key, 1) AS "order", placed_on::VARCHAR AS placed_on, cancelled, gross::DECIMAL(18,2) AS gross, channel,
        (SELECT sum(quantity)::INTEGER FROM order_lines l WHERE l.order_key = o.order_key) AS pieces
      FROM orders o ORDER BY order_key`,
    ),
  ).toEqual([
    { order: '1', placed_on: '2022-04-05', cancelled: true, gross: '647.62', channel: 'amazon.in', pieces: 0 },
    { order: '2', placed_on: '2022-04-05', cancelled: true, gross: '0.00', channel: 'amazon.in', pieces: 0 },
    { order: '3', placed_on: '2022-04-05', cancelled: false, gross: '812.00', channel: 'amazon.in', pieces: 2 },
    { order: '4', placed_on: '2022-04-06', cancelled: false, gross: '0.00', channel: 'non-amazon', pieces: 1 },
  ]); // prettier-ignore
  expect(
    await engine.rows(
      `SELECT category, unit_price::DECIMAL(18,2) AS price FROM order_lines WHERE order_key LIKE '%3'`,
    ),
  ).toEqual([{ category: 'kurta', price: '406.00' }]);
});
