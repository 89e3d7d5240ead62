import { describe, expect, it } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { failure, readFiles } from '../exports-fixture.ts';
import { item, order, withHeader } from './magento1-shop.ts';

type Tables = Parameters<typeof withHeader>[0];

const plain = (id: number, total: string, change: Parameters<typeof order>[1] = {}) =>
  order(id, {
    customer_email: `c${id}@example.com`,
    base_subtotal: total,
    base_grand_total: total,
    ...change,
  });

/** Number, whether cancelled, total, difference and lines of each order. */
async function orders(engine: Engine): Promise<unknown[][]> {
  const rows = await engine.rows(
    `SELECT substr(order_key, 10) AS "order", cancelled, total::DECIMAL(9,2) AS total, difference::DECIMAL(9,2) AS difference,
      (SELECT string_agg(concat_ws(' ', quantity::INTEGER, sku, (value - discount)::DECIMAL(9,2)), ', ' ORDER BY line)
        FROM order_lines l WHERE l.order_key = o.order_key) AS lines
    FROM orders o ORDER BY order_key`,
  );
  return rows.map(Object.values);
}

async function read(tables: Tables) {
  const { files, engine } = await readFiles(withHeader(tables));
  const codes = files.flatMap(({ path, reasons }) =>
    reasons.map(({ code, rows }) => [path.replace(/^db\/sales_flat_|\.csv$/g, ''), code, rows]),
  );
  return { files, engine, codes };
}

describe('Magento 1’s orders', () => {
  it('count the pieces that were not cancelled', async () => {
    const { engine, codes } = await read({
      orders: [
        // 3 mugs and a pot at 10, of which a mug and the pot were cancelled: 20 − 2 + 4 shipping + 3.60 tax.
        plain(11, '40.0000', {
          base_discount_amount: '-3.0000',
          base_shipping_amount: '4.0000',
          base_tax_amount: '7.4000',
          base_grand_total: '48.4000',
          base_subtotal_canceled: '20.0000',
          base_tax_canceled: '3.8000',
          base_shipping_canceled: '0.0000',
          base_total_canceled: '22.8000',
          base_total_paid: '25.6000',
        }),
        // Cancelled whole: it stays as it was.
        plain(12, '10.0000', {
          state: 'canceled',
          base_subtotal_canceled: '10.0000',
          base_total_canceled: '10.0000',
        }),
      ],
      orderItems: [
        item(1, 11, 'MUG', '10.0000', {
          qty_ordered: '3.0000',
          qty_canceled: '1.0000',
          qty_invoiced: '2.0000',
          base_row_total: '30.0000',
          base_discount_amount: '3.0000',
        }),
        item(2, 11, 'POT', '10.0000', { qty_canceled: '1.0000', qty_invoiced: '0.0000' }),
        item(3, 12, 'POT', '10.0000', { qty_canceled: '1.0000', qty_invoiced: '0.0000' }),
      ],
    });
    expect(await orders(engine)).toEqual([
      ['11', false, '25.60', '0.00', '2 MUG 18.00'],
      ['12', true, '10.00', '0.00', '1 POT 10.00'],
    ]);
    expect(codes).toEqual([
      ['order', 'note/cancelled', 1],
      ['order', 'note/partly-cancelled', 1],
      ['order_item', 'ignored/cancelled-item', 1],
      ['order_item', 'note/partly-cancelled', 1],
    ]);
  });

  it('take the money from the row that has it: a bundle of one price, a variant whose product has none', async () => {
    const { engine, codes } = await read({
      orders: [plain(11, '40.0000'), plain(12, '30.0000')],
      orderItems: [
        item(1, 11, 'SET', '40.0000', { product_type: 'bundle' }),
        item(2, 11, 'CUP', '0.0000', { parent_item_id: '1' }),
        item(3, 12, 'JEANS', '0.0000', { product_type: 'configurable' }),
        item(4, 12, 'JEANS-32', '30.0000', { parent_item_id: '3' }),
      ],
    });
    expect(await orders(engine)).toEqual([
      ['11', false, '40.00', '0.00', '1 SET 40.00'],
      ['12', false, '30.00', '0.00', '1 JEANS-32 30.00'],
    ]);
    expect(codes).toEqual([
      ['order_item', 'ignored/child-row', 1],
      ['order_item', 'ignored/bundle-row', 1],
    ]);
  });

  it('count as cancelled while nobody has paid them', async () => {
    const unpaid = { state: 'pending_payment', status: 'pending_payment' };
    const { engine, codes } = await read({
      orders: [
        plain(11, '10.0000', unpaid),
        plain(12, '20.0000', { ...unpaid, base_total_paid: '20.0000' }),
        plain(13, '30.0000', { state: 'new', status: 'pending' }),
      ],
    });
    expect((await orders(engine)).map(([number, cancelled]) => [number, cancelled])).toEqual([
      ['11', true],
      ['12', false],
      ['13', false],
    ]);
    expect(codes).toContainEqual(['order', 'note/unpaid', 1]);
  });

  it('are worth what was paid with gift cards, credit and points too, and gift wrapping is a fee', async () => {
    const { engine } = await read({
      orders: [
        plain(11, '50.0000', {
          base_grand_total: '13.0000',
          base_gift_cards_amount: '25.0000',
          base_customer_balance_amount: '10.0000',
          base_reward_currency_amount: '5.0000',
          gw_base_price: '2.0000',
          gw_items_base_price: '1.0000',
        }),
      ],
      orderItems: [item(1, 11, 'CHAIR', '50.0000')],
    });
    expect(await orders(engine)).toEqual([['11', false, '53.00', '0.00', '1 CHAIR 50.00']]);
  });
});

describe('Magento 1’s tables of two databases', () => {
  const shop = (name: string, orders: ReturnType<typeof plain>[]) =>
    Object.entries(withHeader({ orders })).map(([path, text]) => [`${name}/${path}`, text]);

  it('are refused, since their orders have the same inner numbers', async () => {
    const files = Object.fromEntries([
      ...shop('women', [plain(11, '10.0000'), plain(12, '20.0000')]),
      ...shop('men', [plain(11, '30.0000', { created_at: '2024-05-01 10:00:00' })]),
    ]);
    expect((await failure(readFiles(files))).message).toMatchInlineSnapshot(`"Cannot read "men/db/sales_flat_order.csv" beside the other tables of orders: the same inner numbers are of orders of other days; expected tables of one database"`);
  });

  it('of one database are two dumps, even where one is in the zone of the server', async () => {
    const files = Object.fromEntries([
      ...shop('march', [plain(11, '10.0000'), plain(12, '20.0000')]),
      ...shop('april', [
        plain(11, '10.0000', { created_at: '2024-03-10 20:30:00' }),
        plain(13, '30.0000', { created_at: '2024-04-10 20:30:00' }),
      ]),
    ]);
    const { engine } = await readFiles(files);
    expect((await orders(engine)).map(([number]) => number)).toEqual(['11', '12', '13']);
  });
});

describe('Magento 1’s credit memos', () => {
  const memo = (id: number, change: Record<string, string>) => ({
    entity_id: String(id),
    order_id: '11',
    increment_id: `30000000${id}`,
    base_currency_code: 'GBP',
    base_subtotal: '0.0000',
    base_shipping_amount: '0.0000',
    base_tax_amount: '0.0000',
    base_adjustment: '0.0000',
    created_at: `2024-03-2${id} 10:00:00`,
    ...change,
  });

  it('are worth the things that came back, without postage and tax, with what was added or kept', async () => {
    const { engine, codes } = await read({
      orders: [plain(11, '100.0000')],
      creditmemos: [
        // Postage with its tax: nothing came back.
        memo(1, {
          base_shipping_amount: '10.0000',
          base_tax_amount: '2.0000',
          base_grand_total: '12.0000',
        }),
        // 20 after a discount of 6, of which 1 is tax, and 3 kept.
        memo(2, {
          base_subtotal: '20.0000',
          base_discount_amount: '-6.0000',
          base_hidden_tax_amount: '1.0000',
          base_tax_amount: '3.0000',
          base_adjustment: '-3.0000',
          base_grand_total: '15.0000',
        }),
        // An amount out of kindness, with the postage.
        memo(3, {
          base_shipping_amount: '10.0000',
          base_adjustment: '5.0000',
          base_grand_total: '15.0000',
        }),
      ],
    });
    const returns = await engine.rows(
      'SELECT returned_on::VARCHAR AS "on", value::DECIMAL(9,2) AS value FROM returns ORDER BY 1',
    );
    expect(returns.map(Object.values)).toEqual([
      ['2024-03-22', '12.00'],
      ['2024-03-23', '5.00'],
    ]);
    expect(codes).toContainEqual(['creditmemo', 'ignored/no-goods', 1]);
  });

  it('have items that cost what was paid for them: the tax of a discount lies outside', async () => {
    const { engine } = await read({
      orders: [plain(11, '40.0000')],
      creditmemos: [memo(1, { base_subtotal: '40.0000', base_grand_total: '36.0000' })],
      creditmemoItems: [
        {
          entity_id: '1',
          parent_id: '1',
          sku: 'CUP',
          qty: '2.0000',
          base_row_total: '40.0000',
          base_discount_amount: '12.0000',
          base_hidden_tax_amount: '2.0000',
          order_item_id: '1',
        },
      ],
    });
    expect(await engine.rows('SELECT sku, value::DECIMAL(9,2) AS value FROM returns')).toEqual([
      { sku: 'CUP', value: '30.00' },
    ]);
  });
});
