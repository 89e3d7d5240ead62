import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Payment Method';
const order = (name: string, title: string, flags: string, payment = 'Shopify Payments'): string =>
  `${name},ann@example.com,GBP,20.00,0.00,0.00,20.00,2026-01-05 10:00:00 +0000,1,${title},20.00,S-1,${flags},${payment}`;

it.each([
  ['Gift Card - £20.00', 'false,false', false],
  ['Tarn & Twill E-Gift Card', 'false,false', false],
  ['Geschenkgutschein 50 €', 'false,false', false],
  ['Carte-cadeau - 50', 'false,false', false],
  // Something to send, or to tax; a name that only begins so.
  ['Gift Card - £20.00', 'true,false', true],
  ['Gift card', 'false,true', true],
  ['Gift card design templates', 'false,false', true],
  ['Jet ski - 30 minutes', 'false,false', true],
])(
  'shopify-orders: "%s" (shipped, taxed: %s) is a product: %s',
  async (title, flags, isProduct) => {
    const { engine, files } = await readFiles({
      'orders.csv': [HEADER, order('#1', title, flags), ''].join('\n'),
    });
    expect(await engine.rows('SELECT is_product FROM order_lines')).toEqual([
      { is_product: isProduct },
    ]);
    expect(files[0]?.reasons.some(({ code }) => code === 'note/non-product')).toBe(!isProduct);
  },
);

it('shopify-orders ignores test orders with all their lines, not what a gift card has paid', async () => {
  const { engine, files } = await readFiles(
    {
      'orders.csv': [
        HEADER,
        order('#1', 'Mug', 'true,true', '(for testing) Bogus Gateway'),
        '#1,ann@example.com,,,,,,2026-01-05 10:00:00 +0000,1,Cup,20.00,C-1,true,true,',
        order('#2', 'Mug', 'true,true', 'Gift Card + Shopify Payments'),
        order('#3', 'Mug', 'true,true', 'bogus'),
        '',
      ].join('\n'),
    },
    shopConfig(),
  );
  expect(await engine.rows('SELECT order_key FROM orders')).toEqual([
    { order_key: 'shopify-orders:#2' },
  ]);
  expect(files[0]?.rows).toEqual({ in: 4, used: 1, ignored: 3, rejected: 0 });
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/test-order', rows: 3 }),
  );
});
