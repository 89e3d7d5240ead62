import { expect, test } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER = 'order,placedAt,email,phone,quantity,unitPrice';

/** Who bought how often, and by what they are known. */
const CUSTOMERS = `
SELECT identified_by AS by, coalesce(email, phone) AS who, count(*)::INTEGER AS orders
FROM customers JOIN orders USING (customer) GROUP BY ALL ORDER BY who`;

const orders = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

test('joinPhoneGuests() gives the orders of a guest with a phone to whom an order names with it', async () => {
  const { engine } = await readFiles({
    'orders.csv': orders(
      // The guest comes first, in time and in the file.
      '1,2026-01-05,,+44 20 7946 0001,1,1',
      '2,2026-02-05,ann@example.com,+44 20 7946 0001,1,1',
      '3,2026-03-05,,+44 20 7946 0001,1,1',
      '4,2026-03-06,,+44 20 7946 0009,1,1',
    ),
    'tickets.csv': 'ticket,openedAt,phone\n7,2026-03-07 10:00:00,+44 20 7946 0001\n',
  });
  expect(await engine.rows(CUSTOMERS)).toEqual([
    { by: 'phone', who: '+442079460009', orders: 1 },
    { by: 'email', who: 'ann@example.com', orders: 3 },
  ]);
  const numbers = await engine.rows(
    'SELECT count(DISTINCT customer)::INTEGER AS keys, count(DISTINCT customer_id)::INTEGER AS ids FROM orders',
  );
  expect(numbers).toEqual([{ keys: 2, ids: 2 }]);
  expect(await engine.rows('SELECT email FROM tickets JOIN customers USING (customer)')).toEqual([
    { email: 'ann@example.com' },
  ]);
});

test('joinPhoneGuests() takes the word of a customers export, for whoever never ordered by e-mail too', async () => {
  const { engine } = await readFiles({
    'orders.csv': orders(
      '1,2026-01-05,,+44 20 7946 0001,1,1',
      '2,2026-01-06,,+44 20 7946 0002,1,1',
      '3,2026-01-07,bob@example.com,,1,1',
    ),
    'customers.csv':
      'email,phone,acceptsMarketing\nann@example.com,+44 20 7946 0001,no\nbob@example.com,+44 20 7946 0002,yes\n',
  });
  expect(await engine.rows(CUSTOMERS)).toEqual([
    { by: 'email', who: 'ann@example.com', orders: 1 },
    { by: 'email', who: 'bob@example.com', orders: 2 },
  ]);
  expect(
    await engine.rows('SELECT phone, accepts_marketing AS accepts FROM customers ORDER BY email'),
  ).toEqual([
    { phone: '+442079460001', accepts: false },
    { phone: '+442079460002', accepts: true },
  ]);
  expect(await engine.rows('SELECT phone FROM customer_phones')).toEqual([]);
});

test('joinPhoneGuests() leaves guests alone whose phone several addresses share, over all platforms', async () => {
  const shopify = `Name,Email,Phone,Created at,Lineitem quantity,Lineitem price
#1,cee@example.com,+44 20 7946 0003,2026-01-08 10:00:00 +0000,1,1
`;
  const { engine } = await readFiles(
    {
      'orders.csv': orders(
        '1,2026-01-05,ann@example.com,+44 20 7946 0001,1,1',
        '2,2026-01-06,bob@example.com,+44 20 7946 0001,1,1',
        '3,2026-01-07,,+44 20 7946 0001,1,1',
        '4,2026-01-07,,+44 20 7946 0003,1,1',
      ),
      'shopify.csv': shopify,
    },
    shopConfig({}),
  );
  expect(await engine.rows(CUSTOMERS)).toEqual([
    { by: 'phone', who: '+442079460001', orders: 1 },
    { by: 'email', who: 'ann@example.com', orders: 1 },
    { by: 'email', who: 'bob@example.com', orders: 1 },
    { by: 'email', who: 'cee@example.com', orders: 2 },
  ]);
});
