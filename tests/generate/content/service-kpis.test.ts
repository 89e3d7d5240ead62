import { expect, test } from 'vitest';
import { addDays } from '#core/kpis/calendar.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import { assembleKpis } from '#generate/content/kpis.ts';
import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import { contextOf, insert, smallShop } from '../warehouse/kpis/small-shop.ts';

const AS_OF = '2025-12-31';

/** A shop of forty customers with one order each, and what its exports hold of delivery and service. */
async function shop(): Promise<Engine> {
  const engine = await smallShop(
    Array.from({ length: 40 }, (_, i) => ({ on: '2025-06-01', customer: `customer-${i}` })),
  );
  await engine.run(
    `INSERT INTO customers SELECT DISTINCT customer, customer_id, customer, 'email', NULL, NULL, NULL FROM orders`,
  );
  return engine;
}

async function addParcels(engine: Engine, parcels: Parameter[][]): Promise<void> {
  await insert(engine, 'shipments', ['order_key', 'promised_on', 'delivered_on'], parcels);
}

async function kpisOf(engine: Engine): Promise<Kpi[]> {
  const sources = { orders: ['shop'], shipments: ['parcels'], tickets: ['desk'] };
  const { kpis } = await assembleKpis(contextOf(engine, AS_OF, { sources }));
  return kpis;
}

function current(kpis: Kpi[], id: string) {
  return kpis.find((kpi) => kpi.id === id)?.facts.find((fact) => fact.id === 'current');
}

test('assembleKpis() has no KPI of delivery and service where no export holds anything for it', async () => {
  const engine = await shop();
  await addParcels(engine, [['order-1', null, '2025-06-05']]);
  expect((await kpisOf(engine)).map(({ id }) => id)).not.toContain('on-time-delivery');
  engine.close();
});

test('assembleKpis() counts parcels that came on the promised day or before, on the day they came', async () => {
  const engine = await shop();
  await addParcels(
    engine,
    Array.from({ length: 40 }, (_, i) => [
      `order-${i}`,
      '2025-06-10',
      addDays('2025-06-10', i < 30 ? -(i % 3) : 1),
    ]),
  );
  // Nobody knows yet when this one comes, and this one came after as-of.
  await addParcels(engine, [
    ['order-0', '2025-12-01', null],
    ['order-1', '2025-12-01', '2026-01-02'],
  ]);
  const kpis = await kpisOf(engine);
  expect(current(kpis, 'on-time-delivery')).toMatchObject({
    status: 'ok',
    value: 0.75,
    n: 40,
    period: { from: '2025-06-08', to: AS_OF },
    sources: ['parcels'],
  });
  const series = kpis.find(({ id }) => id === 'on-time-delivery')?.series ?? [];
  expect(series[0]).toMatchObject({
    month: '2025-06',
    measure: { numerator: 30, denominator: 40 },
  });
  engine.close();
});

test('assembleKpis() shows the share of right parcels among those checked, and none of fewer than ten people', async () => {
  const engine = await shop();
  const check = (order: number, correct: boolean) => [`order-${order}`, '2025-07-01', correct];
  const columns = ['order_key', 'checked_on', 'correct'];
  // Nine people, however often their orders are opened again.
  await insert(
    engine,
    'fulfilment_checks',
    columns,
    Array.from({ length: 27 }, (_, i) => check(i % 9, i > 2)),
  );
  expect(current(await kpisOf(engine), 'order-accuracy')).toMatchObject({ status: 'suppressed' });
  await insert(engine, 'fulfilment_checks', columns, [check(9, true)]);
  expect(current(await kpisOf(engine), 'order-accuracy')).toMatchObject({
    status: 'ok',
    value: 25 / 28,
    n: 28,
  });
  engine.close();
});

test('assembleKpis() counts questions settled at once, and how long half of the people wait', async () => {
  const engine = await shop();
  const columns = [
    ...['ticket', 'source', 'customer', 'opened_at', 'opened_on', 'closed_at'],
    ...['first_reply', 'contacts'],
  ];
  const ticket = (i: number, change: Record<string, Parameter> = {}): Parameter[] => {
    const day = '2025-08-01';
    const usual: Record<string, Parameter> = {
      ticket: `desk:${i}`,
      source: 'desk',
      customer: `customer-${i}`,
      opened_at: day,
      opened_on: day,
      closed_at: '2025-08-02',
      first_reply: i < 20 ? 30.3 : 720.4,
      contacts: i < 24 ? 1 : 3,
    };
    return columns.map((column) => ({ ...usual, ...change })[column] ?? null);
  };
  await insert(engine, 'tickets', columns, [
    ...Array.from({ length: 30 }, (_, i) => ticket(i)),
    // Closed by a rule, never answered; still open; contacts not counted.
    ticket(30, { first_reply: null }),
    ticket(31, { closed_at: null }),
    ticket(32, { contacts: null }),
  ]);
  const kpis = await kpisOf(engine);
  expect(current(kpis, 'first-contact-resolution')).toMatchObject({ value: 24 / 30, n: 30 });
  expect(current(kpis, 'time-to-first-answer')).toMatchObject({
    value: 30.3 / 60,
    unit: 'hours',
    n: 32,
    sources: ['desk'],
  });
  engine.close();
});

test('assembleKpis() leaves a figure of delivery or service to the tool that states it', async () => {
  const engine = await shop();
  await addParcels(
    engine,
    Array.from({ length: 40 }, (_, i) => [`order-${i}`, '2025-06-10', '2025-06-10']),
  );
  await insert(
    engine,
    'kpi_snapshots',
    ['source', 'kpi', 'period_from', 'period_to', 'value', 'unit'],
    [['Parcel tool', 'On-time delivery', '2025-12-01', '2025-12-31', 0.9, 'ratio']],
  );
  const found = (await kpisOf(engine)).filter(({ label }) => label === 'On-time delivery');
  expect(found.map(({ id, computedBy }) => [id, computedBy])).toEqual([
    ['on-time-delivery', 'Parcel tool'],
  ]);
  engine.close();
});

test('assembleKpis() counts parcels, checks and tickets where there is no order', async () => {
  const engine = await smallShop([]);
  await addParcels(
    engine,
    Array.from({ length: 40 }, () => [null, '2025-06-10', '2025-06-09']),
  );
  const context = contextOf(engine, AS_OF, { sources: { shipments: ['parcels'] }, period: null });
  const { kpis } = await assembleKpis(context);
  expect(kpis.map(({ id }) => id)).toEqual(['on-time-delivery']);
  expect(current(kpis, 'on-time-delivery')).toMatchObject({ status: 'ok', value: 1, n: 40 });
  engine.close();
});
