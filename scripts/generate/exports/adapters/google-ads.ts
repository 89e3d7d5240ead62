import type { Adapter } from '../adapter.ts';
import { parsePeriod } from '../period-text.ts';

/** "Total: Campaigns" stands in the first column, whatever that is, or in that of the state or the name. */
const TOTAL = String.raw`(?i)(total|gesamt|totale|totaal|suma|somma)\s*:\s*(.*)`;
const OF_ALL =
  'account|campaign|keyword|ad group|^ads$|konto|kampagne|compte|campagne|cuenta|campaña';

const LABELS = ['"firstLabel"', '"campaignStatus"', 'campaign'];
const IS_TOTAL = LABELS.map(
  (column) => `coalesce(regexp_full_match(${column}, '${TOTAL}'), false)`,
).join(' OR ');

/** SQL of what the total in a summary row is of: "campaigns", "account", "smart". */
function totalOf(row: string): string {
  const labels = LABELS.map(
    (column) => `nullif(regexp_extract(${row}.${column}, '${TOTAL}', 2), '')`,
  );
  return `lower(trim(coalesce(${labels.join(', ')})))`;
}

const OWN_COLUMNS = [
  'Campaign status',
  'Campaign type',
  'Currency code',
  'Impr.',
  'Avg. CPC',
  'Cost / conv.',
  'Conv. value',
  'Budget name',
];

/** The many further columns that a user can add; none of them is read. */
const OTHER_METRICS =
  '(abs|allconv|avg|bid|budget|campaign|changes|conv|cost|crossdevice|currency|desktop|display|engagement|gmail|impr|interaction|invalid|label|mobile|optimi|phone|relative|search|tablet|target|top|trueview|tv|value|video|view).*';

/** "2026-03-01", "2026-03" or "March 2026". */
const MONTH = `CAST(coalesce(TRY_CAST(month AS DATE), TRY_CAST(month || '-01' AS DATE),
    TRY_STRPTIME(month, '%B %Y'), TRY_STRPTIME(month, '%b %Y')) AS DATE)`;

/**
 * Google Ads' campaign report: title and period above the header, columns as the user chose them, below the campaigns
 * a total of all campaigns, of the account and of each type of campaign. " --" is nothing, not zero. Also read: rows
 * by day, week or month, and ad groups and keywords, which are parts of their campaign.
 */
export const googleAds: Adapter = {
  id: 'google-ads',
  label: 'Google Ads: Campaigns → Download',
  table: 'campaign_results',
  columns: {
    firstLabel: {
      headers: [
        'Day',
        'Week',
        'Month',
        'Keyword status',
        'Ad group status',
        'Ad status',
        'Ad group',
      ],
      type: 'text',
      first: true,
    },
    campaignStatus: { headers: ['Campaign status', 'Campaign state'], type: 'text' },
    campaign: { headers: ['Campaign'], type: 'text', required: true },
    adGroup: { headers: ['Ad group'], type: 'text' },
    keyword: { headers: ['Keyword', 'Search keyword', 'Search term'], type: 'text' },
    campaignType: { headers: ['Campaign type'], type: 'text' },
    day: { headers: ['Day'], type: 'date' },
    week: { headers: ['Week'], type: 'date' },
    month: { headers: ['Month'], type: 'text' },
    impressions: { headers: ['Impr.', 'Impressions'], type: 'integer' },
    impressionShare: {
      headers: ['Search impr. share', 'Search impression share', 'Impr. share'],
      type: 'share',
    },
    clicks: { headers: ['Clicks'], type: 'integer' },
    conversions: { headers: ['Conversions', 'Conv.'], type: 'decimal' },
    revenue: { headers: ['Conv. value', 'Conversion value', 'Total conv. value'], type: 'decimal' },
    spend: { headers: ['Cost'], type: 'decimal' },
    currency: { headers: ['Currency code', 'Currency'], type: 'text' },
    /** What tells it from the reports of other networks, which have a campaign and its cost too. */
    ownColumn: { headers: OWN_COLUMNS, type: 'text', requiredHeader: true },
    startsOn: { headers: [], type: 'date' },
    endsOn: { headers: [], type: 'date' },
    otherMetrics: { headers: [], headerPattern: OTHER_METRICS, type: 'cells' },
  },
  otherHeaders: [
    'Budget',
    'Budget name',
    'Budget type',
    'Status',
    'Status reasons',
    'CTR',
    'Conv. rate',
    'Avg. CPC',
    'Avg. cost',
    'Cost / conv.',
    'Interactions',
    'Interaction rate',
    'Bid strategy type',
    'Campaign ID',
    'Account',
    'Optimization score',
    'Conv. value / cost',
    'All conv.',
    'View-through conv.',
  ],
  preamble: (lines) => {
    const period = lines.map(parsePeriod).find((found) => found !== null);
    return period ? { startsOn: period.startsOn, endsOn: period.endsOn } : {};
  },
  summaries: [
    {
      reason: 'Rows "Total:" of all campaigns, the account or a type',
      where: IS_TOTAL,
      sums: ['impressions', 'clicks', 'conversions', 'revenue', 'spend'],
      covers: `(regexp_matches(${totalOf('s')}, '${OF_ALL}') OR lower(k."campaignType") = ${totalOf('s')})
        AND k.day IS NOT DISTINCT FROM coalesce(s.day, k.day)`,
    },
  ],
  overlap: { key: ['campaign', 'day', 'week', 'month', 'startsOn', 'endsOn'], newest: 'endsOn' },
  select: {
    campaign: 'campaign',
    detail: `nullif(concat_ws(' / ', "adGroup", keyword), '')`,
    channel: 'lower("campaignType")',
    startsOn: `coalesce(day, week, ${MONTH}, "startsOn")`,
    endsOn: `CAST(coalesce(day, week + INTERVAL 6 DAY, ${MONTH} + INTERVAL 1 MONTH - INTERVAL 1 DAY, "endsOn") AS DATE)`,
    impressions: 'impressions',
    impressionShare: '"impressionShare"',
    impressionShareBound: '"impressionShare_bound"',
    clicks: 'clicks',
    conversions: 'conversions',
    revenue: 'revenue',
    spend: 'spend',
    currency: 'coalesce(currency, spend_currency, revenue_currency)',
  },
  notes: [
    {
      code: 'note/no-period',
      reason: 'Rows of an unknown period ("All time"): nobody can tell which days they are of',
      where: `coalesce(day, week, ${MONTH}, "endsOn") IS NULL`,
    },
  ],
};
