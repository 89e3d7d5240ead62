import { expect, it } from 'vitest';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

const SHOPIFY =
  'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Notes,Note Attributes,Payment Reference';
const AMAZON =
  'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\turl\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids';

/** An order of 10 pounds; what the shop noted besides. */
function shopRow(
  name: string,
  email: string,
  notes: string,
  attributes = '',
  reference = '',
): string {
  return `${name},${email},GBP,10.00,0.00,0.00,10.00,2026-01-05 10:00:00 +0000,1,Mug,10.00,"${notes}","${attributes}",${reference}`;
}

function amazonRow(
  id: string,
  merchantId: string,
  channel = 'Amazon.co.uk',
  price = '10.00',
): string {
  const before = [id, merchantId, '2026-01-05T10:00:00+00:00', '2026-01-06T10:00:00+00:00'];
  const item = [
    'Shipped',
    'Amazon',
    channel,
    '',
    '',
    'Standard',
    'Mug',
    'M-1',
    'B000000001',
    'Shipped',
  ];
  const money = ['1', price === '' ? '' : 'GBP', price, '', '', '', '', '', '', ''];
  return [...before, ...item, ...money, 'Leeds', '', 'LS1', 'GB', ''].join('\t');
}

it('readExports() keeps a purchase of Amazon once that the shop’s notes, attributes or payments name', async () => {
  const { files, engine } = await readFiles({
    'shop.csv': `${[
      SHOPIFY,
      shopRow('#1001', 'ann@example.com', 'Amazon order 111-0000001-0000001, gift'),
      shopRow('#1002', 'bea@example.com', '', 'channel: Amazon\nid: 111-0000002-0000002'),
      shopRow('#1003', 'cy@example.com', '', '', '111-0000003-0000003'),
      shopRow('#1004', 'di@example.com', 'call 020 7946 0000'),
      shopRow('#1005', 'ed@example.com', ''),
    ].join('\n')}\n`,
    'amazon.txt': `${[
      AMAZON,
      amazonRow('111-0000001-0000001', '111-0000001-0000001'),
      amazonRow('111-0000002-0000002', '111-0000002-0000002'),
      amazonRow('111-0000003-0000003', '111-0000003-0000003'),
      amazonRow('111-0000009-0000009', '111-0000009-0000009'),
      // Amazon packed the shop's own order.
      amazonRow('S02-0000005-0000005', '#1005', 'Non-Amazon UK', ''),
    ].join('\r\n')}\r\n`,
    'returns.csv':
      'order,sku,quantity,value,returnedOn\n111-0000002-0000002,M-1,1,10,2026-02-01\n1002,M-1,1,10,2026-02-02\n',
  });
  const orders = await engine.rows('SELECT order_key FROM orders ORDER BY order_key');
  expect(orders.map(({ order_key }) => order_key)).toEqual([
    'amazon-orders:111-0000009-0000009',
    'shopify-orders:#1001',
    'shopify-orders:#1002',
    'shopify-orders:#1003',
    'shopify-orders:#1004',
    'shopify-orders:#1005',
  ]);
  const amazon = files.find(({ path }) => path === 'amazon.txt');
  expect(amazon?.rows).toMatchObject({ in: 5, used: 1, ignored: 4 });
  expect(amazon?.reasons.find(({ code }) => code === 'ignored/same-order')).toEqual({
    code: 'ignored/same-order',
    reason: 'Rows of 4 orders that another tool’s export (Shopify orders) holds too',
    rows: 4,
  });
  // Notes count what is left: the report and the totals speak of the same orders.
  expect(amazon?.reasons.find(({ code }) => code === 'note/no-customer')).toEqual({
    code: 'note/no-customer',
    reason: 'Rows of buyers that Amazon does not name: counted in totals, in nobody’s history',
    rows: 1,
  });
  const returns = await engine.rows('SELECT DISTINCT order_key FROM returns');
  expect(returns).toEqual([{ order_key: 'shopify-orders:#1002' }]);
});

it('readExports() names the exports behind figures about customers: those with identified buyers', async () => {
  const returned = 'order,sku,quantity,returnedOn';
  const withBuyers = {
    'amazon.txt': `${AMAZON}\r\n${amazonRow('111-0000009-0000009', '')}\r\n`,
    'orders.csv': ordersCsv('1001,2026-01-05,ann@example.com,M-1,Mug,1,10'),
  };
  const ofStranger = await readFiles({
    ...withBuyers,
    'returns.csv': `${returned}\n111-0000009-0000009,M-1,1,2026-02-01\n`,
  });
  expect(ofStranger.sources).toMatchObject({
    orders: ['amazon-orders', 'generic-orders'],
    known_orders: ['generic-orders'],
    returns: ['generic-returns'],
  });
  expect(ofStranger.sources).not.toHaveProperty('known_returns');
  const ofAnn = await readFiles({
    ...withBuyers,
    'returns.csv': `${returned}\n1001,M-1,1,2026-02-01\n`,
  });
  expect(ofAnn.sources['known_returns']).toEqual(['generic-returns']);
});
