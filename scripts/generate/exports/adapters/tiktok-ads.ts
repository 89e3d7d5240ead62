import type { Adapter } from '../adapter.ts';

/** "Total of 12 results" or "Total" stands in the first column, whatever that is. */
const TOTAL = String.raw`(?i)total( of \d+ results?)?`;

/** The period in the name that the tool gives the file; people add "(1)" and the like. */
const NAMED_PERIOD = /(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/;

const OWN_COLUMNS = [
  'Clicks (destination)',
  'CPC (destination)',
  'CTR (destination)',
  'Primary status',
  'By Day',
  'Ad group name',
  'Total complete payment value',
  'Conversion rate (CVR)',
  '6-second video views',
];

/**
 * TikTok Ads Manager's report. The columns are the user's; names are those of the default campaign report and those that
 * other readers of this export use. Ad groups and ads are parts of their campaign. Without a day column only the file's
 * name says which days the figures are of: "Shop-Campaign Report-(2026-01-01 to 2026-01-31).xlsx".
 */
export const tiktokAds: Adapter = {
  id: 'tiktok-ads',
  label: 'TikTok Ads Manager: Campaign → Export',
  table: 'campaign_results',
  columns: {
    campaign: { headers: ['Campaign name'], type: 'text', required: true },
    adGroup: { headers: ['Ad group name'], type: 'text' },
    ad: { headers: ['Ad name'], type: 'text' },
    day: { headers: ['By Day', 'Date', 'Day', 'Stat time (Day)'], type: 'date' },
    startsOn: { headers: [], type: 'date' },
    endsOn: { headers: [], type: 'date' },
    spend: { headers: ['Cost', 'Spend', 'Total cost', 'Amount spent'], type: 'decimal' },
    impressions: { headers: ['Impressions', 'Impression'], type: 'integer' },
    clicks: { headers: ['Clicks (destination)', 'Destination clicks', 'Clicks'], type: 'integer' },
    conversions: { headers: ['Conversions', 'Conversion', 'Complete payment'], type: 'decimal' },
    value: {
      headers: ['Total complete payment value', 'Complete payment value', 'Total purchase value'],
      type: 'decimal',
    },
    currency: { headers: ['Currency'], type: 'text' },
    /** What tells it from the reports of other networks, which have a campaign and its cost too. */
    ownColumn: { headers: OWN_COLUMNS, type: 'text', requiredHeader: true },
    otherMetrics: {
      headers: [],
      headerPattern:
        '(adgroup|adid|adtext|average|campaign|clickrate|completepayment|conversion|cost|cp[acmv]|ctr|cvr|engage|frequency|paid|reach|result|secondvideo|video|\\d+secondvideo|\\d+svideo|view).*',
      type: 'cells',
    },
  },
  otherHeaders: [
    'CPM',
    'Reach',
    'Frequency',
    'Cost per conversion',
    'Results',
    'Result type',
    'Campaign ID',
    'Ad group ID',
    'Ad ID',
    'Account name',
    'Campaign Budget',
    'Deep funnel result',
    'Deep funnel result rate',
    'Goal-based budget increase',
  ],
  named: (path) => {
    const [, startsOn, endsOn] = NAMED_PERIOD.exec(path) ?? [];
    return startsOn === undefined || endsOn === undefined ? {} : { startsOn, endsOn };
  },
  summaries: [
    {
      reason: 'Rows "Total of … results"',
      where: `regexp_full_match(coalesce(campaign, "adGroup", ad), '${TOTAL}')`,
      sums: ['spend', 'impressions', 'clicks', 'conversions', 'value'],
    },
  ],
  overlap: { key: ['campaign', 'day', 'startsOn', 'endsOn'], newest: 'day' },
  select: {
    campaign: 'campaign',
    detail: `nullif(concat_ws(' / ', "adGroup", ad), '')`,
    channel: `'paid social'`,
    startsOn: 'coalesce(day, "startsOn")',
    endsOn: 'coalesce(day, "endsOn")',
    impressions: 'impressions',
    clicks: 'clicks',
    conversions: 'conversions',
    revenue: 'value',
    spend: 'spend',
    currency: 'coalesce(currency, spend_currency, value_currency)',
  },
  notes: [
    {
      code: 'note/no-period',
      reason: 'Rows without a day: add the breakdown "By day" before exporting',
      where: 'coalesce(day, "endsOn") IS NULL',
    },
  ],
};
