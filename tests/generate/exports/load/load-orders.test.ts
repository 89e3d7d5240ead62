import { describe, expect, it } from 'vitest';
import { readIdentitySummary } from '#generate/exports/load/identity-summary.ts';
import { readOrderArithmetic } from '#generate/exports/load/order-arithmetic.ts';
import { shopConfig } from '../exports-fixture.ts';
import { loadFiles, type LoadedFile } from './load-fixture.ts';

const HEAD = { placedAt: '2026-01-05 10:00:00', placedOn: '2026-01-05' };

function heads(rows: LoadedFile['rows']): LoadedFile {
  const adapter = { id: 'shop-orders', platform: 'shop' };
  return { name: 'orders', table: 'orders', adapter, rows };
}

function items(rows: LoadedFile['rows']): LoadedFile {
  return {
    name: 'items',
    table: 'orders',
    adapter: { id: 'shop-items', platform: 'shop' },
    rows,
  };
}

describe('orders in several files', () => {
  it('loadOrders() joins heads and lines of a platform and rejects lines without a head', async () => {
    const { engine, report } = await loadFiles([
      heads([
        { order: '1', orderName: '100', email: 'ann@example.com', orderTotal: 26, ...HEAD },
        { order: '2', orderName: '101', orderTotal: 5, orderSubtotal: 4, ...HEAD },
        { order: '3', orderName: '102', ...HEAD },
      ]),
      items([
        { order: '1', sku: 'A', quantity: 2, unitPrice: 10 },
        { order: '1', sku: 'B', quantity: 1, unitPrice: 6 },
        { order: '9', sku: 'C', quantity: 1, unitPrice: 1 },
      ]),
    ]);
    const lines = await engine.rows(
      'SELECT order_key, line, sku, value::DECIMAL(9,2) AS value, whole_order FROM order_lines ORDER BY ALL',
    );
    expect(lines).toEqual([
      { order_key: 'shop:1', line: 1, sku: 'A', value: '20.00', whole_order: false },
      { order_key: 'shop:1', line: 2, sku: 'B', value: '6.00', whole_order: false },
      { order_key: 'shop:2', line: 1, sku: null, value: '4.00', whole_order: true },
    ]);
    expect(report('items').rows).toEqual({ in: 3, used: 2, ignored: 0, rejected: 1 });
    expect(report('items').reasons.map(({ code }) => code)).toEqual(['row/no-order']);
    // Orders 2 and 3 have no lines; order 3 does not even say what it cost.
    expect(report('orders').reasons).toMatchObject([{ code: 'note/no-lines', rows: 2 }]);
    const numbers = await engine.rows('SELECT number FROM orders ORDER BY number');
    expect(numbers).toEqual([{ number: '100' }, { number: '101' }, { number: '102' }]);
  });

  it('loadOrders() rejects orders with an amount beyond measure, and keeps the others exact', async () => {
    const { engine, report } = await loadFiles([
      heads([
        { order: '1', ...HEAD },
        { order: '2', ...HEAD },
        { order: '3', orderTotal: 10_000_000_000, ...HEAD },
        { order: '4', ...HEAD },
        { order: '5', ...HEAD },
      ]),
      items([
        { order: '1', sku: 'A', quantity: 2, unitPrice: 10 },
        { order: '2', sku: 'B', quantity: 99_999_999, unitPrice: 99_999_999 },
        // A barcode in the column of quantities, for nothing.
        { order: '5', sku: 'D', quantity: 4_006_381_333_931, unitPrice: 0 },
        // Lines that take each other back.
        { order: '4', sku: 'C', quantity: 1, unitPrice: 20_000_000_000 },
        { order: '4', sku: 'C', quantity: -1, unitPrice: 20_000_000_000 },
      ]),
    ]);
    expect(await engine.rows('SELECT order_key FROM orders')).toEqual([{ order_key: 'shop:1' }]);
    expect(await engine.rows('SELECT order_key FROM order_lines')).toEqual([
      { order_key: 'shop:1' },
    ]);
    expect(report('orders').rows).toEqual({ in: 5, used: 1, ignored: 0, rejected: 4 });
    expect(report('items').rows).toEqual({ in: 5, used: 1, ignored: 0, rejected: 4 });
    expect(report('items').reasons).toMatchObject([{ code: 'row/beyond-measure', rows: 4 }]);
  });

  it('loadOrders() finds the key of rows that know only the name, and keeps the name where no row has a key', async () => {
    const { engine } = await loadFiles([
      heads([{ order: '1', orderName: '100', orderTotal: 8, ...HEAD }]),
      {
        name: 'grid',
        table: 'orders',
        adapter: {
          id: 'shop-grid',
          platform: 'shop',
          select: {
            orderName: '"orderName"',
            placedAt: '"placedAt"',
            orderTotal: '"orderTotal"',
            orderRefund: '"orderRefund"',
          },
        },
        rows: [
          { orderName: '100', orderTotal: 8, orderRefund: 3, ...HEAD },
          { orderName: '200', orderTotal: 9, ...HEAD },
        ],
      },
    ]);
    const orders = await engine.rows(
      'SELECT order_key, refund::DECIMAL(9,2) AS refund FROM orders ORDER BY ALL',
    );
    expect(orders).toEqual([
      { order_key: 'shop:1', refund: '3.00' },
      { order_key: 'shop:200', refund: null },
    ]);
  });

  it('loadOrders() makes one line of an order without any, before its discount, in the portal’s currency', async () => {
    const { engine } = await loadFiles([
      heads([
        {
          order: '1',
          email: 'ann@example.com',
          currency: 'USD',
          orderSubtotal: 90,
          orderDiscount: 10,
          orderShipping: 5,
          orderTotal: 95,
          itemCount: 4,
          ...HEAD,
        },
        // Only a total: shipping and tax are taken off.
        { order: '2', orderShipping: 5, orderTax: 10, orderTotal: 65, ...HEAD },
      ]),
    ]);
    const lines = await engine.rows(
      `SELECT quantity::INTEGER AS pieces, unit_price::DECIMAL(9,2) AS price, value::DECIMAL(9,2) AS value,
        discount::DECIMAL(9,2) AS discount, valid FROM order_lines ORDER BY order_key`,
    );
    // 1 USD is worth 0.8: 100 × 0.8 = 80, for 4 things 20 each.
    expect(lines).toEqual([
      { pieces: 4, price: '20.00', value: '80.00', discount: '8.00', valid: true },
      { pieces: 1, price: '50.00', value: '50.00', discount: '0.00', valid: false },
    ]);
  });
});

describe('order arithmetic', () => {
  const line = { quantity: 1, unitPrice: 100, ...HEAD };

  it('loadOrders() finds the tax inside or on top, allows half a cent a line, and states what is missing', async () => {
    const { engine } = await loadFiles([
      heads([
        // 100 − 10 + 5 + 2 + 19 = 116
        {
          order: 'top',
          orderDiscount: 10,
          orderShipping: 5,
          orderFees: 2,
          orderTax: 19,
          orderTotal: 116,
          ...line,
        },
        { order: 'inside', orderTax: 16, orderTotal: 100, ...line },
        { order: 'none', orderTotal: 100, ...line },
        { order: 'rounded', orderTotal: 200.01, ...line },
        { order: 'rounded', ...line },
        { order: 'off', orderTax: 16, orderTotal: 99.5, ...line },
        { order: 'off-on-top', orderTax: 16, orderTotal: 117, ...line },
        { order: 'unstated', ...line },
        { order: 'refunded', orderTotal: 100, orderRefund: 40, ...line },
        // Nothing but a total proves nothing.
        { order: 'total-only', orderTotal: 70, ...HEAD },
        { order: 'by-subtotal', orderSubtotal: 60, orderTax: 10, orderTotal: 70, ...HEAD },
      ]),
    ]);
    const orders = await engine.rows(
      `SELECT substr(order_key, 6) AS "order", tax_inside AS inside, difference::DECIMAL(9,2) AS difference
      FROM orders ORDER BY order_key`,
    );
    expect(orders).toEqual([
      { order: 'by-subtotal', inside: false, difference: '0.00' },
      { order: 'inside', inside: true, difference: '0.00' },
      { order: 'none', inside: null, difference: '0.00' },
      { order: 'off', inside: null, difference: '-0.50' },
      { order: 'off-on-top', inside: null, difference: '1.00' },
      { order: 'refunded', inside: null, difference: '0.00' },
      { order: 'rounded', inside: null, difference: '0.00' },
      { order: 'top', inside: false, difference: '0.00' },
      { order: 'total-only', inside: null, difference: null },
      { order: 'unstated', inside: null, difference: null },
    ]);
    expect(
      await engine.rows(
        `SELECT substr(order_key, 6) AS "order", sum(net)::DECIMAL(9,2) AS net
        FROM order_lines GROUP BY order_key ORDER BY order_key`,
      ),
    ).toEqual([
      { order: 'by-subtotal', net: '60.00' },
      { order: 'inside', net: '84.00' },
      { order: 'none', net: '100.00' },
      // 100 − 100 × 16 ÷ 99.50: missed by less than a quarter of the tax.
      { order: 'off', net: '83.92' },
      { order: 'off-on-top', net: '100.00' },
      { order: 'refunded', net: '100.00' },
      { order: 'rounded', net: '200.00' },
      { order: 'top', net: '90.00' },
      { order: 'total-only', net: '70.00' },
      { order: 'unstated', net: '100.00' },
    ]);
    expect(await readOrderArithmetic(engine, shopConfig())).toEqual([
      {
        source: 'shop',
        orders: 10,
        checked: 8,
        addUp: 6,
        taxKnown: 5,
        taxInside: 1,
        taxOnTop: 2,
        differ: 2,
        differenceSum: 1.5,
        largestDifference: 1,
        currency: 'GBP',
      },
    ]);
  });

  it('loadOrders() takes the tax inside out of lines, discounts and credit notes, and leaves a total that does not tell', async () => {
    const { engine } = await loadFiles([
      heads([
        {
          order: 'voucher',
          orderDiscount: 11.9,
          orderTax: 17.1,
          orderTotal: 107.1,
          ...line,
          unitPrice: 119,
        },
        { order: 'credit', orderTax: -19, orderTotal: -119, ...line, quantity: -1, unitPrice: 119 },
        { order: 'unclear', orderTax: 19, orderTotal: 128, ...line, unitPrice: 119 },
      ]),
    ]);
    expect(
      await engine.rows(
        `SELECT substr(order_key, 6) AS "order", value::DECIMAL(9,2) AS value, net::DECIMAL(9,2) AS net,
          net_discount::DECIMAL(9,2) AS net_discount FROM order_lines ORDER BY order_key`,
      ),
    ).toEqual([
      { order: 'credit', value: '-119.00', net: '-100.00', net_discount: '0.00' },
      { order: 'unclear', value: '119.00', net: '119.00', net_discount: '0.00' },
      { order: 'voucher', value: '119.00', net: '90.00', net_discount: '10.00' },
    ]);
  });
});

describe('who bought', () => {
  it('loadOrders() knows an id by the customers export, and nobody by a marketplace’s alias', async () => {
    const buy = (order: string, who: Record<string, string>, unitPrice = 10) => ({
      order,
      quantity: 1,
      unitPrice,
      ...HEAD,
      ...who,
    });
    const { engine } = await loadFiles([
      {
        name: 'customers',
        table: 'customers',
        adapter: { id: 'shop-customers', platform: 'shop' },
        rows: [
          { customerId: '7', email: 'Ann@Example.com', acceptsMarketing: true },
          { customerId: '8', email: 'never.bought@example.com', acceptsMarketing: true },
        ],
      },
      heads([
        buy('1', { customerId: '7' }),
        buy('2', { email: 'ann@example.com' }),
        buy('3', { phone: '+44 20 7946 0000' }),
        buy('4', { customerId: '99' }),
        buy('5', { email: 'abc123@marketplace.amazon.co.uk' }, 30),
        buy('6', { email: 'buyer_1@members.ebay.com', customerId: '0' }, 30),
      ]),
    ]);
    const people = await engine.rows(
      `SELECT identified_by, email, count(o.order_key)::INTEGER AS orders
      FROM people LEFT JOIN orders o USING (customer) GROUP BY ALL ORDER BY ALL`,
    );
    expect(people).toEqual([
      { identified_by: 'email', email: 'ann@example.com', orders: 2 },
      { identified_by: 'id', email: null, orders: 1 },
      { identified_by: 'phone', email: null, orders: 1 },
    ]);
    // 60 of 100 are of nobody.
    expect(await readIdentitySummary(engine)).toEqual({
      orders: 6,
      byEmail: 2,
      byPhone: 1,
      byId: 1,
      nobody: 2,
      sources: [
        {
          source: 'shop',
          orders: 6,
          nobody: 2,
          nobodyShareOfOrders: 0.3333,
          nobodyShareOfRevenue: 0.6,
        },
      ],
    });
  });
});

it('loadOrders() says how many orders state an e-mail address that is none', async () => {
  const { engine, report } = await loadFiles([
    heads(
      [
        'n/a',
        'a@example.com;b@example.com',
        'a@example',
        ' A@Example.com ',
        'x1@marketplace.amazon.de',
        null,
      ].map((email, index) => ({ order: String(index), email, phone: '0201 1234567', ...HEAD })),
    ),
    // Whose lines are in another file, and say it right in one of them.
    items([
      { order: '3', sku: 'A', quantity: 1, unitPrice: 1, email: 'n/a' },
      { order: '0', sku: 'A', quantity: 1, unitPrice: 1 },
      { order: '0', sku: 'B', quantity: 1, unitPrice: 1 },
    ]),
  ]);
  const emails = await engine.rows('SELECT email FROM people WHERE email IS NOT NULL');
  expect(emails).toEqual([{ email: 'a@example.com' }]);
  const unusable = (name: string) =>
    report(name).reasons.filter(({ code }) => code === 'note/unusable-email');
  expect(unusable('orders')).toMatchObject([{ rows: 3 }]);
  expect(unusable('items')).toEqual([]);
  expect(report('orders').rows).toEqual({ in: 6, used: 6, ignored: 0, rejected: 0 });
});
