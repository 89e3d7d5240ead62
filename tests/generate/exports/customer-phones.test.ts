import { expect, test } from 'vitest';
import { readFiles } from './exports-fixture.ts';

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
