import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADERS =
  'Order ID,Order Status,Order Substatus,Cancelation/Return Type,Normal or Pre-order,SKU ID,Seller SKU,Product ID,Product Name,Variation, Virtual Bundle Seller SKU,Quantity,Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Shipping Fee After Discount,Original Shipping Fee,Shipping Fee Seller Discount,Co-Funded Shipping Fee Discount,Shipping Fee Platform Discount,Payment platform discount,Retail Delivery Fee,Taxes,Order Amount,Order Refund Amount,Created Time,Paid Time,RTS Time,Shipped Time,Delivered Time,Cancelled Time,Cancel By,Cancel Reason,Fulfillment Type,Warehouse Name,Tracking ID,Delivery Option Type,Delivery Option,Shipping Provider Name,Buyer Message,Buyer Nickname,Buyer Username,Recipient,Phone #,Country,State,City,Zipcode,Address Line 1,Address Line 2,Delivery Instruction,Payment Method,Weight(kg),Product Category,Package ID,Seller Note,Shipping Information,Combined Listing,Order Channel,Creator Handle'.split(
    ',',
  );

const DESCRIPTIONS: Record<string, string> = {
  'Order ID': 'Platform unique order ID.',
  'Order Status': 'Current order status.',
  Quantity: 'SKU sold quantity in the order.',
  'Created Time': 'The time when the order is created.',
};

const PRODUCT: Record<string, string> = {
  'Order ID': '576400000000000001',
  'Order Status': 'Completed',
  'Normal or Pre-order': 'Normal',
  'SKU ID': '1729000000000000001',
  'Seller SKU': 'S-1',
  'Product Name': 'Soap',
  Variation: 'Rose',
  Quantity: '1',
  'Sku Quantity of return': '0',
  'SKU Unit Original Price': '10.00',
  'SKU Subtotal Before Discount': '10.00',
  'SKU Subtotal After Discount': '10.00',
  'Shipping Fee After Discount': '0.00',
  'Order Amount': '10.00',
  'Order Refund Amount': '0.00',
  'Created Time': '03/14/2026 11:30:00 PM',
  'Buyer Username': 'ann.example',
  'Phone #': '(+1)555*****00',
  Country: 'United States',
  'Product Category': 'Bath & Body',
};

/** A CSV with the row of descriptions, cells padded with tabs as TikTok does. */
function orders(...changes: Record<string, string>[]): string {
  const rows = changes.map((change) =>
    HEADERS.map((header) => `"${change[header] ?? PRODUCT[header.trim()] ?? ''}\t"`),
  );
  const described = HEADERS.map((header) => `"${DESCRIPTIONS[header] ?? 'Described here.'}"`);
  return [HEADERS, described, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

const config = shopConfig({ currency: 'USD', timeZone: 'America/New_York' });

describe('readExports() on TikTok Shop’s orders', () => {
  it('ignores the row of descriptions and counts the order’s money once', async () => {
    const order = {
      'Shipping Fee After Discount': '4.00',
      'Payment platform discount': '1.00',
      Taxes: '2.50',
      'Retail Delivery Fee': '0.28',
      'Order Amount': '40.78',
      'Shipped Time': '03/15/2026 09:00:00 AM',
      'Delivered Time': '03/18/2026 10:00:00 PM',
      'Shipping Provider Name': 'Example Post',
    };
    const text = orders(
      {
        ...order,
        Quantity: '3',
        'SKU Subtotal Before Discount': '30.00',
        'SKU Platform Discount': '2.00',
        'SKU Seller Discount': '3.00',
        'SKU Subtotal After Discount': '25.00',
      },
      { ...order, 'SKU ID': '1729000000000000002', 'Seller SKU': 'S-2' },
      {
        'Order ID': '576400000000000002',
        'Order Status': 'Canceled',
        'Cancelation/Return Type': 'Cancel',
        'Buyer Username': 'b***n',
      },
    );
    const { files, engine } = await readFiles({ 'orders.csv': text }, config);
    expect(files[0]).toMatchObject({
      adapter: 'tiktok-shop',
      rows: { in: 4, used: 3, ignored: 1, rejected: 0 },
    });
    expect(
      await engine.rows(
        `SELECT right(order_key, 1) AS "order", placed_at::VARCHAR AS placed_at, placed_on::VARCHAR AS placed_on, cancelled, channel,
          gross::DECIMAL(18,2) AS gross, discount::DECIMAL(18,2) AS discount, shipping::DECIMAL(18,2) AS shipping,
          tax::DECIMAL(18,2) AS tax, fees::DECIMAL(18,2) AS fees, total::DECIMAL(18,2) AS total, difference::DECIMAL(18,2) AS difference,
          customer IS NOT NULL AS known FROM orders ORDER BY order_key`,
      ),
    ).toEqual([
      // Half past eleven in California is the next day in New York. 40 - 6 + 4 + 2.50 + 0.28 = 40.78.
      { order: '1', placed_at: '2026-03-15 06:30:00', placed_on: '2026-03-15', cancelled: false, channel: 'TikTok Shop', gross: '40.00', discount: '6.00', shipping: '4.00', tax: '2.50', fees: '0.28', total: '40.78', difference: '0.00', known: true },
      { order: '2', placed_at: '2026-03-15 06:30:00', placed_on: '2026-03-15', cancelled: true, channel: 'TikTok Shop', gross: '10.00', discount: '0.00', shipping: '0.00', tax: null, fees: '0.00', total: '10.00', difference: '0.00', known: false },
    ]); // prettier-ignore
    expect(
      await engine.rows(
        `SELECT sku, title, category, quantity::INTEGER AS quantity, value::DECIMAL(18,2) AS value, discount::DECIMAL(18,2) AS discount
        FROM order_lines WHERE order_key LIKE '%1' ORDER BY line`,
      ),
    ).toEqual([
      { sku: 'S-1', title: 'Soap', category: 'Bath & Body', quantity: 3, value: '30.00', discount: '5.75' },
      { sku: 'S-2', title: 'Soap', category: 'Bath & Body', quantity: 1, value: '10.00', discount: '0.25' },
    ]); // prettier-ignore
    expect(
      await engine.rows(
        `SELECT shipped_at::VARCHAR AS shipped, delivered_on::VARCHAR AS delivered, carrier FROM shipments`,
      ),
    ).toEqual([
      // Ten in the evening in California is the next day in New York.
      { shipped: '2026-03-15 16:00:00', delivered: '2026-03-19', carrier: 'Example Post' },
    ]);
  });

  it('reads returned pieces and what was refunded from the order’s rows', async () => {
    const order = {
      'Cancelation/Return Type': 'Return/Refund',
      'Order Amount': '30.00',
      'Order Refund Amount': '8.00',
      'Delivered Time': '03/18/2026 08:00:00 AM',
      'Cancel Reason': 'Damaged',
    };
    const text = orders(
      {
        ...order,
        Quantity: '2',
        'Sku Quantity of return': '1',
        'SKU Subtotal Before Discount': '20.00',
        'SKU Seller Discount': '4.00',
        'SKU Subtotal After Discount': '16.00',
      },
      { ...order, 'SKU ID': '1729000000000000002', 'Seller SKU': 'S-2', 'Cancelation/Return Type': '', 'SKU Subtotal Before Discount': '14.00', 'SKU Subtotal After Discount': '14.00' },
    ); // prettier-ignore
    const { engine, sources } = await readFiles({ 'orders.csv': text }, config);
    expect(sources).toMatchObject({ returns: ['tiktok-shop'], shipments: ['tiktok-shop'] });
    expect(await engine.rows('SELECT refund::DECIMAL(18,2) AS refund FROM orders')).toEqual([
      { refund: '8.00' },
    ]);
    expect(
      await engine.rows(
        `SELECT order_key, sku, quantity::INTEGER AS quantity, value::DECIMAL(18,2) AS value, returned_on::VARCHAR AS returned_on, reason, outcome FROM returns`,
      ),
    ).toEqual([
      { order_key: 'tiktok-shop:576400000000000001', sku: 'S-1', quantity: 1, value: '8.00', returned_on: '2026-03-18', reason: 'Damaged', outcome: 'refund' },
    ]); // prettier-ignore
  });
});

it('tiktok-shop reads rupiah in thousands with points, and the shop’s own time outside of the United States', async () => {
  const text = `Order ID,Order Status,Order Substatus,SKU ID,Seller SKU,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Shipping Fee After Discount,Order Amount,Created Time
576461413038785752,Selesai,,17,S-1,Kaos,2,IDR 100.000,IDR 200.000,IDR 0,IDR 10.000,IDR 190.000,IDR 9.000,IDR 199.000,15/03/2026 23:11:12
576461413038785753,Dibatalkan,,17,S-1,Kaos,1,IDR 100.000,IDR 100.000,IDR 0,IDR 0,IDR 100.000,IDR 9.000,IDR 109.000,16/03/2026 10:11:12
`;
  const { engine, files } = await readFiles(
    { 'orders.csv': text },
    shopConfig({ currency: 'IDR', timeZone: 'Asia/Jakarta' }),
  );
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      'SELECT placed_on::VARCHAR AS day, cancelled, total::DECIMAL(18,2) AS total, difference::DECIMAL(9,2) AS difference FROM orders ORDER BY 1',
    ),
  ).toEqual([
    { day: '2026-03-15', cancelled: false, total: '199000.00', difference: '0.00' },
    { day: '2026-03-16', cancelled: true, total: '109000.00', difference: '0.00' },
  ]);
});

it('tiktok-shop leaves unpaid orders out and knows cancelled ones in the words of the seller’s pages', async () => {
  const state = (order: string, status: string, more = {}): Record<string, string> => ({
    'Order ID': `5764000000000000${order}`,
    'Order Status': status,
    ...more,
  });
  const { files, engine } = await readFiles(
    {
      'orders.csv': orders(
        ...['Unpaid', 'Belum dibayar', 'Não pago', 'ยังไม่ชำระเงิน'].map((word, i) =>
          state(`1${i}`, word),
        ),
        // Not sent yet.
        state('20', 'ยังไม่จัดส่ง'),
        ...['Cancelado', 'Đã huỷ', 'Annulé'].map((word, i) => state(`3${i}`, word)),
        // In any language: cancelled before it was sent; a parcel that came back is none.
        state('40', 'Peruttu', { 'Cancelled Time': '03/15/2026 09:00:00 AM' }),
        state('41', 'Palautettu', {
          'Cancelled Time': '03/25/2026 09:00:00 AM',
          'Shipped Time': '03/15/2026 09:00:00 AM',
        }),
      ),
    },
    config,
  );
  expect(files[0]?.rows).toEqual({ in: 11, used: 6, ignored: 5, rejected: 0 });
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/unpaid', rows: 4 }),
  );
  expect(
    await engine.rows(
      'SELECT right(order_key, 2) AS "order", cancelled FROM orders ORDER BY order_key',
    ),
  ).toEqual([
    { order: '20', cancelled: false },
    { order: '30', cancelled: true },
    { order: '31', cancelled: true },
    { order: '32', cancelled: true },
    { order: '40', cancelled: true },
    { order: '41', cancelled: false },
  ]);
});
