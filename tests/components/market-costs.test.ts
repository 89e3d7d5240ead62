import { expect, test } from 'vitest';
import { marketCosts } from '#components/market-costs.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Platform } from '#core/schemas/market.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' };
const period = { from: '2026-01-01', to: '2026-10-31' };
const head: Pick<Fact, 'counted' | 'n' | 'period' | 'asOf' | 'sources'> = {
  ...{ counted: 'campaigns', n: 7, period, asOf: '2026-10-31', sources: ['google-ads'] },
};
const spend: Fact = {
  ...head,
  ...{ id: 'spend', label: 'Spend', unit: 'money', formula: 'Cost that the platform states' },
  ...{ status: 'ok', value: 41128.41 },
};
const value: Fact = {
  ...head,
  ...{ id: 'conversionValue', label: 'Conversion value', unit: 'money', formula: 'Value' },
  ...{ status: 'unavailable', value: null, reason: 'The export does not state it' },
};
const google: Platform = {
  ...{ id: 'google-ads', kind: 'ads', source: 'google-ads', period, facts: [spend, value] },
};
const market = (...platforms: Platform[]) => ({
  ...{ schemaVersion: 1 as const, dataset: 'shop', asOf: '2026-10-31', platforms },
});

test('marketCosts() makes a table for each kind that there is, and says what is not stated', () => {
  const [ads, ...others] = marketCosts(market(google), formats);
  expect(others).toEqual([]);
  expect(ads).toMatchObject({
    columns: ['Platform', 'Months', 'Spend', 'Their value'],
    rows: [['Google Ads', 'January to October 2026', '£41,128', 'not stated']],
  });
  expect(marketCosts(market(), formats)).toEqual([]);
});

test('marketCosts() gives each row its passport, with the reason for what is missing', () => {
  const [ads] = marketCosts(market(google), formats);
  expect(ads?.passports).toMatchObject([
    { label: 'Google Ads', n: 7, counted: 'campaigns', period, sources: ['google-ads'] },
  ]);
  expect(ads?.passports[0]?.formula).toBe(
    'Spend: Cost that the platform states. Conversion value: Value. Conversion value: The export does not state it',
  );
});

test('marketCosts() keeps columns in line where one platform states more than another', () => {
  const meta: Platform = { ...google, id: 'meta-ads', source: 'meta-ads', facts: [spend] };
  const [ads] = marketCosts(market(meta, google), formats);
  expect(ads?.rows.map((row) => row.slice(2))).toEqual([
    ['£41,128', 'not stated'],
    ['£41,128', 'not stated'],
  ]);
});
