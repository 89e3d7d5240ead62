import { addDays } from '#core/kpis/calendar.ts';
import { expect, it } from 'vitest';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { openShop, plantedOrder } from '../../content/persona-shop.ts';

/** Days of orders of which it is not known whether they came back: the last two, of which none did, or nobody knows. */
async function unknownDays(asOf: string, daysApart: number): Promise<string[]> {
  const returned = Array.from({ length: 10 }, (_, at) => addDays('2025-03-01', at * daysApart));
  const kept = [addDays(returned.at(-1) ?? '', 1), asOf];
  const orders = [
    ...returned.map((day) => plantedOrder(day, { returned: true })),
    ...kept.map((day) => plantedOrder(day)),
  ];
  const engine = await openShop([{ email: 'ann@example.com', kind: 'one', orders }]);
  try {
    await engine.run(
      'UPDATE returns SET returned_on = o.placed_on FROM orders o WHERE o.order_key = returns.order_key',
    );
    await createPurchaseOrders(engine, asOf);
    const rows = await engine.rows<{ day: string }>(
      `SELECT CAST(placed_on AS VARCHAR) AS day FROM purchase_orders
       WHERE returned_items IS NULL ORDER BY day`,
    );
    return rows.map(({ day }) => day);
  } finally {
    engine.close();
  }
}

it('createPurchaseOrders() takes no order for kept that is younger than an export of returns that ended', async () => {
  expect(await unknownDays('2025-05-01', 1)).toEqual(['2025-03-11', '2025-05-01']);
});

it('createPurchaseOrders() takes no rare returns, and no month without one, for an export that ended', async () => {
  // Every twenty days: fifty of silence are no wonder.
  expect(await unknownDays('2025-10-17', 20)).toEqual([]);
  expect(await unknownDays('2025-04-09', 1)).toEqual([]);
});
