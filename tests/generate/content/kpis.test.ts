import { expect, test } from 'vitest';
import { addDays } from '#core/kpis/calendar.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import { isUneditedDraft } from '#generate/content/draft-mdx.ts';
import { assembleKpis } from '#generate/content/kpis.ts';
import type { Parameter } from '#generate/warehouse/engine.ts';
import { contextOf, insert, smallShop, type Order } from '../warehouse/kpis/small-shop.ts';

const AS_OF = '2025-12-31';
const SNAPSHOT = [
  ...['source', 'kpi', 'period_from', 'period_to', 'value', 'unit', 'n'],
  ...['numerator', 'denominator'],
];

/** Sixty customers who buy for 20 in each January from 2023 on; two thirds come back in June for 10. */
const regulars: Order[] = [2023, 2024, 2025].flatMap((year) =>
  Array.from({ length: 60 }, (_, i) => i).flatMap((i) => [
    { on: addDays(`${year}-01-01`, i % 20), customer: `customer-${i}` },
    ...(i % 3 === 0
      ? []
      : [{ on: `${year}-06-15`, customer: `customer-${i}`, lines: [{ value: '10' }] }]),
  ]),
);

async function kpisOf(orders: Order[], snapshots: Parameter[][] = [], noOrders = false) {
  const engine = await smallShop(orders);
  try {
    await insert(
      engine,
      'kpi_snapshots',
      SNAPSHOT,
      snapshots.map((row) => [...row, null, null].slice(0, SNAPSHOT.length)),
    );
    return await assembleKpis(contextOf(engine, AS_OF, noOrders ? { period: null } : {}));
  } finally {
    engine.close();
  }
}

function fact(kpis: Kpi[], id: string, name = 'current') {
  return kpis.find((kpi) => kpi.id === id)?.facts.find((one) => one.id === name);
}

test('assembleKpis() says which figures too few customers decide, and counts money as it is', async () => {
  const few = regulars.filter(({ customer }) => /-1?\d$/.test(customer ?? ''));
  const { kpis } = await kpisOf(few);
  for (const id of ['average-order-value', 'net-revenue-retention']) {
    expect(fact(kpis, id)).toMatchObject({ status: 'ok', intervalUnknown: true });
  }
  expect(fact(kpis, 'repeat-purchase-rate')).not.toHaveProperty('intervalUnknown');
  expect(fact(kpis, 'net-revenue')).not.toHaveProperty('intervalUnknown');
});

test('assembleKpis() computes the six over equal years', async () => {
  const { kpis, files } = await kpisOf(regulars);
  expect(fact(kpis, 'net-revenue')).toMatchObject({ value: 60 * 20 + 40 * 10, n: 100 });
  expect(fact(kpis, 'net-revenue-retention')).toMatchObject({ value: 1, n: 60 });
  expect(fact(kpis, 'net-revenue-retention', 'customersKept')).toMatchObject({ value: 1 });
  expect(fact(kpis, 'repeat-purchase-rate')).toMatchObject({
    value: 40 / 60,
    period: { from: '2025-01-01', to: '2025-12-31' },
  });
  expect(fact(kpis, 'average-order-value')).toMatchObject({ value: 16 });
  expect(fact(kpis, 'net-revenue', 'change')).toMatchObject({ value: 0, unit: 'ratio' });
  expect(fact(kpis, 'repeat-purchase-rate', 'change')).toMatchObject({ value: 0, unit: 'points' });
  expect(fact(kpis, 'second-purchase-within-90-days')).toMatchObject({
    status: 'unavailable',
    reason: 'No first-time buyers in this period',
  });
  expect(files.map(({ path }) => path)).toContain('kpis/net-revenue-retention.mdx');
});

test('assembleKpis() says that a return rate needs returns, instead of 0', async () => {
  const { kpis } = await kpisOf(regulars);
  expect(fact(kpis, 'return-rate')).toMatchObject({ status: 'unavailable', value: null });
  const known = await kpisOf([...regulars, { on: '2025-03-01', customer: 'last', refund: '0' }]);
  expect(fact(known.kpis, 'return-rate')).toMatchObject({ status: 'ok', value: 0 });
});

test('assembleKpis() measures returns of sources that tell them, and says which do not', async () => {
  const shop = regulars.map((order, at) => ({ ...order, refund: at % 4 === 0 ? '5' : '0' }));
  const market = regulars.map((order) => ({ ...order, customer: null, source: 'amazon' }));
  const [alone, both] = [await kpisOf(shop), await kpisOf([...shop, ...market])];
  const entry = (id: string) => both.kpis.find((kpi) => kpi.id === id);
  expect(fact(alone.kpis, 'return-rate')?.value).toBeGreaterThan(0.05);
  for (const name of ['current', 'yearAgo'])
    expect(fact(both.kpis, 'return-rate', name)).toEqual(fact(alone.kpis, 'return-rate', name));
  expect(fact(both.kpis, 'average-order-value')?.n).toBe(200);
  expect(entry('return-rate')?.caveats).toContain(
    'Without orders of Amazon, of which no export says what came back.',
  );
  expect(entry('net-revenue')?.caveats).toContain(
    'No export says what came back of orders of Amazon: they count in full.',
  );
  expect(alone.kpis.flatMap(({ caveats }) => caveats).join()).not.toContain('No export says');
});

test('assembleKpis() takes no order for kept that another sent than those of whom returns are told', async () => {
  const byAmazon = regulars.map((order, at) => ({
    ...order,
    source: 'amazon-orders',
    returns: at % 4 === 0 ? [{ value: '5', on: '2025-07-01' }] : [],
  }));
  const byMerchant = regulars.map((order) => ({
    ...order,
    source: 'amazon-orders',
    sender: 'merchant',
  }));
  const [alone, both] = [await kpisOf(byAmazon), await kpisOf([...byAmazon, ...byMerchant])];
  const entry = both.kpis.find(({ id }) => id === 'return-rate');
  expect(fact(both.kpis, 'return-rate')).toEqual(fact(alone.kpis, 'return-rate'));
  expect(entry?.caveats).toContain(
    'Without orders of Amazon (sent by the merchant), of which no export says what came back.',
  );
  // A return of one of them says that theirs are told, too.
  const [first, ...others] = byMerchant;
  if (!first) throw new Error('Expected an order');
  const told = { ...first, returns: [{ value: '5', on: '2023-02-01' }] };
  const all = await kpisOf([...byAmazon, told, ...others]);
  expect(fact(all.kpis, 'return-rate')?.n).toBe(200);
  expect(all.kpis.flatMap(({ caveats }) => caveats).join()).not.toContain('No export says');
});

test('assembleKpis() keeps the monthly return rates beside a few untold orders, and tells nothing of these', async () => {
  const shop = regulars.map((order) => ({ ...order, refund: '2' }));
  const market = ['2024-01-03', '2024-06-03', '2024-06-09', '2025-01-07'].map((on) => ({
    ...{ on, customer: null, source: 'amazon', lines: [{ value: '15' }] },
  }));
  const { kpis } = await kpisOf([...shop, ...market]);
  const entry = (id: string) => kpis.find((kpi) => kpi.id === id);
  const months = (id: string) => entry(id)?.series.map(({ measure }) => measure) ?? [];
  const bought = months('average-order-value');
  const kept = months('net-revenue').map(({ numerator }) => numerator);
  expect(bought.filter(({ status }) => status === 'ok')).toHaveLength(6);
  // What the other KPIs say of the same orders, and nothing else: nothing is left to subtract.
  expect(
    months('return-rate').map(({ n, numerator, denominator }) => ({ n, numerator, denominator })),
  ).toEqual(
    bought.map(({ n, numerator }, at) => ({
      ...{ n, denominator: numerator },
      numerator: numerator === null ? null : numerator - (kept[at] ?? 0),
    })),
  );
  expect(entry('return-rate')?.caveats.at(-1)).toMatch(/^Where such orders are of fewer than 10/);
});

test('assembleKpis() withholds the rate of a month in which few untold orders bring more than a tenth', async () => {
  const shop = regulars.map((order) => ({ ...order, refund: '0' }));
  const market = { on: '2024-06-03', customer: null, source: 'amazon', lines: [{ value: '60' }] };
  const { kpis } = await kpisOf([...shop, market]);
  const june = (id: string) =>
    kpis.find((kpi) => kpi.id === id)?.series.find(({ month }) => month === '2024-06')?.measure;
  expect(june('average-order-value')?.status).toBe('ok');
  expect(june('return-rate')?.status).toBe('suppressed');
});

test('assembleKpis() publishes no return rate where no return finds its order', async () => {
  // An export whose refunds are all 0 cannot say that nothing came back, either.
  const engine = await smallShop([
    ...regulars,
    { on: '2025-03-01', customer: 'last', refund: '0' },
  ]);
  await insert(
    engine,
    'returns',
    ['order_key', 'quantity', 'value', 'returned_on'],
    [[null, 1, 20, '2025-04-01']],
  );
  const { kpis } = await assembleKpis(contextOf(engine, AS_OF));
  engine.close();
  expect(fact(kpis, 'return-rate')).toMatchObject({
    status: 'unavailable',
    value: null,
    reason:
      'None of the returns is of an order in the exports: compare the order numbers of both exports',
  });
});

test('assembleKpis() marks months whose returns may still come', async () => {
  const { kpis } = await kpisOf([...regulars, { on: '2025-11-20' }]);
  const series = kpis.find(({ id }) => id === 'net-revenue')?.series ?? [];
  expect(series).toHaveLength(36);
  expect(series.find(({ month }) => month === '2025-10')?.mature).toBe(true);
  expect(series.find(({ month }) => month === '2025-11')?.mature).toBe(false);
});

test('assembleKpis() marks a year of net revenue retention whose returns may still come', async () => {
  const { kpis } = await kpisOf(regulars);
  const series = kpis.find(({ id }) => id === 'net-revenue-retention')?.series ?? [];
  expect(series.slice(-4).map(({ month, mature }) => [month, mature])).toEqual([
    ['2025-09', true],
    ['2025-10', true],
    ['2025-11', false],
    ['2025-12', false],
  ]);
});

test('assembleKpis() withholds a month of few people, and one more against subtraction', async () => {
  const { kpis } = await kpisOf([...regulars, { on: '2025-03-03' }]);
  const series = kpis.find(({ id }) => id === 'net-revenue')?.series ?? [];
  const suppressed = series.filter(({ measure }) => measure.status === 'suppressed');
  expect(suppressed.map(({ month }) => month)).toEqual(['2025-03', '2025-06']);
  expect(suppressed.every(({ measure }) => measure.numerator === null && measure.n === 0)).toBe(
    true,
  );
});

test('assembleKpis() asks for the years that retention needs', async () => {
  const engine = await smallShop(regulars);
  const context = contextOf(engine, AS_OF, { period: { from: '2024-06-01', to: AS_OF } });
  const { kpis } = await assembleKpis(context);
  engine.close();
  expect(fact(kpis, 'net-revenue-retention')).toMatchObject({
    status: 'unavailable',
    reason: 'Needs orders from 2024-01-01 on; the exports begin on 2024-06-01',
  });
  // Everybody reads this: what a setting is called is said on /method/ and in the terminal.
  expect(fact(kpis, 'repeat-purchase-rate', 'yearAgo')).toMatchObject({
    status: 'unavailable',
    reason: 'Needs orders from 2024-01-01 on; the exports begin on 2024-06-01',
  });
});

test('assembleKpis() writes the same whatever the order of rows', async () => {
  const there = await kpisOf(regulars);
  const back = await kpisOf([...regulars].reverse());
  expect(back.files).toEqual(there.files);
});

test('assembleKpis() drafts pages that count as not edited', async () => {
  const { files } = await kpisOf(regulars);
  const drafts = files.filter(({ kind }) => kind === 'draft');
  expect(drafts).toHaveLength(6);
  expect(drafts.every(({ text }) => isUneditedDraft(text))).toBe(true);
});

test('assembleKpis() takes in figures of other tools with the tool’s name', async () => {
  const { kpis } = await kpisOf(
    [],
    [
      ['helpdesk', 'First-call resolution', '2024-11-01', '2024-11-30', 60, '%', 400],
      ['helpdesk', 'First-call resolution', '2025-11-01', '2025-11-30', 67.5, '%', 500],
    ],
    true,
  );
  expect(kpis).toHaveLength(1);
  expect(kpis[0]).toMatchObject({
    id: 'first-call-resolution',
    label: 'First-call resolution',
    computedBy: 'helpdesk',
    unit: 'ratio',
  });
  expect(fact(kpis, 'first-call-resolution')).toMatchObject({
    value: 0.675,
    sources: ['helpdesk'],
  });
  expect(fact(kpis, 'first-call-resolution', 'change')?.value).toBeCloseTo(0.075, 12);
});

test('assembleKpis() keeps hostile names as text and makes harmless ids of them', async () => {
  const names = ['../../x', '<script>alert(1)</script>', '{process.exit()}', 'Net revenue', '顧客'];
  const { kpis, files } = await kpisOf(
    regulars,
    names.map((name) => ['tool', name, '2025-11-01', '2025-11-30', 1, 'count', 500]),
  );
  const foreign = kpis.filter(({ computedBy }) => computedBy === 'tool');
  expect(foreign.map(({ label }) => label).sort()).toEqual([...names].sort());
  expect(foreign.map(({ id }) => id).sort()).toEqual([
    expect.stringMatching(/^kpi-[0-9a-f]{8}$/),
    expect.stringMatching(/^net-revenue-[0-9a-f]{8}$/),
    'process-exit',
    'script-alert-1-script',
    'x',
  ]);
  for (const { kind, text } of files) {
    if (kind === 'draft') expect(text.split('\n---\n')[1]).not.toMatch(/script|process/);
  }
});

test('assembleKpis() gives a foreign share its interval only where its counts agree with it', async () => {
  const { kpis } = await kpisOf(
    [],
    [
      ['t', 'Agrees', '2025-11-01', '2025-11-30', 0.95, 'ratio', 100, 95, 100],
      ['t', 'Differs', '2025-11-01', '2025-11-30', 0.5, 'ratio', 100, 95, 100],
    ],
    true,
  );
  expect(fact(kpis, 'agrees')).toMatchObject({ interval: { method: 'Wilson score' } });
  expect(fact(kpis, 'differs')).not.toHaveProperty('interval');
});

test('assembleKpis() withholds a foreign figure over few people', async () => {
  const { kpis } = await kpisOf(
    [],
    [['t', 'NPS', '2025-11-01', '2025-11-30', 40, 'points', 7]],
    true,
  );
  expect(fact(kpis, 'nps')).toMatchObject({ status: 'suppressed', value: null });
});

test('assembleKpis() shows a tool’s figure of the running year up to as-of, and that it is not over', async () => {
  const { kpis } = await kpisOf(regulars, [
    ['Desk', 'Order accuracy', '2025-01-01', '2025-11-30', 96, 'percent', 900],
    ['Desk', 'Order accuracy', '2025-01-01', '2026-06-30', 97, 'percent', 1000],
    ['Desk', 'Order accuracy', '2026-01-01', '2026-12-31', 90, 'percent', 1000],
  ]);
  const period = { from: '2025-01-01', to: AS_OF };
  expect(fact(kpis, 'order-accuracy')).toMatchObject({ value: 0.97, period });
  const kpi = kpis.find(({ id }) => id === 'order-accuracy');
  expect(kpi?.series.map(({ month, mature }) => [month, mature])).toEqual([
    ['2025-11', true],
    ['2025-12', false],
  ]);
  expect(kpi?.caveats).toContain('The period is not over: this is what Desk had counted so far.');
});

test('assembleKpis() drafts no sentence on a figure that there is not', async () => {
  const { files } = await kpisOf(regulars);
  for (const { path, text } of files.filter(({ kind }) => kind === 'draft')) {
    expect(text, path).toContain(
      '<Claim when="current >= 0">\n  It stands at <Fact is="current" />.',
    );
  }
});

test('assembleKpis() takes how far another tool’s months lie apart for how sure a figure without counts is', async () => {
  const months = Array.from({ length: 14 }, (_, at) => {
    const month = `${2024 + Math.floor((at + 10) / 12)}-${String(((at + 10) % 12) + 1).padStart(2, '0')}`;
    return { from: `${month}-01`, to: `${month}-28`, value: String(1 + (at % 2) / 2) };
  });
  const rows = (unit: string, from?: string): Parameter[][] =>
    months.map((month) => ['desk', 'Wait', from ?? month.from, month.to, month.value, unit, null]);
  const wait = async (unit: string, from?: string) =>
    fact((await kpisOf([], rows(unit, from), true)).kpis, 'wait');
  expect(await wait('hours')).toHaveProperty('interval.low', expect.closeTo(1.5 - 0.8685, 3));
  // A sum is what it is, and figures that share days lie closer than two years do.
  expect(await wait('count')).not.toHaveProperty('interval');
  expect(await wait('hours', '2024-01-01')).not.toHaveProperty('interval');
});
