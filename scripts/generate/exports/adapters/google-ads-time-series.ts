import type { Adapter } from '../adapter.ts';

/**
 * The "Time series" card of Google Ads' overview, downloaded as CSV or in a zip: the account's days without campaigns,
 * with the currency in every amount ("US$27.35") and days such as "Thu, 5 Feb 2026". It shows the same money as the
 * campaign report, so it is a source of its own.
 */
export const googleAdsTimeSeries: Adapter = {
  id: 'google-ads-time-series',
  label: 'Google Ads: Overview → Time series → Download',
  table: 'campaign_results',
  columns: {
    day: { headers: ['Date', 'Day'], type: 'date', required: true },
    clicks: { headers: ['Clicks'], type: 'integer' },
    /** What tells it from the days of other networks: the metrics of the card are chosen. */
    ownColumn: {
      headers: ['Avg. CPC', 'Cost / conv.', 'Conv. value / cost', 'Impr.'],
      type: 'text',
      requiredHeader: true,
    },
    impressions: { headers: ['Impressions', 'Impr.'], type: 'integer' },
    conversions: { headers: ['Conversions'], type: 'decimal' },
    revenue: { headers: ['Conv. value'], type: 'decimal' },
    spend: { headers: ['Cost'], type: 'decimal' },
  },
  otherHeaders: ['CTR', 'Conv. rate', 'Cost / conv.'],
  overlap: { key: ['day'], newest: 'day' },
  select: {
    campaign: `'All campaigns'`,
    startsOn: 'day',
    endsOn: 'day',
    impressions: 'impressions',
    clicks: 'clicks',
    conversions: 'conversions',
    revenue: 'revenue',
    spend: 'spend',
    currency: 'coalesce(spend_currency, revenue_currency)',
  },
};
