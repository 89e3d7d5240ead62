import { expect, test } from 'vitest';
import { endedSources } from '#core/kpis/ended-sources.ts';
import { numberFact } from '../personas/build-fact.ts';

const revenue = {
  ...numberFact('current', 3_074_469, 'money'),
  period: { from: '2025-07-01', to: '2026-06-30' },
  sources: ['amazon-orders', 'ebay', 'woocommerce'],
};
const of = (source: string, newest: string, isStale = true) => ({
  ...{ source, newest, isStale },
  ...{ ageDays: 30, limitDays: 14 },
});

test('endedSources() names the exports that end inside the time of a figure, by day', () => {
  const freshness = [
    of('amazon-orders', '2026-05-31'),
    of('ebay', '2026-05-29'),
    of('woocommerce', '2026-06-30', false),
  ];
  expect(endedSources([revenue], freshness)).toEqual([
    { day: '2026-05-29', sources: ['ebay'] },
    { day: '2026-05-31', sources: ['amazon-orders'] },
  ]);
});

test('endedSources() names none that is fresh enough, in no figure, or gone before its time', () => {
  const freshness = [
    of('amazon-orders', '2026-06-20', false),
    of('zendesk', '2026-03-01'),
    of('ebay', '2025-06-30'),
  ];
  expect(endedSources([revenue], freshness)).toEqual([]);
});

test('endedSources() says nothing of a figure that is not shown', () => {
  const hidden = { ...revenue, status: 'unavailable', value: null, reason: 'No orders' } as const;
  expect(endedSources([hidden], [of('ebay', '2026-05-29')])).toEqual([]);
});
