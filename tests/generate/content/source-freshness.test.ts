import { expect, test } from 'vitest';
import type { FileReport } from '#core/schemas/data-quality.ts';
import { leftOutPeople } from '#generate/content/left-out-people.ts';
import { sourceFreshness } from '#generate/content/source-freshness.ts';
import { shopConfig } from '../exports/exports-fixture.ts';

function file(adapter: string | null, to: string | null): FileReport {
  const rows = { in: 1, used: 1, ignored: 0, rejected: 0 };
  return {
    path: 'x.csv',
    adapter,
    rows,
    reasons: [],
    period: to === null ? null : { from: '2025-01-01', to },
  };
}

const SOURCES = {
  orders: ['shopify-orders', 'own-shop'],
  shipments: ['shopify-orders'],
  tickets: ['zendesk'],
  campaign_results: ['generic-campaign-results', 'klaviyo-campaigns'],
};

test('sourceFreshness() counts from as-of to the newest row of each source, by limit of the config or the table', () => {
  const config = shopConfig({ freshness: { 'own-shop': 3 } });
  const files = [
    file('shopify-orders', '2026-10-01'),
    file('shopify-orders', '2026-10-17'),
    file('own-shop', '2026-10-27'),
    file('zendesk', '2026-11-05'),
    file('generic-campaign-results', '2026-07-27'),
    file('klaviyo-campaigns', '2026-07-27'),
    file('generic-products', null),
    file(null, null),
  ];
  expect(sourceFreshness({ asOf: '2026-10-31', config, sources: SOURCES }, files)).toEqual([
    {
      source: 'generic-campaign-results',
      newest: '2026-07-27',
      ageDays: 96,
      limitDays: 184,
      isStale: false,
    },
    {
      source: 'klaviyo-campaigns',
      newest: '2026-07-27',
      ageDays: 96,
      limitDays: 92,
      isStale: true,
    },
    { source: 'own-shop', newest: '2026-10-27', ageDays: 4, limitDays: 3, isStale: true },
    { source: 'shopify-orders', newest: '2026-10-17', ageDays: 14, limitDays: 14, isStale: false },
    { source: 'zendesk', newest: '2026-11-05', ageDays: 0, limitDays: 31, isStale: false },
  ]);
});

test('leftOutPeople() gives no number under the privacy floor, not even none', () => {
  expect(leftOutPeople({ forgotten: 0, doNotProfile: 9 }, 10)).toEqual([
    { reason: 'forgotten', people: null, floor: 10 },
    { reason: 'do-not-profile', people: null, floor: 10 },
  ]);
  expect(leftOutPeople({ forgotten: 10, doNotProfile: 0 }, 10)[0]).toEqual({
    reason: 'forgotten',
    people: 10,
    floor: 10,
  });
});
