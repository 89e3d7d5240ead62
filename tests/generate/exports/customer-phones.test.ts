import { expect, test } from 'vitest';
import { readFiles, shopConfig } from './exports-fixture.ts';

test('readExports() knows every phone of somebody who is known by an e-mail address', async () => {
  const { engine } = await readFiles({
    'orders.csv': `order,placedAt,email,phone,sku,quantity,unitPrice
1,2026-10-05,ann@example.com,+1 555 017 0001,A,1,20
2,2026-10-06,ann@example.com,+1 555 017 0002,A,1,20
3,2026-10-07,,+1 555 017 0003,A,1,20
`,
  });
  expect(await engine.rows('SELECT phone FROM customers ORDER BY phone')).toEqual([
    { phone: '+15550170001' },
    { phone: '+15550170003' },
  ]);
  expect(await engine.rows('SELECT phone FROM customer_phones')).toEqual([
    { phone: '+15550170002' },
  ]);
});

test('readExports() takes the phone of a customers export where no order has one', async () => {
  const { engine } = await readFiles({
    'orders.csv': `order,placedAt,email,sku,quantity,unitPrice
1,2026-10-05,ann@example.com,A,1,20
`,
    'customers.csv': `customerId,email,phone,acceptsMarketing
7,ann@example.com,+1 555 017 0002,true
7,ann@example.com,+1 555 017 0001,true
8,never-bought@example.com,+1 555 017 0009,true
`,
  });
  expect(await engine.rows('SELECT phone FROM customers')).toEqual([{ phone: '+15550170001' }]);
  expect(await engine.rows('SELECT phone FROM customer_phones')).toEqual([
    { phone: '+15550170002' },
  ]);
});

const HEADER = 'order,placedAt,email,phone,country,sku,quantity,unitPrice';
const order = (number: number, email: string, phone: string, country = ''): string =>
  `${number},2026-10-0${number},${email},${phone},${country},A,1,20`;

/** E-mail addresses and phones of the customers, and by how many customers the orders were. */
async function buyers(rows: string[], timeZone = 'America/New_York'): Promise<unknown[]> {
  const config = shopConfig({ timeZone });
  const { engine } = await readFiles({ 'orders.csv': `${[HEADER, ...rows].join('\n')}\n` }, config);
  const [found] = await engine.rows('SELECT count(DISTINCT customer)::INTEGER AS n FROM orders');
  const customers = await engine.rows<{ email: string | null; phone: string }>(
    'SELECT email, phone FROM customers ORDER BY phone, email',
  );
  return [found?.['n'], ...customers.map(({ email, phone }) => email ?? phone)];
}

test.each<[string, string[], string | undefined, unknown[]]>([
  [
    'takes a phone as dialled in the country of the order for the one that is written with its number',
    [
      order(1, '', '06 10 06 36 22', 'FR'),
      order(2, '', "'+33610063622", 'FR'),
      order(3, '', '0610063622'),
    ],
    undefined,
    [1, '+33610063622'],
  ],
  [
    'takes the country of the shop’s time zone where no order states one',
    [order(1, '', '06 10 06 36 22'), order(2, '', '0033 6 10 06 36 22')],
    'Europe/Paris',
    [1, '+33610063622'],
  ],
  [
    'knows Brazil’s numbers as they are written there, without the carrier’s',
    [order(1, '', '(21) 91000-0131', 'BR'), order(2, '', "'+5521910000131", 'BR')],
    undefined,
    [1, '+5521910000131'],
  ],
  [
    'keeps people of two countries apart whose phones are dialled alike',
    [order(1, '', '0610063622', 'BE'), order(2, '', '+33610063622', 'FR')],
    'Europe/Paris',
    [2, '+33610063622', '0610063622'],
  ],
  [
    'keeps a phone apart that orders of two countries have',
    [
      order(1, '', '0610063622', 'BE'),
      order(2, '', '0610063622', 'FR'),
      order(3, '', '+33610063622', 'FR'),
    ],
    'Europe/Paris',
    [2, '+33610063622', '0610063622'],
  ],
  [
    'keeps the zero where a country dials it from abroad too',
    [order(1, '', '0610063622', 'IT'), order(2, '', '+39610063622', 'IT')],
    'Europe/Rome',
    [2, '+39610063622', '0610063622'],
  ],
  [
    'takes a phone of a country without a number in front for the one with its number',
    [
      order(1, '', '612 34 56 78', 'ES'),
      order(2, '', '+34 612 34 56 78', 'ES'),
      order(3, '', '0612 345 678', 'IT'),
      order(4, '', '+39 0612 345 678', 'IT'),
      order(5, '', '20 12 34 56', 'DK'),
      order(6, '', '+45 20 12 34 56', 'DK'),
    ],
    undefined,
    [3, '+34612345678', '+390612345678', '+4520123456'],
  ],
  [
    'takes the three ways in which Americans write a phone for one',
    [
      order(1, '', '(555) 017-0001', 'US'),
      order(2, '', '1-555-017-0001', 'US'),
      order(3, '', '+1 555 017 0001', 'CA'),
    ],
    undefined,
    [1, '+15550170001'],
  ],
  [
    'takes what Hungarians and Russians dial in front off',
    [
      order(1, '', '06 20 123 4567', 'HU'),
      order(2, '', '+36 20 123 4567', 'HU'),
      order(3, '', '8 912 345-67-89', 'RU'),
      order(4, '', '912 345-67-89', 'RU'),
      order(5, '', '+7 912 345-67-89', 'RU'),
    ],
    undefined,
    [2, '+36201234567', '+79123456789'],
  ],
  [
    'keeps phones apart that are the same digits in two countries',
    [order(1, '', '912345678', 'PT'), order(2, '', '+34912345678', 'ES')],
    'Europe/Madrid',
    [2, '+34912345678', '912345678'],
  ],
  [
    'keeps a phone apart whose country nobody states',
    [order(1, '', '612345678'), order(2, '', '+34612345678')],
    'UTC',
    [2, '+34612345678', '612345678'],
  ],
  [
    'finds the one e-mail address by either form of its phone',
    [order(1, 'ann@example.com', '06 10 06 36 22', 'FR'), order(2, '', '+33610063622', 'FR')],
    undefined,
    [1, 'ann@example.com'],
  ],
  [
    'takes a phone for nobody’s that two e-mail addresses have in two forms',
    [
      order(1, 'ann@example.com', '0610063622', 'FR'),
      order(2, 'bob@example.com', '+33610063622', 'FR'),
      order(3, '', '0610063622', 'FR'),
    ],
    undefined,
    [3, '+33610063622', 'ann@example.com', 'bob@example.com'],
  ],
])('readExports() %s', async (_, rows, timeZone, expected) => {
  const found = await buyers(rows, timeZone);
  expect([found[0], ...found.slice(1).sort()]).toEqual(expected);
  expect((await buyers(rows.toReversed(), timeZone)).toSorted()).toEqual(found.toSorted());
});

test('readExports() knows who opened a ticket by either form of a phone', async () => {
  const { engine } = await readFiles({
    'orders.csv': `${[HEADER, order(1, '', '06 10 06 36 22', 'FR'), order(2, '', '+33610063622', 'FR')].join('\n')}\n`,
    'tickets.csv': `ticket,openedAt,phone\n1,2026-10-05,0610063622\n2,2026-10-06,+33610063622\n`,
  });
  const found = await engine.rows(
    'SELECT count(customer)::INTEGER AS known, count(DISTINCT customer)::INTEGER AS people FROM tickets',
  );
  expect(found).toEqual([{ known: 2, people: 1 }]);
  expect(await engine.rows('SELECT phone FROM customer_phones')).toEqual([{ phone: '0610063622' }]);
});
