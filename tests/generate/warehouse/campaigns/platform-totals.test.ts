import { expect, it } from 'vitest';
import { platformTotals } from '#generate/warehouse/campaigns/platform-totals.ts';
import { contextOf, insert, smallShop } from '../kpis/small-shop.ts';
import { assembleMarket } from '#generate/content/market.ts';

type Row = Record<string, string | number | boolean | null>;
const none: Row = {
  source: 'google-ads',
  campaign: 'Brand',
  collapsed: false,
  is_control: false,
  variant: null,
  detail: null,
  starts_on: null,
  ends_on: null,
  sent_on: null,
  spend: null,
  clicks: null,
  conversions: null,
  recipients: null,
  delivered: null,
  orders: null,
  revenue: null,
  unsubscribes: null,
};
const ad = (month: string, change: Row = {}): Row => ({
  ...none,
  ...{ starts_on: `${month}-01`, ends_on: `${month}-28`, spend: '10.05', clicks: 5 },
  ...{ conversions: '1.5', revenue: '60.00' },
  ...change,
});
const mail = (day: string, change: Row = {}): Row => ({
  ...none,
  ...{ source: 'klaviyo-campaigns', campaign: `News of ${day}`, sent_on: day, recipients: 100 },
  ...{ orders: 4, revenue: '200.00', unsubscribes: 1 },
  ...change,
});

async function shopWith(rows: Row[]) {
  const engine = await smallShop([]);
  await insert(engine, 'campaign_results', Object.keys(none), rows.map((row) => Object.values(row))); // prettier-ignore
  return engine;
}
async function totalsOf(...rows: Row[]) {
  const engine = await shopWith(rows);
  try {
    return await platformTotals(engine, '2026-04-30');
  } finally {
    engine.close();
  }
}

const january = { starts_on: '2026-01-01', ends_on: '2026-01-31' };
const february = ad('2026-02');

it('platformTotals() adds up the full months of each platform by itself, parts of campaigns included', async () => {
  const totals = await totalsOf(
    ad('2026-01', january),
    ad('2026-01', { ...january, detail: 'Ad set', spend: '0.95' }),
    february,
    // A month that has begun, and one after as-of.
    ad('2026-03', { ends_on: '2026-03-10' }),
    ad('2026-05'),
    mail('2026-01-20'),
    mail('2026-02-10', { detail: 'Follow-up' }),
    mail('2026-03-02'),
  );
  expect(totals).toMatchObject([
    {
      ...{ source: 'google-ads', kind: 'ads', period: { from: '2026-01-01', to: '2026-02-28' } },
      ...{ campaigns: 1, months: 2, spend: { sum: 21.05, months: 2 }, clicks: { sum: 15 } },
      ...{ conversions: { sum: 4.5 }, revenue: { sum: 180 } },
    },
    {
      ...{ source: 'klaviyo-campaigns', kind: 'messages', campaigns: 2 },
      period: { from: '2026-01-01', to: '2026-02-28' },
      ...{ messages: { sum: 200 }, orders: { sum: 8 }, revenue: { sum: 400 } },
      unsubscribes: { sum: 2, months: 2 },
    },
  ]);
});

it('platformTotals() counts one report of several that show the same money', async () => {
  const reports = ['amazon-ads-placement', 'amazon-ads-search-terms', 'amazon-ads-campaigns'];
  const others = ['google-ads-in-campaign', 'google-ads-time-series', 'google-ads'];
  const rows = [...reports, ...others].map((source) => ({ ...february, source }));
  const totals = await totalsOf(...rows);
  expect(totals.map(({ source }) => source)).toEqual(['amazon-ads-campaigns', 'google-ads']);
});

it('platformTotals() leaves out tests with a hold-out and what states neither cost nor people', async () => {
  const test = { campaign: 'Saved basket', source: 'generic-campaign-results', spend: '5.00' };
  expect(
    await totalsOf(
      mail('2026-01-20', { ...test, variant: 'Mail' }),
      mail('2026-01-20', { ...test, variant: 'None', is_control: true }),
      mail('2026-03-20', { ...test, variant: 'None', is_control: true }),
      { ...february, source: 'ga4', spend: null },
    ),
  ).toEqual([]);
});

it('platformTotals() tells in how many months a figure is stated, and takes orders where nobody counts conversions', async () => {
  const totals = await totalsOf(
    ad('2026-01', { ...january, revenue: null, conversions: null, orders: 3 }),
    ad('2026-02', { conversions: null, orders: 2 }),
  );
  expect(totals).toMatchObject([
    { months: 2, revenue: { sum: 60, months: 1 }, conversions: { sum: 5, months: 2 } },
  ]);
});

it('assembleMarket() writes what platforms state, and nothing of campaigns’ names', async () => {
  const engine = await shopWith([february]);
  try {
    const { path, kind, text } = await assembleMarket(contextOf(engine, '2026-04-30'));
    expect([path, kind]).toEqual(['market.json', 'machine']);
    expect(text).not.toContain('Brand');
    expect(JSON.parse(text)).toMatchObject({
      ...{ dataset: 'small-shop', asOf: '2026-04-30', schemaVersion: 1 },
      platforms: [{ id: 'google-ads', kind: 'ads', period: { from: '2026-02-01' } }],
    });
  } finally {
    engine.close();
  }
});
