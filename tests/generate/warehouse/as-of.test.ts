import { describe, expect, it } from 'vitest';
import { applyAsOf, resolveAsOf } from '#generate/warehouse/as-of.ts';
import { computeTotals } from '#generate/warehouse/totals.ts';
import { failure, ordersCsv, readFiles, shopConfig } from '../exports/exports-fixture.ts';

const row = (order: string, day: string, email = 'ann@example.com'): string =>
  `${order},${day},${email},S1,Mug,1,10.00`;

describe('resolveAsOf()', () => {
  it('takes the newest order’s day in the shop’s zone', async () => {
    const text = ordersCsv(row('1', '2026-07-01'), row('2', '2026-07-04T23:30:00Z'));
    const { engine } = await readFiles({ 'orders.csv': text });
    expect(await resolveAsOf(engine, undefined)).toBe('2026-07-05');
    expect(await resolveAsOf(engine, '2026-07-02')).toBe('2026-07-02');
  });

  it('asks for a day when one order is 30 days after all others', async () => {
    const near = await readFiles({
      'orders.csv': ordersCsv(row('1', '2026-01-01'), row('2', '2026-01-30')),
    });
    expect(await resolveAsOf(near.engine, undefined)).toBe('2026-01-30');
    const far = await readFiles({
      'orders.csv': ordersCsv(row('1', '2026-01-01'), row('2', '2026-01-31')),
    });
    await expect(resolveAsOf(far.engine, undefined)).rejects.toMatchObject({
      code: 'as-of/stray-order',
    });
    expect(await resolveAsOf(far.engine, '2026-01-31')).toBe('2026-01-31');
  });

  it('takes the newest order of a shop that often waits for weeks', async () => {
    const days = ['2025-01-01', '2025-03-01', '2025-04-15', '2025-06-20', '2025-08-01'];
    const shop = async (last: string) =>
      readFiles({
        'orders.csv': ordersCsv(...[...days, last].map((day, at) => row(`${at}`, day))),
      });
    expect(await resolveAsOf((await shop('2025-10-30')).engine, undefined)).toBe('2025-10-30');
    await expect(resolveAsOf((await shop('2026-05-08')).engine, undefined)).rejects.toMatchObject({
      code: 'as-of/stray-order',
    });
  });

  it('refuses a day before all orders', async () => {
    const { engine } = await readFiles({ 'orders.csv': ordersCsv(row('1', '2026-01-01')) });
    await expect(resolveAsOf(engine, '2025-12-31')).rejects.toMatchObject({
      code: 'as-of/before-all-orders',
    });
  });

  it('takes the newest ready-made figure where there are no orders, and refuses nothing at all', async () => {
    const figures = await readFiles({
      'kpi-snapshots.csv': 'kpi,period,value,unit\nnps,2026-03,40,points\n',
    });
    expect(await resolveAsOf(figures.engine, undefined)).toBe('2026-03-31');
    const products = await readFiles({ 'products.csv': 'sku,title\nS1,Mug\n' });
    await expect(resolveAsOf(products.engine, undefined)).rejects.toMatchObject({
      code: 'as-of/no-day',
    });
  });

  it.each([
    ['tickets.csv', 'ticket,openedAt\n1,2026-07-01 10:00:00\n2,2026-07-04T23:30:00Z\n'],
    [
      'shipments.csv',
      'order,shippedAt,deliveredOn\n1,2026-07-04T22:59:00Z,\n2,2026-07-01T10:00:00Z,2026-07-05\n',
    ],
    ['shipments.csv', 'order,shippedAt\n1,2026-07-04T23:30:00Z\n'],
    ['fulfilment-checks.csv', 'order,checkedOn,correct\n1,2026-07-05,yes\n'],
    ['abandoned-baskets.csv', 'basket,abandonedOn,email\n1,2026-07-05,ann@example.com\n'],
  ])('takes the newest day of %s where nothing else has one', async (path, text) => {
    const { engine, files } = await readFiles({ [path]: text });
    const asOf = await resolveAsOf(engine, undefined, files, 'Europe/London');
    expect(asOf).toBe('2026-07-05');
    expect(await applyAsOf(engine, asOf, 'Europe/London')).toMatchObject({ otherRows: 0 });
  });

  it('says which file lost how many rows for what, where no row is left', async () => {
    const { engine, files } = await readFiles({
      'shop/orders.csv': ordersCsv('1,31-31-2026,ann@example.com,S1,Mug,1,10.00'),
      'customers.csv': 'email\nann@example.com\n',
    });
    const error = await failure(resolveAsOf(engine, undefined, files));
    expect(error.code).toBe('as-of/no-day');
    expect(error.issues).toHaveLength(1);
    expect(error.issues[0]?.file).toBe('shop/orders.csv');
    expect(error.issues[0]?.found).toMatch(
      /^1 row, of which 1 rejected and 0 ignored: 1 × Expected a time .*line 2, column "placedAt": found "31-31-2026"/,
    );
    expect(error.hint).toContain('--explain');
  });
});

it('applyAsOf() leaves out what came later, with its customers, and counts it', async () => {
  const { engine } = await readFiles({
    'orders.csv': ordersCsv(row('1', '2026-01-01'), row('2', '2026-02-01', 'bob@example.com')),
    'returns.csv':
      'order,sku,quantity,value,returnedOn\n1,S1,1,10,2026-01-20\n2,S1,1,10,2026-02-05\n',
  });
  expect(await applyAsOf(engine, '2026-01-31')).toMatchObject({
    orders: 1,
    orderLines: 1,
    otherRows: 1,
  });
  expect(await computeTotals(engine, shopConfig())).toMatchObject({
    orders: 1,
    customers: 1,
    revenue: 10,
  });
  expect(await engine.rows('SELECT email FROM customers')).toEqual([{ email: 'ann@example.com' }]);
});

it('applyAsOf() ends the day of a shipment in the shop’s zone', async () => {
  const config = shopConfig({ timeZone: 'America/New_York' });
  const files = {
    'orders.csv': ordersCsv(row('1', '2026-01-30')),
    'shipments.csv': 'order,shippedAt\n1,2026-01-31 22:00:00\n1,2026-02-01 08:00:00\n',
  };
  const { engine } = await readFiles(files, config);
  expect(await applyAsOf(engine, '2026-01-31', config.timeZone)).toMatchObject({ otherRows: 1 });
});

it('applyAsOf() leaves out figures of a campaign whose period reaches beyond the day', async () => {
  const period = (campaign: string, from: string, to: string): string =>
    `${from},${to},${campaign},1.00,10`;
  const { engine } = await readFiles({
    'meta.csv': [
      'Reporting starts,Reporting ends,Campaign name,Amount spent (GBP),Impressions',
      period('Within', '2026-01-01', '2026-01-31'),
      period('Beyond', '2026-01-01', '2026-02-01'),
      '',
    ].join('\n'),
  });
  expect(await resolveAsOf(engine, undefined)).toBe('2026-02-01');
  expect(await applyAsOf(engine, '2026-01-31')).toEqual({
    ...{ orders: 0, orderLines: 0, otherRows: 1 },
    campaigns: [
      { source: 'meta-ads', rows: 1, cut: { rows: 1, from: '2026-01-01', to: '2026-02-01' } },
    ],
  });
  expect(await engine.rows('SELECT campaign FROM campaign_results')).toEqual([
    { campaign: 'Within' },
  ]);
});

it('applyAsOf() counts a period of campaigns that ends a little after the newest order, and none in the past of the exports', async () => {
  const ad = (name: string, from: string, to: string): string => `${from},${to},${name},1.00,10`;
  const files = {
    'orders.csv': ordersCsv(row('1', '2026-10-05'), row('2', '2026-10-30')),
    'meta.csv': [
      'Reporting starts,Reporting ends,Campaign name,Amount spent (GBP),Impressions',
      ad('Ten months', '2026-01-01', '2026-10-31'),
      ad('October', '2026-10-01', '2026-10-31'),
      ad('Week', '2026-10-25', '2026-10-31'),
      ad('A day after', '2026-10-31', '2026-10-31'),
      '',
    ].join('\n'),
  };
  const knownOn = async (asOf: string) => {
    const { engine } = await readFiles(files);
    const later = await applyAsOf(engine, asOf);
    const rows = await engine.rows<{ campaign: string }>(
      'SELECT campaign FROM campaign_results ORDER BY campaign',
    );
    return { rows: rows.map(({ campaign }) => campaign), later: later.otherRows };
  };
  expect(await knownOn('2026-10-30')).toEqual({ rows: ['October', 'Ten months'], later: 2 });
  expect((await knownOn('2026-10-31')).later).toBe(0);
  expect(await knownOn('2026-10-15')).toEqual({ rows: [], later: 4 });
});

it('applyAsOf() does not know yet that a ticket will be closed', async () => {
  const { engine } = await readFiles({
    'tickets.csv':
      'ticket,openedAt,closedAt,resolution\n1,2026-01-30,2026-01-31 22:00:00,60\n2,2026-01-31,2026-02-01 09:00:00,90\n3,2026-02-01,,\n',
  });
  expect(await applyAsOf(engine, '2026-01-31', 'Europe/London')).toMatchObject({ otherRows: 1 });
  expect(
    await engine.rows(
      'SELECT closed_at IS NULL AS open, resolution::INTEGER AS minutes FROM tickets ORDER BY ticket',
    ),
  ).toEqual([
    { open: false, minutes: 60 },
    { open: true, minutes: null },
  ]);
});

it.each([
  ['2026-01-31', 0],
  ['2026-02-01', 1],
])('applyAsOf() of %s keeps %i figures of a year that is not over', async (asOf, kept) => {
  const { engine } = await readFiles({
    'orders.csv': ordersCsv(row('1', '2026-01-01'), row('2', '2026-02-01', 'bob@example.com')),
    'kpi-snapshots.csv': 'kpi,period,value,unit\nOrder accuracy,2026,97,percent\n',
  });
  await applyAsOf(engine, asOf);
  expect(await engine.rows('SELECT kpi FROM kpi_snapshots')).toHaveLength(kept);
});
