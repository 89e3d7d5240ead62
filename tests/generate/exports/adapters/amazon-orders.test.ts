import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\turl\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids \tis-business-order\tpurchase-order-number\tprice-designation ';

type Item = Partial<Record<string, string>>;

/** A row of the report: a shipped order of one towel in Germany; tests change cells. */
function item(change: Item = {}): string {
  const cells: Item = {
    'merchant-order-id': change['amazon-order-id'] ?? '302-0000001-0000001',
    'amazon-order-id': '302-0000001-0000001',
    'purchase-date': '2026-02-18T05:05:21+00:00',
    'last-updated-date': '2026-02-18T17:23:22+00:00',
    'order-status': 'Shipped',
    'fulfillment-channel': 'Amazon',
    'sales-channel': 'Amazon.de',
    'ship-service-level': 'Expedited',
    'product-name': 'Towel',
    sku: 'T-1',
    asin: 'B000000001',
    'item-status': 'Shipped',
    quantity: '1',
    currency: 'EUR',
    'item-price': '10.00',
    'ship-country': 'DE',
    'is-business-order': 'false',
    ...change,
  };
  return HEADER.split('\t')
    .map((header) => cells[header.trim()] ?? '')
    .join('\t');
}

function report(...rows: string[]): string {
  return [HEADER, ...rows, ''].join('\r\n');
}

const config = shopConfig({
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  rates: { USD: 0.5, GBP: 2 },
});

describe('readExports() on Amazon’s all-orders report', () => {
  it('takes a replacement for no purchase', async () => {
    const newer = report(
      item(),
      item({ 'amazon-order-id': '302-0000001-0000009', 'item-price': '0.00' }),
    )
      .split('\r\n')
      .map((row, line) =>
        row === '' ? '' : `${row}\t${['is-replacement-order', 'false', 'true'][line] ?? ''}`,
      )
      .join('\r\n');
    const { files, engine } = await readFiles({ 'orders.txt': newer }, config);
    expect(files[0]?.reasons).toContainEqual(
      expect.objectContaining({ code: 'note/replacement', rows: 1 }),
    );
    expect(
      await engine.rows(
        'SELECT right(order_key, 1) AS "order", is_product FROM order_lines ORDER BY 1',
      ),
    ).toEqual([
      { order: '1', is_product: true },
      { order: '9', is_product: false },
    ]);
  });

  it('reads a tab-separated file without quotes, CRLF and headers with a trailing space', async () => {
    const text = report(
      // A quotation mark means inches: read as a quote it would swallow the next row.
      item({ 'product-name': 'Cushion 12" x 18', sku: 'C-1' }),
      item({ 'amazon-order-id': '302-0000001-0000002', 'product-name': '"Best" towel' }),
      item({ 'amazon-order-id': '302-0000001-0000003', 'purchase-date': '2026-02-18T23:30:00Z' }),
    );
    const { files, engine } = await readFiles({ 'orders.txt': text }, config);
    expect(files[0]).toMatchObject({
      adapter: 'amazon-orders',
      rows: { in: 3, used: 3, ignored: 0, rejected: 0 },
    });
    expect(await engine.rows('SELECT title FROM order_lines ORDER BY order_key')).toEqual([
      { title: 'Cushion 12" x 18' },
      { title: '"Best" towel' },
      { title: 'Towel' },
    ]);
    expect(
      await engine.rows(
        `SELECT placed_at::VARCHAR AS placed_at, placed_on::VARCHAR AS placed_on, channel, customer FROM orders ORDER BY placed_at DESC LIMIT 1`,
      ),
    ).toEqual([
      {
        placed_at: '2026-02-18 23:30:00',
        placed_on: '2026-02-19',
        channel: 'amazon.de',
        customer: null,
      },
    ]);
  });

  it('knows what the merchant sent, of which Amazon’s returns tell nothing', async () => {
    const text = report(
      item(),
      item({ 'amazon-order-id': '302-0000001-0000002', 'fulfillment-channel': 'Merchant' }),
    );
    const { engine } = await readFiles({ 'orders.txt': text }, config);
    expect(await engine.rows('SELECT sender FROM orders ORDER BY order_key')).toEqual([
      { sender: '' },
      { sender: 'merchant' },
    ]);
  });

  it('takes the item price as the line’s total and counts the order’s money once', async () => {
    const order = { 'amazon-order-id': '302-0000002-0000001' };
    const text = report(
      item({
        ...order,
        quantity: '3',
        'item-price': '30.00',
        'item-tax': '4.79',
        'shipping-price': '3.00',
        'shipping-tax': '0.48',
        'gift-wrap-price': '2.00',
        'gift-wrap-tax': '0.32',
        'item-promotion-discount': '6.00',
        'ship-promotion-discount': '1.50',
      }),
      item({ ...order, sku: 'T-2', 'item-price': '10.00', 'shipping-price': '1.00' }),
      item({
        'amazon-order-id': '111-0000002-0000002',
        'sales-channel': 'Amazon.com',
        currency: 'USD',
        'item-price': '20.00',
        'item-tax': '1.60',
      }),
    );
    const { engine } = await readFiles({ 'orders.txt': text }, config);
    const orders = await engine.rows(
      `SELECT gross::DECIMAL(18,2) AS gross, discount::DECIMAL(18,2) AS discount, shipping::DECIMAL(18,2) AS shipping,
        tax::DECIMAL(18,2) AS tax, total::DECIMAL(18,2) AS total FROM orders ORDER BY order_key`,
    );
    expect(orders).toEqual([
      // 20.00 + 1.60 on top, half of it in euros.
      { gross: '10.00', discount: '0.00', shipping: null, tax: '0.80', total: '10.80' },
      // 30 + 10; 6 + 1.50; 3 + 1; 4.79 + 0.48 + 0.32 inside the prices; 40 - 7.50 + 4 + 2 of gift wrap.
      { gross: '40.00', discount: '7.50', shipping: '4.00', tax: '5.59', total: '38.50' },
    ]);
    const lines = await engine.rows(
      `SELECT sku, quantity::INTEGER AS quantity, unit_price::DECIMAL(18,2) AS price, value::DECIMAL(18,2) AS value,
        discount::DECIMAL(18,2) AS discount FROM order_lines WHERE order_key LIKE '%302-%' ORDER BY line`,
    );
    // The 1.50 off the shipping, by value 30 : 10, comes to 1.125 and 0.375: the larger line gets the odd cent.
    expect(lines).toEqual([
      { sku: 'T-1', quantity: 3, price: '10.00', value: '30.00', discount: '7.13' },
      { sku: 'T-2', quantity: 1, price: '10.00', value: '10.00', discount: '0.37' },
    ]);
  });

  it('leaves out pending rows without a price and items cancelled out of an order, and keeps identical rows', async () => {
    const text = report(
      item(),
      item(),
      item({
        sku: 'T-9',
        'item-status': 'Cancelled',
        'item-price': '99.00',
        'shipping-price': '5',
      }),
      item({
        'amazon-order-id': '302-0000003-0000002',
        'order-status': 'Pending',
        'item-status': 'Unshipped',
        currency: '',
        'item-price': '',
      }),
      item({
        'amazon-order-id': '302-0000003-0000003',
        'order-status': 'Cancelled',
        'item-status': 'Cancelled',
        quantity: '0',
        currency: '',
        'item-price': '',
      }),
      // Shipped, says the order; cancelled, say all its items.
      item({
        'amazon-order-id': '302-0000003-0000004',
        'item-status': 'Cancelled',
        'item-price': '89.95',
      }),
    );
    const { files, engine } = await readFiles({ 'orders.txt': text }, config);
    expect(files[0]?.rows).toEqual({ in: 6, used: 5, ignored: 1, rejected: 0 });
    const reasons = Object.fromEntries(
      files[0]?.reasons.map(({ code, rows }) => [code, rows]) ?? [],
    );
    expect(reasons).toMatchObject({
      'ignored/pending': 1,
      'note/cancelled': 3,
      'note/no-customer': 5,
    });
    expect(
      await engine.rows(
        `SELECT right(order_key, 1) AS "order", cancelled, gross::DECIMAL(18,2) AS gross, shipping::DECIMAL(18,2) AS shipping,
          (SELECT count(*) FROM order_lines l WHERE l.order_key = o.order_key)::INTEGER AS lines
        FROM orders o ORDER BY order_key`,
      ),
    ).toEqual([
      { order: '1', cancelled: false, gross: '20.00', shipping: null, lines: 2 },
      { order: '3', cancelled: true, gross: '0.00', shipping: null, lines: 1 },
      { order: '4', cancelled: true, gross: '89.95', shipping: null, lines: 1 },
    ]);
  });

  it('takes an order that is sent again from the report that was updated last', async () => {
    const order = { 'amazon-order-id': '302-0000004-0000001' };
    const first = report(item({ ...order, quantity: '2', 'item-price': '20.00' }), item());
    const second = report(
      item({ ...order, 'item-price': '10.00', 'last-updated-date': '2026-03-01T08:00:00+00:00' }),
    );
    const { files, engine } = await readFiles({ 'a.txt': second, 'b.txt': first }, config);
    expect(files.map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
      ['a.txt', 1, 0],
      ['b.txt', 1, 1],
    ]);
    expect(await engine.rows('SELECT sum(gross)::DECIMAL(18,2) AS gross FROM orders')).toEqual([
      { gross: '20.00' },
    ]);
  });

  it('counts an order of the own shop that Amazon only sends out once', async () => {
    const shop = [
      'Name,Email,Created at,Currency,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
      '#1001,ann@example.com,2026-02-17 20:00:00 +0100,EUR,10.00,0.00,0.00,10.00,1,Towel,10.00,T-1',
      '',
    ].join('\n');
    const text = report(
      item(),
      item({
        'amazon-order-id': 'S02-0000001-0000001',
        'merchant-order-id': '#1001',
        'sales-channel': 'Non-Amazon',
        currency: '',
        'item-price': '',
      }),
    );
    const { files, engine } = await readFiles({ 'shop.csv': shop, 'amazon.txt': text }, config);
    expect(await engine.rows('SELECT order_key FROM orders ORDER BY order_key')).toEqual([
      { order_key: 'amazon-orders:302-0000001-0000001' },
      { order_key: 'shopify-orders:#1001' },
    ]);
    const amazon = files.find(({ path }) => path === 'amazon.txt');
    expect(amazon?.rows).toEqual({ in: 2, used: 1, ignored: 1, rejected: 0 });
  });

  it('rejects an order with a bad row whole, and a file without prices', async () => {
    const text = report(
      item(),
      item({ 'amazon-order-id': '302-0000005-0000001', 'item-price': '12,5O' }),
      item({ 'amazon-order-id': '302-0000005-0000001', sku: 'T-2' }),
    );
    const { files, engine } = await readFiles(
      { 'orders.txt': text },
      shopConfig({ currency: 'EUR', limits: { rejectedShare: 1 } }),
    );
    expect(files[0]?.rows).toEqual({ in: 3, used: 1, ignored: 0, rejected: 2 });
    expect(await engine.rows('SELECT count(*)::INTEGER AS orders FROM orders')).toEqual([
      { orders: 1 },
    ]);
    await expect(
      readFiles({ 'orders.txt': text.replace('item-price', 'price') }, config),
    ).rejects.toMatchObject({ code: 'export/missing-column', issues: [{ column: 'item-price' }] });
  });

  it('reads a file that was saved as CSV with its quotes', async () => {
    const text = report(item({ 'product-name': 'Cushion 12" x 18"' }))
      .split('\r\n')
      .map((line) =>
        line === ''
          ? ''
          : line
              .split('\t')
              .map((cell) => `"${cell.replaceAll('"', '""')}"`)
              .join(','),
      )
      .join('\n');
    const { engine } = await readFiles({ 'orders.csv': text }, config);
    expect(await engine.rows('SELECT title FROM order_lines')).toEqual([
      { title: 'Cushion 12" x 18"' },
    ]);
  });
});
