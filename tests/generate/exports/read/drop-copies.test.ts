import { describe, expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Name,Email,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount,Id';
const config = shopConfig({ currency: 'EUR', timeZone: 'Europe/Berlin' });

/** An order of two lines in Shopify's export. */
function shopify(name: string, { refund = '0.00', fulfilled = '', id = `9${name.slice(1)}` } = {}) {
  const placed = '2026-01-10 10:00:00 +0100';
  return [
    `${name},${name.slice(1)}@example.com,${fulfilled},EUR,30.00,0.00,0.00,30.00,0.00,${placed},1,Mug,20.00,M-1,${refund},${id}`,
    `${name},${name.slice(1)}@example.com,,,,,,,,${placed},1,Cup,10.00,C-1,,`,
  ];
}

const SUMS =
  'SELECT count(*)::INTEGER AS orders, sum(gross)::INTEGER AS gross, sum(coalesce(refund, 0))::INTEGER AS refund FROM orders';

describe('readExports() of a file that was pasted together', () => {
  it('counts each order of Shopify once, as it was when it had changed last', async () => {
    const again = ['2026-01-12 10:00:00 +0100', '2026-01-13 10:00:00 +0100'];
    const { files, engine } = await readFiles(
      {
        'orders.csv': [
          HEADER,
          ...shopify('#3'),
          ...shopify('#2', { refund: '5.00' }),
          ...shopify('#1'),
          HEADER,
          // The newer export: one was sent, one was refunded more before, one is of another shop.
          ...shopify('#4'),
          ...shopify('#3', { fulfilled: again[0] ?? '' }),
          ...shopify('#2'),
          ...shopify('#1', { id: '77' }),
        ].join('\n'),
      },
      config,
    );
    expect(files[0]?.rows).toEqual({ in: 15, used: 10, ignored: 5, rejected: 0 });
    expect(files[0]?.reasons).toContainEqual(
      expect.objectContaining({ code: 'ignored/repeated-order', rows: 4 }),
    );
    expect(await engine.rows(SUMS)).toEqual([{ orders: 5, gross: 150, refund: 5 }]);
    expect(await engine.rows('SELECT count(*)::INTEGER AS parcels FROM shipments')).toEqual([
      { parcels: 1 },
    ]);
  });

  it('counts the lines of a generic table once, true doubles of an order apart', async () => {
    const january = [
      '1001,2026-01-01,ann@example.com,S1,Scarf,1,20',
      // Bought twice in one order.
      '1002,2026-01-02,ben@example.com,H1,Hat,1,35',
      '1002,2026-01-02,ben@example.com,H1,Hat,1,35',
      '1003,2026-01-03,cleo@example.com,S1,Scarf,1,20',
    ];
    const february = '1004,2026-02-03,cleo@example.com,S1,Scarf,1,20';
    const { files, engine } = await readFiles({
      'orders.csv': ordersCsv(...january, ...january, february),
    });
    expect(files[0]?.rows).toEqual({ in: 9, used: 5, ignored: 4, rejected: 0 });
    expect(await engine.rows(SUMS)).toEqual([{ orders: 4, gross: 130, refund: 0 }]);
  });

  it.each([
    [
      'is sorted by the sku',
      [
        '1001,2026-01-01,ann@example.com,A,Apron,1,10',
        '1002,2026-01-02,ben@example.com,A,Apron,1,10',
        '1001,2026-01-01,ann@example.com,B,Bag,1,10',
        '1002,2026-01-02,ben@example.com,B,Bag,1,10',
        // Bought twice, and here by chance one after the other.
        '1003,2026-01-03,cleo@example.com,C,Cap,1,10',
        '1004,2026-01-03,dan@example.com,C,Cap,1,10',
        '1003,2026-01-03,cleo@example.com,C,Cap,1,10',
      ],
    ],
    [
      'has one order in two places',
      [
        '1001,2026-01-01,ann@example.com,A,Apron,1,10',
        '1002,2026-01-02,ben@example.com,A,Apron,1,10',
        '1001,2026-01-01,ann@example.com,A,Apron,1,10',
      ],
    ],
  ])('leaves a file as it is that %s', async (_, rows) => {
    const { files } = await readFiles({ 'orders.csv': ordersCsv(...rows) });
    expect(files[0]?.rows).toMatchObject({ used: rows.length, ignored: 0 });
  });
});
