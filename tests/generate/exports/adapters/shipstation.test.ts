import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const US = shopConfig({ currency: 'USD', timeZone: 'America/New_York' });

/** The shop's own orders: ShipStation's numbers are these. */
const SHOP = `order,placedAt,email,sku,quantity,unitPrice
1001,2021-03-30 10:00:00,ann@example.com,A,1,50.00
1002,2021-03-31 10:00:00,ben@example.com,B,2,10.00
1003,2021-04-01 10:00:00,cleo@example.com,C,1,9.00
2001,2026-05-03 00:10:00,dan@example.com,D,1,40.00
`;

const PARCELS = [
  'Order - Number,Date - Order Date,Date - Shipped Date,Date - Ship By Date,Carrier - Name,Carrier - Service Selected,Shipment - Tracking Number,Amount - Shipping Cost,Amount - Order Total,Item - SKU,Item - Qty,Market - Store Name,Market - Markeplace Name,Shipment - Void Flag,Ship To - Name,Tags',
  // One parcel, a row for each item; the time is midnight of UTC.
  '1001,3/30/2021 10:00,4/2/2021 4:00:00 AM,4/3/2021 11:59:59 PM,UPS,UPS® Ground,1Z1,5.00,50.00,A,1,Shop  A,Shopify,False,Ann Example,x',
  '1001,3/30/2021 10:00,4/2/2021 4:00:00 AM,4/3/2021 11:59:59 PM,UPS,UPS® Ground,1Z1,5.00,50.00,A2,1,Shop  A,Shopify,False,Ann Example,x',
  // Sent in two parts: another label, another cost.
  '1002,3/31/2021 10:00,4/2/2021 4:00:00 AM,4/1/2021,,USPS First Class Mail,94001,4.00,20.00,B,1,Shop  A,Shopify,False,Ben Example,',
  '1002,3/31/2021 10:00,4/13/2021 2:05:00 PM,4/1/2021,,USPS First Class Mail,94002,3.00,20.00,B,1,Shop  A,Shopify,False,Ben Example,',
  // Not sent, and a label that was voided.
  '1003,4/1/2021 10:00,,4/5/2021,,,,,9.00,C,1,Shop  A,Shopify,,Cleo Example,',
  '1003,4/1/2021 10:00,4/14/2021 4:00,4/5/2021,UPS,,1Z9,5.00,9.00,C,1,Shop  A,Shopify,True,Cleo Example,',
  '',
].join('\n');

const GRID = [
  'Shipment #,Order #,Tracking #,Ship Date,Store',
  '77,1003,1ZGRID,4/15/2021 4:00:00 AM,Shop A',
  '',
].join('\n');

it.each([
  ['Europe/Berlin', '8/1/2026 12:00:00 AM', '2026-08-01'],
  ['America/New_York', '8/1/2026 11:30:00 PM', '2026-08-01'],
])(
  'the report dates a parcel by the clock of the shop (%s, %s)',
  async (timeZone, shipped, day) => {
    const { files } = await readFiles(
      {
        'parcels.csv': `Order - Number,Date - Shipped Date,Shipment - Tracking Number\n1,${shipped},X1\n2,8/14/2026 9:00:00 AM,X2\n`,
      },
      shopConfig({ timeZone }),
    );
    expect(files.map(({ period }) => period)).toEqual([{ from: day, to: '2026-08-14' }]);
  },
);

it('readExports() reads ShipStation’s parcels once each, with the day they were promised for', async () => {
  const { files, engine } = await readFiles(
    { 'orders.csv': SHOP, 'parcels.csv': PARCELS, 'grid.csv': GRID },
    US,
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows])).toEqual([
    ['shipstation-shipments', { in: 1, used: 1, ignored: 0, rejected: 0 }],
    ['generic-orders', { in: 4, used: 4, ignored: 0, rejected: 0 }],
    ['shipstation-template', { in: 6, used: 3, ignored: 3, rejected: 0 }],
  ]);
  expect(files[2]?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
    ['ignored/not-shipped', 1],
    ['ignored/repeated-row', 1],
    ['ignored/void-label', 1],
    ['note/no-figure', 3],
  ]);
  expect(
    await engine.rows(
      `SELECT split_part(order_key, ':', 2) AS "order", (shipped_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')::VARCHAR AS shipped,
        promised_on::VARCHAR AS promised, carrier FROM shipments ORDER BY 1, 2`,
    ),
  ).toEqual([
    { order: '1001', shipped: '2021-04-02 04:00:00', promised: '2021-04-03', carrier: 'UPS' },
    {
      order: '1002',
      shipped: '2021-04-02 04:00:00',
      promised: '2021-04-01',
      carrier: 'USPS First Class Mail',
    },
    {
      order: '1002',
      shipped: '2021-04-13 14:05:00',
      promised: '2021-04-01',
      carrier: 'USPS First Class Mail',
    },
    { order: '1003', shipped: '2021-04-15 04:00:00', promised: null, carrier: null },
  ]);
});

/** A template without the day of shipping, and the grid: what ShipStation knows of orders. */
const TEMPLATE = [
  'Order - Number,Date - Order Date,Market - Store Name,Market - Markeplace Name,Amount - Shipping Cost,Amount - Order Shipping,Amount - Order Subtotal,Amount - Order Tax,Amount - Order Total,Count - Number of Items,Item - SKU,Item - Name,Item - Qty,Item - Price',
  // The shop's own export has this one.
  '2001,5/3/2026 1:00 AM,Shop  A,Etsy,5.00,8.00,40.00,3.00,51.00,1,D,Vase,1,40.00',
  // Totals on each row; an adjustment without an item; the same row imported again; the item again with its second parcel.
  '2002,5/5/2026 2:00 AM,Shop  A,Etsy,5.00,4.00,30.00,2.00,36.00,3,E,Cup,2,10.00',
  '2002,5/5/2026 2:00 AM,Shop  A,Etsy,5.00,4.00,30.00,2.00,36.00,3,F,Jug,1,10.00',
  '2002,5/5/2026 2:00 AM,Shop  A,Etsy,5.00,4.00,30.00,2.00,36.00,3,,,,',
  '2002,5/5/2026 2:00 AM,Shop  A,Etsy,5.00,4.00,30.00,2.00,36.00,3,F,Jug,1,10.00',
  '2002,5/5/2026 2:00 AM,Shop  A,Etsy,6.00,4.00,30.00,2.00,36.00,3,E,Cup,2,10.00',
  '2003,5/15/2026 2:00 AM,Shop  A,Etsy,0,0,-18.00,0,-20.00,1,G,Bowl,1,18.00',
  // The same number in another store is another order.
  '2002,5/16/2026 2:00 AM,Shop B,Amazon,0,0,7.00,0,7.00,1,H,Pan,1,7.00',
  '',
].join('\n');

const ORDERS_GRID = [
  'Order #,Order Date,Item SKU,Item Name,Quantity,Tax Paid,Order Total,Shipping Paid,Amount Paid,Store,Rate,Order Status',
  '3001,5/17/2026 3:00:00 AM,J,Tray,2,1.00,16.00,5.00,16.00,Shop C,4.10,Shipped',
  '3001,5/17/2026 3:00:00 AM,K,Mat,1,1.00,16.00,5.00,16.00,Shop C,4.10,Shipped',
  '3002,5/18/2026 3:00:00 AM,K,Mat,1,0,3.00,0,3.00,Shop C,,Cancelled',
  '',
].join('\n');

it('readExports() takes orders from ShipStation where no shop’s export has them, each once', async () => {
  const { files, engine } = await readFiles(
    { 'orders.csv': SHOP, 'template.csv': TEMPLATE, 'grid.csv': ORDERS_GRID },
    US,
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows])).toEqual([
    ['shipstation-orders', { in: 3, used: 3, ignored: 0, rejected: 0 }],
    ['generic-orders', { in: 4, used: 4, ignored: 0, rejected: 0 }],
    ['shipstation-template-orders', { in: 8, used: 5, ignored: 3, rejected: 0 }],
  ]);
  expect(files[2]?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
    ['ignored/repeated-row', 2],
    ['ignored/same-order', 1],
    ['note/cancelled', 1],
    ['note/no-customer', 5],
  ]);
  expect(
    await engine.rows(
      `SELECT order_key AS "order", channel, cancelled, gross::DECIMAL(9,2) AS gross, total::DECIMAL(9,2) AS total,
        difference::DECIMAL(9,2) AS difference FROM orders WHERE source LIKE 'ship%' ORDER BY 1`,
    ),
  ).toEqual([
    {
      order: 'shipstation-orders:Shop C 3001',
      channel: 'shop c',
      cancelled: false,
      gross: '10.00',
      total: '16.00',
      difference: '0.00',
    },
    {
      order: 'shipstation-orders:Shop C 3002',
      channel: 'shop c',
      cancelled: true,
      gross: '3.00',
      total: '3.00',
      difference: '0.00',
    },
    {
      order: 'shipstation-template-orders:Shop A 2002',
      channel: 'etsy',
      cancelled: false,
      gross: '30.00',
      total: '36.00',
      difference: '0.00',
    },
    {
      order: 'shipstation-template-orders:Shop A 2003',
      channel: 'etsy',
      cancelled: true,
      gross: '18.00',
      total: '18.00',
      difference: null,
    },
    {
      order: 'shipstation-template-orders:Shop B 2002',
      channel: 'Amazon',
      cancelled: false,
      gross: '7.00',
      total: '7.00',
      difference: '0.00',
    },
  ]);
  // The grid has no prices: 10.00 for three pieces.
  expect(
    await engine.rows(
      `SELECT title, quantity::INTEGER AS quantity, value::DECIMAL(9,4) AS value FROM order_lines
      WHERE order_key LIKE '%3001' OR order_key LIKE '%A 2002' ORDER BY order_key, line`,
    ),
  ).toEqual([
    { title: 'Tray', quantity: 2, value: '6.6666' },
    { title: 'Mat', quantity: 1, value: '3.3334' },
    { title: 'Cup', quantity: 2, value: '20.0000' },
    { title: 'Jug', quantity: 1, value: '10.0000' },
  ]);
});

it('readExports() takes no product from the grid’s “(3 Items)”, and the day an order was sent', async () => {
  const grid = [
    'Order #,Store,Age,Order Date,Item Name,Recipient,Ship Date,Quantity,Item SKU,Order Total,Shipping Paid,Rate,Service,Tags',
    '4001,Shop D,-27h,02/13/2025,Soap,Ann Example,02/14/2025,2,S-1,25.00,5.00,4.99,USPS Ground Advantage,',
    '4002,Shop D,-3h,02/14/2025,(3 Items),Ben Example,02/15/2025,4,(3 Items),64.00,4.00,6.10,USPS Ground Advantage,Gift',
    '4003,Manual Orders,-5h,02/14/2025,,Cleo Example,02/14/2025,,,0.00,0.00,4.99,USPS Priority Mail,',
    '',
  ].join('\n');
  const { files, engine } = await readFiles({ 'grid.csv': grid }, US);
  expect(files[0]).toMatchObject({ adapter: 'shipstation-orders', rows: { in: 3, used: 3 } });
  expect(
    await engine.rows(
      `SELECT right(order_key, 4) AS "order", gross::DECIMAL(9,2) AS gross, shipping::DECIMAL(9,2) AS shipping, total::DECIMAL(9,2) AS total,
        (SELECT list(sku) FROM order_lines l WHERE l.order_key = o.order_key AND sku IS NOT NULL) AS skus FROM orders o ORDER BY 1`,
    ),
  ).toEqual([
    { order: '4001', gross: '20.00', shipping: '5.00', total: '25.00', skus: ['S-1'] },
    { order: '4002', gross: '60.00', shipping: '4.00', total: '64.00', skus: null },
    { order: '4003', gross: '0.00', shipping: '0.00', total: '0.00', skus: null },
  ]);
  expect(
    await engine.rows(
      `SELECT right(order_key, 4) AS "order", shipped_at::DATE::VARCHAR AS shipped, carrier FROM shipments ORDER BY 1`,
    ),
  ).toEqual([
    { order: '4001', shipped: '2025-02-14', carrier: 'USPS Ground Advantage' },
    { order: '4002', shipped: '2025-02-15', carrier: 'USPS Ground Advantage' },
    { order: '4003', shipped: '2025-02-14', carrier: 'USPS Priority Mail' },
  ]);
});
