import type { Adapter } from '../adapter.ts';

/** "Total of 12 results" or "Total" stands in the first column, whatever that is; in the others there is "-". */
const TOTAL = String.raw`(?i)total( (of|de) \d+ result(s|ados?)?)?`;
/** In other languages it has no status and the figures of all other rows together. */
const STATES_ALL = `coalesce(status, '-') = '-' AND spend > 0
  AND (SELECT sum(spend) FROM typed) = spend * 2 AND (SELECT sum(impressions) FROM typed) = impressions * 2
  AND (SELECT bool_or(coalesce(status, '-') <> '-') FROM typed)`;

/** The period in the name that the tool gives the file; people add "(1)" and the like. */
const NAMED_PERIOD = /(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/;

const OWN_COLUMNS = [
  'Clicks (destination)',
  'CPC (destination)',
  'CTR (destination)',
  'Primary status',
  'By Day',
  'Total complete payment value',
  'Conversion rate (CVR)',
  '6-second video views',
  ...['Clics (destino)', 'CPC (destino)', 'CTR (destino)', 'Por día'],
  ...['클릭수(목적지)', 'CPC(목적지)', 'CTR(목적지)', '点击量（目标页面）', '点击率（目标页面）'],
];

/**
 * TikTok Ads Manager's report. The columns are the user's; names are those of the default campaign report and those that
 * other readers of this export use, which are some in Spanish, Korean and Chinese too. Ad groups and ads are parts of their campaign. Without a day column only the file's
 * name says which days the figures are of: "Shop-Campaign Report-(2026-01-01 to 2026-01-31).xlsx".
 */
export const tiktokAds: Adapter = {
  id: 'tiktok-ads',
  label: 'TikTok Ads Manager: Campaign → Export',
  table: 'campaign_results',
  columns: {
    campaign: {
      headers: ['Campaign name', 'Nombre de la campaña', '캠페인 이름', '推广系列名称', '系列名称'],
      type: 'text',
      required: true,
    },
    adGroup: {
      headers: ['Ad group name', 'Nombre del grupo de anuncios', '광고 그룹 이름', '广告组名称'],
      type: 'text',
    },
    ad: { headers: ['Ad name', 'Nombre del anuncio', '광고 이름', '广告名称'], type: 'text' },
    status: { headers: ['Primary status', '기본 상태'], type: 'text' },
    day: {
      headers: ['By Day', 'Date', 'Day', 'Stat time (Day)', 'Por día', '일별', '按天'],
      type: 'date',
    },
    startsOn: { headers: [], type: 'date' },
    endsOn: { headers: [], type: 'date' },
    spend: {
      headers: [
        ...['Cost', 'Spend', 'Total cost', 'Amount spent'],
        ...['Coste', 'Gasto', '비용', '消耗'],
      ],
      type: 'decimal',
    },
    impressions: {
      headers: ['Impressions', 'Impression', 'Impresiones', '노출수', '展示量'],
      type: 'integer',
    },
    clicks: {
      headers: [
        ...['Clicks (destination)', 'Destination clicks', 'Clicks'],
        ...['Clics (destino)', '클릭수(목적지)', '点击量（目标页面）'],
      ],
      type: 'integer',
    },
    conversions: {
      headers: [
        'Conversions',
        'Conversion',
        'Complete payment',
        'Conversiones',
        '전환수',
        '转化量',
      ],
      type: 'decimal',
    },
    value: {
      headers: [
        ...['Total complete payment value', 'Complete payment value', 'Total purchase value'],
        '구매값',
      ],
      type: 'decimal',
    },
    currency: { headers: ['Currency', 'Moneda', '통화'], type: 'text' },
    /** What tells it from the reports of other networks, which have a campaign and its cost too. */
    ownColumn: { headers: OWN_COLUMNS, type: 'text', requiredHeader: true },
    otherMetrics: {
      headers: [],
      headerPattern:
        '(adgroup|adid|adtext|alcance|average|campaign|clickrate|completepayment|conversion|cost|cp[acmv]|ctr|cvr|engage|frequency|paid|reach|result|secondvideo|video|\\d+secondvideo|\\d+svideo|view|visualizaciones|광고|구매|도달|동영상|보조된|빈도|순비용|전환|캠페인|广告|覆盖|转化|平均|千次).*',
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
      where: `regexp_full_match(coalesce(nullif(campaign, '-'), nullif("adGroup", '-'), ad), '${TOTAL}') OR (${STATES_ALL})`,
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
