import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#core/kpis/calendar.ts';
import { createKpiOrders } from '#generate/warehouse/kpis/kpi-orders.ts';
import { followUpsByWindow } from '#generate/warehouse/kpis/follow-ups-by-window.ts';
import { createKpiWindows } from '#generate/warehouse/kpis/kpi-windows-table.ts';
import { PURCHASE_DAYS } from '#generate/warehouse/kpis/purchase-days.ts';
import { repeatCountsByWindow } from '#generate/warehouse/kpis/repeat-counts-by-window.ts';
import { retentionSumsByWindow } from '#generate/warehouse/kpis/retention-sums-by-window.ts';
import { smallShop, type Order } from './small-shop.ts';

const AS_OF = '2024-06-30';
const DAYS = 90;

/** Windows that overlap, as month-ends do. */
const WINDOWS = [
  { id: 'a', beforeFrom: '2023-06-01', from: '2023-12-01', to: '2024-05-31' },
  { id: 'b', beforeFrom: '2023-07-01', from: '2024-01-01', to: '2024-06-30' },
  { id: 'c', beforeFrom: '2022-01-01', from: '2022-07-01', to: '2022-12-31' },
];

async function counted(orders: Order[]) {
  const engine = await smallShop(orders);
  try {
    await createKpiOrders(engine, AS_OF);
    await engine.run(PURCHASE_DAYS);
    await createKpiWindows(engine, {
      repeat: WINDOWS,
      firstPurchase: WINDOWS,
    });
    return {
      retention: await retentionSumsByWindow(engine, WINDOWS),
      repeat: await repeatCountsByWindow(engine, 'repeat'),
      followUps: await followUpsByWindow(engine, 'firstPurchase', AS_OF, DAYS),
    };
  } finally {
    engine.close();
  }
}

/** The same by loops over customers: slow, and too simple to be wrong in the same way. */
function oracle(orders: Order[]) {
  const identified = orders.filter(({ customer }) => customer !== null);
  const customers = [...new Set(identified.map(({ customer }) => customer))].sort();
  const of = (customer: string | null | undefined, from: string, to: string) =>
    identified.filter(
      (order) =>
        order.customer === customer && !order.cancelled && order.on >= from && order.on <= to,
    );
  const cents = (list: Order[]) =>
    list.reduce((sum, { lines = [] }) => sum + Math.round(Number(lines[0]?.value) * 100), 0);
  return WINDOWS.map(({ id, beforeFrom, from, to }) => {
    const cohort = customers
      .map((customer) => ({
        before: of(customer, beforeFrom, addDays(from, -1)),
        after: of(customer, from, to),
      }))
      .filter(({ before }) => before.length > 0);
    const days = customers
      .map((customer) => [...new Set(of(customer, from, to).map(({ on }) => on))])
      .filter((list) => list.length > 0);
    const first = customers.flatMap((customer) => {
      const list = [...new Set(of(customer, '2000-01-01', AS_OF).map(({ on }) => on))].sort();
      return list[0] !== undefined && list[0] >= from && list[0] <= to ? [list] : [];
    });
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      id,
      customers: cohort.length,
      kept: cohort.filter(({ after }) => after.length > 0).length,
      before: sum(cohort.map(({ before }) => cents(before))),
      after: sum(cohort.map(({ after }) => cents(after))),
      lesser: sum(cohort.map(({ before, after }) => Math.min(cents(before), cents(after)))),
      product: sum(cohort.map(({ before, after }) => cents(before) * cents(after))),
      buyers: days.length,
      repeaters: days.filter((list) => list.length > 1).length,
      firstTime: first.length,
      seconds: first.filter(([a = '', b]) => b !== undefined && b <= addDays(a, DAYS)).length,
      censoredEarly: first.filter(([a = '', b]) => b === undefined && AS_OF < addDays(a, DAYS))
        .length,
    };
  });
}

const order = fc.record({
  customer: fc.constantFrom('anna', 'ben', 'cleo', 'dora', null),
  on: fc.integer({ min: 0, max: 911 }).map((days) => addDays('2022-01-01', days)),
  cancelled: fc.boolean().map((yes) => yes),
  lines: fc.integer({ min: 1, max: 99_999 }).map((cents) => [{ value: (cents / 100).toFixed(2) }]),
});

test('the SQL of customers agrees with loops over customers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 60 }), async (orders) => {
      const { retention, repeat, followUps } = await counted(orders);
      for (const expected of oracle(orders)) {
        const kept = retention.get(expected.id);
        expect({
          customers: kept?.customers ?? 0,
          kept: kept?.kept ?? 0,
          before: Math.round((kept?.before ?? 0) * 100),
          after: Math.round((kept?.after ?? 0) * 100),
          lesser: Math.round((kept?.lesser ?? 0) * 100),
          product: kept?.beforeTimesAfterCents ?? 0,
        }).toEqual({
          customers: expected.customers,
          kept: expected.kept,
          before: expected.before,
          after: expected.after,
          lesser: expected.lesser,
          product: expected.product,
        });
        expect(repeat.get(expected.id)).toEqual({
          customers: expected.buyers,
          repeaters: expected.repeaters,
        });
        const watched = followUps.get(expected.id) ?? [];
        const total = (pick: (row: (typeof watched)[number]) => number) =>
          watched.reduce((sum, row) => sum + pick(row), 0);
        expect(total(({ events, censored }) => events + censored)).toBe(expected.firstTime);
        expect(total(({ events }) => events)).toBe(expected.seconds);
        expect(total(({ days, censored }) => (days < DAYS ? censored : 0))).toBe(
          expected.censoredEarly,
        );
      }
    }),
    { numRuns: 40 },
  );
});

test('repeatCountsByWindow() counts two orders of one day once', async () => {
  const { repeat } = await counted([{ on: '2024-02-01' }, { on: '2024-02-01' }]);
  expect(repeat.get('a')).toEqual({ customers: 1, repeaters: 0 });
});

test('retentionSumsByWindow() subtracts returns and credit notes from their customer', async () => {
  const { retention } = await counted([
    { on: '2023-08-01', lines: [{ value: '100' }] },
    { on: '2024-02-01', lines: [{ value: '80' }], returns: [{ value: '30', on: '2024-03-01' }] },
    { on: '2024-03-01', cancelled: true, lines: [{ value: '-10', quantity: -1 }] },
  ]);
  expect(retention.get('b')).toMatchObject({ customers: 1, kept: 1, before: 100, after: 40 });
});

test('followUpsByWindow() watches until as-of, or for the longest time that matters', async () => {
  const { followUps } = await counted([
    { on: '2024-01-01', customer: 'anna' },
    { on: '2024-03-31', customer: 'anna' },
    { on: '2024-01-01', customer: 'ben' },
    { on: '2024-04-01', customer: 'ben' },
    { on: '2024-06-20', customer: 'cleo' },
  ]);
  expect(followUps.get('b')).toEqual([
    { days: 10, events: 0, censored: 1 },
    { days: 90, events: 1, censored: 1 },
  ]);
});
