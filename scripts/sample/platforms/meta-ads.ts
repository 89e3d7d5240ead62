import { dayFrom, isoDay, monthStart, yearOf, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import { money } from '../money.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

const YEARS = 2;

/** The view "Performance"; in the newer file somebody added what was sold. */
const COLUMNS_ONE = [
  'Reporting starts',
  'Reporting ends',
  'Campaign name',
  'Campaign delivery',
  'Attribution setting',
  'Results',
  'Result indicator',
  'Reach',
  'Frequency',
  'Cost per results',
  'Amount spent (USD)',
  'Impressions',
  'CPM (cost per 1,000 impressions) (USD)',
  'Link clicks',
  'CPC (cost per link click) (USD)',
  'CTR (link click-through rate)',
  'Clicks (all)',
  'CTR (all)',
  'CPC (all) (USD)',
  'Landing page views',
  'Cost per landing page view (USD)',
];
const COLUMNS_TWO = [...COLUMNS_ONE, 'Purchases', 'Purchases conversion value'];

/** Name, what counts as its result, dollars a month, cents for a thousand impressions, rate of clicks, orders a click. */
const CAMPAIGNS = [
  ['Prospecting, hikers', 'purchase', 1_900, 1_050, 0.011, 0.013],
  ['Retargeting 30 d', 'purchase', 820, 1_320, 0.017, 0.034],
  ['Catalog: denim', 'purchase', 1_150, 980, 0.012, 0.018],
  ['Fitting day, store', 'lead_grouped', 240, 760, 0.009, 0.001],
] as const;

export interface PlantedMetaAds {
  /** Rows below the grand total, by path. */
  files: Record<string, { rows: number; spend: number }>;
  /** Cents. */
  spend: number;
  impressions: number;
  clicks: number;
}

interface CampaignMonth {
  name: string;
  result: string;
  from: Day;
  until: Day;
  reach: number;
  impressions: number;
  spend: number;
  clicks: number;
  allClicks: number;
  views: number;
  results: number;
  value: number;
}

/** Ads Manager's table by month: the first row is the grand total, under no name. */
export function metaAdsReports(shop: Shop): { tables: Table[]; planted: PlantedMetaAds } {
  const newestYear = yearOf(shop.newest);
  const reports = Array.from({ length: YEARS }, (_, index) => {
    const year = newestYear - YEARS + 1 + index;
    return {
      path: `meta-ads/Tarn-Twill-Campaigns-${String(year)}.csv`,
      columns: index === 0 ? COLUMNS_ONE : COLUMNS_TWO,
      months: simulateMonths(shop, year),
      encoding: index === 0 ? ('utf-8' as const) : ('utf-8 with mark' as const),
    };
  });
  const all = reports.flatMap(({ months }) => months);
  return {
    tables: reports.map(({ path, columns, months, encoding }) => ({
      path,
      columns,
      rows: rowsOf(columns, months),
      dialect: { encoding },
    })),
    planted: {
      files: Object.fromEntries(
        reports.map(({ path, months }) => [
          path,
          { rows: months.length, spend: sumOf(months, 'spend') },
        ]),
      ),
      spend: sumOf(all, 'spend'),
      impressions: sumOf(all, 'impressions'),
      clicks: sumOf(all, 'clicks'),
    },
  };
}

function simulateMonths({ seed, newest, customers }: Shop, year: number): CampaignMonth[] {
  const size = customers.length / 6_500;
  const months: CampaignMonth[] = [];
  for (const [name, result, dollars, thousand, clickRate, orderRate] of CAMPAIGNS) {
    const random = new Random(seed).fork(`meta ads ${String(year)} ${name}`);
    for (let from = dayFrom(year, 1, 1); from <= Math.min(newest, dayFrom(year, 12, 31));) {
      const next = monthStart(from, -1);
      const until = Math.min(newest, next - 1);
      const spend = Math.round(dollars * 100 * size * random.factor(0.15));
      const impressions = Math.round((spend / thousand) * 1000 * random.factor(0.08));
      const clicks = Math.round(impressions * clickRate * random.factor(0.1));
      const results = random.binomial(clicks, orderRate);
      months.push({
        name,
        result,
        from,
        until,
        reach: Math.round(impressions / random.factor(0.1) / 1.9),
        impressions,
        spend,
        clicks,
        allClicks: Math.round(clicks * 1.45),
        views: Math.round(clicks * 0.74),
        results,
        value: Math.round(results * 9_700 * random.factor(0.1)),
      });
      from = next;
    }
  }
  return months.sort((a, b) => b.from - a.from);
}

function* rowsOf(columns: readonly string[], months: readonly CampaignMonth[]): Generator<Row> {
  const shown = (row: Row) =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  const [newest] = months;
  if (newest === undefined) return;
  const total = {
    from: Math.min(...months.map(({ from }) => from)),
    until: newest.until,
    reach: Math.max(...months.map(({ reach }) => reach)),
    ...Object.fromEntries(SUMMED.map((name) => [name, sumOf(months, name)])),
  } as CampaignMonth;
  yield shown({
    ...figures(total),
    'Campaign delivery': 0,
    Purchases: sumOf(purchasesIn(months), 'results'),
    'Purchases conversion value': money(sumOf(purchasesIn(months), 'value')),
  });
  for (const month of months) {
    const purchase = month.result === 'purchase';
    yield shown({
      ...figures(month),
      'Campaign name': month.name,
      'Campaign delivery': purchase ? 'active' : 'inactive',
      'Attribution setting': '7-day click or 1-day view',
      Results: month.results,
      'Result indicator': purchase
        ? 'actions:offsite_conversion.fb_pixel_purchase'
        : 'actions:onsite_conversion.lead_grouped',
      'Cost per results': ratio(month.spend / 100, month.results),
      Purchases: purchase ? month.results : null,
      'Purchases conversion value': purchase ? money(month.value) : null,
    });
  }
}

const SUMMED = ['impressions', 'spend', 'clicks', 'allClicks', 'views'] as const;

function figures(month: CampaignMonth): Row {
  const dollars = month.spend / 100;
  return {
    'Reporting starts': isoDay(month.from),
    'Reporting ends': isoDay(month.until),
    Reach: month.reach,
    Frequency: ratio(month.impressions, month.reach),
    'Amount spent (USD)': money(month.spend),
    Impressions: month.impressions,
    'CPM (cost per 1,000 impressions) (USD)': ratio(1000 * dollars, month.impressions),
    'Link clicks': month.clicks,
    'CPC (cost per link click) (USD)': ratio(dollars, month.clicks),
    'CTR (link click-through rate)': ratio(100 * month.clicks, month.impressions),
    'Clicks (all)': month.allClicks,
    'CTR (all)': ratio(100 * month.allClicks, month.impressions),
    'CPC (all) (USD)': ratio(dollars, month.allClicks),
    'Landing page views': month.views,
    'Cost per landing page view (USD)': ratio(dollars, month.views),
  };
}

function purchasesIn(months: readonly CampaignMonth[]): CampaignMonth[] {
  return months.filter(({ result }) => result === 'purchase');
}

function sumOf(
  months: readonly CampaignMonth[],
  name: 'spend' | 'impressions' | 'clicks' | 'allClicks' | 'views' | 'results' | 'value',
): number {
  return months.reduce((sum, month) => sum + month[name], 0);
}

/** Unrounded, as Meta writes them; nothing where there is nothing to divide by. */
function ratio(part: number, whole: number): string | null {
  return whole === 0 ? null : String(Number((part / whole).toFixed(8)));
}
