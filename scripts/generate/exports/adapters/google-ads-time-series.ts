import type { Adapter } from '../adapter.ts';
import { foldHeader } from '../plan/fold-header.ts';

/** The metrics of the card are chosen; these are Google's only. */
const OWN_COLUMNS = new Set(
  [
    ...['Avg. CPC', 'Cost / conv.', 'Conv. value / cost', 'Impr.'],
    ...['CPC méd.', 'Custo / conv.', 'Valor conv. / custo'],
  ].map(foldHeader),
);
/** "Thu, 5 Feb 2026", "Thu, Feb 5, 2026", "ter., 5 de mai. de 2026": hardly another tool writes the day of the week. */
const WEEKDAY = /^\p{L}{2,}\.?, (?:\d{1,2} \D+|\p{L}{3,}\.? \d{1,2}, )\d{4}$/u;

/**
 * The "Time series" card of Google Ads' overview, downloaded as CSV or in a zip: the account's days without campaigns,
 * with the currency in every amount ("US$27.35") and days such as "Thu, 5 Feb 2026", in English or Portuguese. It shows the same money as the
 * campaign report, so it is a source of its own.
 */
export const googleAdsTimeSeries: Adapter = {
  id: 'google-ads-time-series',
  label: 'Google Ads: Overview → Time series → Download',
  table: 'campaign_results',
  columns: {
    day: { headers: ['Date', 'Day', 'Data'], type: 'date', required: true },
    clicks: { headers: ['Clicks', 'Cliques'], type: 'integer' },
    impressions: { headers: ['Impressions', 'Impr.', 'Impressões'], type: 'integer' },
    conversions: { headers: ['Conversions', 'Conversões'], type: 'decimal' },
    revenue: { headers: ['Conv. value', 'Valor conv.'], type: 'decimal' },
    spend: { headers: ['Cost', 'Custo'], type: 'decimal' },
  },
  otherHeaders: [
    'CTR',
    'Conv. rate',
    'Cost / conv.',
    'Avg. CPC',
    'Conv. value / cost',
    'CPC méd.',
    'Taxa de conv.',
  ],
  recognises: (header, firstRow) =>
    header.some((name) => OWN_COLUMNS.has(foldHeader(name))) ||
    firstRow.some((cell) => WEEKDAY.test(cell.trim())),
  oneOf: [['spend', 'clicks', 'impressions']],
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
