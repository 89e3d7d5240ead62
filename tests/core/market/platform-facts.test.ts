import { expect, test } from 'vitest';
import { platformFacts, type PlatformTotals } from '#core/market/platform-facts.ts';

const told = (sum: number, months = 12) => ({ sum, months });
const untold = { sum: null, months: 0 };
const ads: PlatformTotals = {
  source: 'google-ads',
  kind: 'ads',
  period: { from: '2025-11-01', to: '2026-10-31' },
  campaigns: 7,
  months: 12,
  ...{ spend: told(800), clicks: told(900), conversions: told(40), revenue: told(2000) },
  ...{ messages: untold, orders: untold, unsubscribes: untold },
};
const mails: PlatformTotals = {
  ...ads,
  source: 'klaviyo-campaigns',
  kind: 'messages',
  ...{ spend: untold, conversions: untold },
  ...{ messages: told(5000), orders: told(60), unsubscribes: told(4) },
};
const values = (totals: PlatformTotals) =>
  Object.fromEntries(platformFacts(totals, '2026-10-31', 10).map(({ id, value }) => [id, value]));
const statuses = (totals: PlatformTotals) =>
  Object.fromEntries(platformFacts(totals, '2026-10-31', 10).map(({ id, status }) => [id, status]));

test('platformFacts() divides what a platform states by what it states', () => {
  expect(values(ads)).toEqual({
    ...{ spend: 800, clicks: 900, conversions: 40, conversionValue: 2000 },
    ...{ costPerConversion: 20, returnOnAdSpend: 2.5 },
  });
  expect(values(mails)).toEqual({
    ...{ campaigns: 7, messages: 5000, orders: 60, revenue: 2000, unsubscribes: 4 },
  });
});

test('platformFacts() makes no figure of what some months do not state', () => {
  const partly = platformFacts({ ...ads, revenue: told(2000, 10) }, '2026-10-31', 10);
  expect(partly.filter(({ status }) => status !== 'ok')).toMatchObject([
    { id: 'conversionValue', reason: 'The export states it for 10 of 12 months only' },
    { id: 'returnOnAdSpend', value: null },
  ]);
});

test('platformFacts() divides by no zero', () => {
  expect(statuses({ ...ads, conversions: told(0), revenue: told(0) })).toMatchObject({
    ...{ conversions: 'ok', costPerConversion: 'unavailable', returnOnAdSpend: 'ok' },
  });
});

test('platformFacts() withholds orders of a few people, and whatever gives them away', () => {
  const few = statuses({ ...ads, conversions: told(3) });
  expect(few).toEqual({
    ...{ spend: 'ok', clicks: 'ok', conversions: 'suppressed', conversionValue: 'suppressed' },
    ...{ costPerConversion: 'suppressed', returnOnAdSpend: 'suppressed' },
  });
  expect(statuses({ ...mails, orders: told(3) })).toMatchObject({
    ...{ messages: 'ok', orders: 'suppressed', revenue: 'suppressed', unsubscribes: 'ok' },
  });
  expect(statuses({ ...mails, messages: told(4) })).toMatchObject({
    ...{ messages: 'suppressed', orders: 'suppressed', unsubscribes: 'suppressed' },
  });
});
