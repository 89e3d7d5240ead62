import { expect, test } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

test('abandoned-baskets.csv brings baskets and who left them, and makes nobody a buyer', async () => {
  const { engine, files } = await readFiles(
    {
      'orders.csv': ordersCsv('1,2026-10-01,anna@example.com,A,Jeans,1,20'),
      'abandoned-baskets.csv': [
        'basket,abandonedOn,recoveredOn,email,phone',
        'b1,2026-10-28,,Anna@Example.com,',
        'b2,2026-10-29,2026-10-30,guest@example.com,',
        'b3,2026-10-29,,,+4915112345678',
        'b4,2026-10-29,,,',
        'b5,soon,,late@example.com,',
      ].join('\n'),
    },
    shopConfig({ limits: { rejectedShare: 1 } }),
  );
  expect(files.find(({ adapter }) => adapter === 'generic-abandoned-baskets')?.rows).toEqual({
    in: 5,
    used: 3,
    ignored: 0,
    rejected: 2,
  });
  expect(
    await engine.rows(
      `SELECT basket, coalesce(email, phone) AS who, CAST(abandoned_on AS VARCHAR) AS "left",
         CAST(recovered_on AS VARCHAR) AS "back"
       FROM abandoned_baskets LEFT JOIN customers USING (customer) ORDER BY basket`,
    ),
  ).toEqual([
    {
      basket: 'generic-abandoned-baskets:b1',
      who: 'anna@example.com',
      left: '2026-10-28',
      back: null,
    },
    {
      basket: 'generic-abandoned-baskets:b2',
      who: 'guest@example.com',
      left: '2026-10-29',
      back: '2026-10-30',
    },
    {
      basket: 'generic-abandoned-baskets:b3',
      who: '+4915112345678',
      left: '2026-10-29',
      back: null,
    },
  ]);
});
