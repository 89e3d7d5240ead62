import { expect, it } from 'vitest';
import { computeTotals } from '#generate/warehouse/totals.ts';
import { ORDERS_HEADER, readFiles, shopConfig } from '../exports/exports-fixture.ts';

it('computeTotals() follows the definitions of the report', async () => {
  const rows = [
    '1,2026-01-01,ann@example.com,S1,Mug,2,0.0625,',
    '2,2026-01-02,ann@example.com,S1,Mug,1,0,',
    '3,2026-01-01,bob@example.com,S1,Mug,1,5,',
    '3,2026-01-01,bob@example.com,POST,Postage,1,3,',
    '4,2026-01-02,bob@example.com,S1,Mug,1,5,yes',
    '5,2026-01-03,bob@example.com,S1,Mug,-1,5,',
    '6,2026-01-03,cid@example.com,S1,Mug,1,5,yes',
    '7,2026-01-03,,S1,Mug,1,5,',
  ];
  const text = `${ORDERS_HEADER},cancelled\n${rows.join('\n')}\n`;
  const config = shopConfig({ nonProducts: ['^POST$'] });
  const { engine } = await readFiles({ 'orders.csv': text }, config);
  expect(await computeTotals(engine, config)).toEqual({
    orders: 7,
    cancelledOrders: 2,
    orderLines: 8,
    // 1, 3 and the postage; not: price zero, cancelled, returned, nobody's.
    validLines: 3,
    // With cid, who only cancelled.
    customers: 3,
    // Without cid: the customers of Portraits.
    buyers: 2,
    // Ann: a price of zero counts as a purchase. Bob's other days are a cancellation and a return.
    repeatCustomers: 1,
    // 0.125 + 5 + 3, a half to the even cent.
    revenue: 8.12,
    currency: 'GBP',
  });
});
