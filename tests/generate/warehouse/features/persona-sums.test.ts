import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import { readPersonaDays } from '#generate/warehouse/features/persona-days.ts';
import { readPersonaSplit, type SplitId } from '#generate/warehouse/features/persona-splits.ts';
import { readPersonaTotals } from '#generate/warehouse/features/persona-totals.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { insertRows, openShop, plantedOrder } from '../../content/persona-shop.ts';

const AS_OF = '2025-12-31';

/** Ann buys on two days, the first time with a discount and a gift; Bea once; Cay on one day twice. */
const CUSTOMERS = [
  {
    email: 'ann@example.com',
    kind: 'one',
    orders: [
      plantedOrder('2025-03-03', { discount: true, gift: true, returned: true }),
      plantedOrder('2025-04-02'),
      plantedOrder('2025-04-02', { discount: true }),
    ],
  },
  { email: 'bea@example.com', kind: 'one', orders: [plantedOrder('2025-11-08')] },
  {
    email: 'cay@example.com',
    kind: 'two',
    orders: [plantedOrder('2025-01-06', { returned: true }), plantedOrder('2025-01-06')],
  },
];

let engine: Engine;
beforeAll(async () => {
  engine = await openShop(CUSTOMERS);
  await insertRows(engine, 'returns', [
    // Ways in which tools write the same reason; a return of Bea's is younger than 90 days.
    {
      order_key: 'ann@example.com/1',
      quantity: 1,
      returned_on: '2025-04-20',
      reason: 'TOO_SMALL',
      outcome: 'exchange',
    },
    {
      order_key: 'bea@example.com/0',
      quantity: 1,
      returned_on: '2025-11-20',
      reason: ' Too small ',
      outcome: 'refund',
    },
    {
      order_key: 'cay@example.com/1',
      quantity: 1,
      returned_on: '2025-01-20',
      reason: 'Color',
      outcome: 'refund',
    },
    { order_key: null, quantity: 9, returned_on: '2025-01-20', reason: 'Color', outcome: 'refund' },
  ]);
  await createPurchaseOrders(engine, AS_OF);
  await createBuyerTotals(engine, AS_OF);
  await engine.run(
    `CREATE TEMP TABLE buyer_personas AS
     SELECT b.buyer, CASE WHEN c.email LIKE 'cay%' THEN 'two' ELSE 'one' END AS persona
     FROM buyers b JOIN customers c USING (customer)`,
  );
});
afterAll(() => {
  engine.close();
});

it('readPersonaTotals() counts first days, later orders and what came after a return', async () => {
  const totals = await readPersonaTotals(engine);
  expect([...totals.keys()].sort()).toEqual([null, 'one', 'two'].sort());
  const ratio = (
    persona: string | null,
    id: 'repeatDiscountShare' | 'exchangeShare' | 'discountRate' | 'springShare',
  ) => {
    const { numerator = 0, denominator = 0 } = totals.get(persona)?.ratios[id] ?? {};
    return [numerator, denominator];
  };
  expect(totals.get('one')).toMatchObject({
    customers: 2,
    orders: 4,
    firstDiscountCustomers: 1,
    firstGiftCustomers: 1,
    // Ann's gift was of her first day.
    laterGiftCustomers: 0,
    // Ann sent the first order back and ordered again; Bea's return is too young.
    returners: 1,
    returnersBack: 1,
  });
  expect(totals.get('two')).toMatchObject({ returners: 1, returnersBack: 0 });
  expect(ratio('one', 'repeatDiscountShare')).toEqual([1, 2]);
  expect(ratio('one', 'springShare')).toEqual([3, 4]);
  // 6 of 60 taken off twice, of four orders of 60.
  expect(ratio('one', 'discountRate')).toEqual([1200, 24_000]);
  // In hundredths of pieces: one of three returned pieces was exchanged.
  expect(ratio('one', 'exchangeShare')).toEqual([100, 300]);
  expect(totals.get(null)?.customers).toBe(3);
  // Ann bought in spring only, Bea in autumn only; Ann has orders with and without a discount.
  expect(totals.get('one')?.ratios.springShare).toMatchObject({ peopleIn: 1, peopleOut: 1 });
  expect(totals.get('one')?.ratios.discountShare).toMatchObject({ peopleIn: 1, peopleOut: 2 });
  expect(totals.get('one')?.ratios.averageOrderValue).toMatchObject({ peopleIn: null });
});

it('readPersonaDays() counts people by days, and watches those without a second purchase', async () => {
  const days = await readPersonaDays(engine);
  expect(days.get('one')).toEqual({
    recency: [
      { value: 53, count: 1 },
      { value: 273, count: 1 },
    ],
    gap: [{ value: 30, count: 1 }],
    second: [{ value: 30, count: 1 }],
    followUps: [
      { days: 30, events: 1, censored: 0 },
      { days: 53, events: 0, censored: 1 },
    ],
  });
  expect(days.get('two')?.gap).toEqual([]);
  expect(days.get(null)?.recency).toHaveLength(3);
});

it.each<[SplitId, Record<string, [number, number]>]>([
  ['returnReasons', { 'too small': [2, 200] }],
  ['firstChannels', { web: [2, 2] }],
  ['firstCodes', { TEN: [1, 1] }],
  ['weekdays', { 1: [1, 1], 3: [1, 2], 6: [1, 1] }],
  ['months', { 3: [1, 1], 4: [1, 2], 11: [1, 1] }],
])('readPersonaSplit() counts people and amounts by %s', async (split, expected) => {
  const { cells, wholes } = await readPersonaSplit(engine, split);
  const own = cells.filter(({ persona }) => persona === 'one');
  expect(
    Object.fromEntries(own.map(({ name, people, amount }) => [name, [people, amount]])),
  ).toEqual(expected);
  const whole = wholes.find(({ persona }) => persona === 'one');
  expect(whole?.amount).toBe(own.reduce((sum, { amount }) => sum + amount, 0));
});

it('readPersonaSplit() gives the sums of which an interval is made', async () => {
  const { cells, wholes } = await readPersonaSplit(engine, 'weekdays');
  // Ann: 1 on Monday, 2 on Wednesday, 3 in all; Bea: 1 on Saturday.
  expect(cells.find(({ persona, name }) => persona === 'one' && name === '3')).toMatchObject({
    squares: 4,
    products: 6,
  });
  expect(wholes.find(({ persona }) => persona === 'one')).toMatchObject({ people: 2, squares: 10 });
});
