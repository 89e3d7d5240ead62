import { dayFrom, isoDay, yearOf, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import { money } from '../money.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

/** Missing, in Google's tables: with its space. */
const NONE = ' --';
const YEARS = 2;

/** Both reports show the columns that somebody had in the grid that day. */
const COLUMNS_ONE = (
  'Campaign status,Campaign,Budget,Budget name,Budget type,Status,Status reasons,Campaign type,Impr.,CTR,Currency code,' +
  'Cost,Clicks,Conv. rate,Conversions,Avg. CPC,Cost / conv.'
).split(',');
const COLUMNS_TWO = (
  'Campaign status,Campaign,Campaign type,Status,Currency code,Budget,Clicks,Impr.,CTR,Avg. CPC,Cost,Conversions,' +
  'Conv. value,Conv. value / Cost,Search impr. share'
).split(',');

/** Name, kind, whether it still runs, thousands of impressions a month, rate of clicks, cents a click, rate of orders. */
const CAMPAIGNS = [
  ['Brand, exact', 'Search', 'Enabled', 9, 0.21, 38, 0.09],
  ['Jackets & shells', 'Search', 'Enabled', 34, 0.041, 92, 0.021],
  ['Boots "wide fit"', 'Search', 'Paused', 12, 0.036, 104, 0.018],
  ['Denim feed', 'Shopping', 'Enabled', 88, 0.012, 54, 0.024],
  ['Camp & packs feed', 'Shopping', 'Enabled', 61, 0.011, 61, 0.019],
  ['Gifts, all assets', 'Performance Max', 'Enabled', 140, 0.009, 47, 0.016],
  ['Seen in the shop', 'Display', 'Paused', 260, 0.0031, 21, 0.004],
] as const;

export interface PlantedGoogleAds {
  /** Of each file, by its path. */
  files: Record<string, { campaigns: number; totalRows: number; cost: number; clicks: number }>;
  /** Cents. */
  cost: number;
  impressions: number;
  clicks: number;
  /** Hundredths: what was counted is shared among advertisements. */
  conversions: number;
}

interface Campaign {
  name: string;
  kind: string;
  state: string;
  budget: number;
  impressions: number;
  clicks: number;
  cost: number;
  conversions: number;
  value: number;
  share: number;
}

/** A campaign report a year: two lines above the header, totals below the rows, thousands with commas. */
export function googleAdsReports(shop: Shop): { tables: Table[]; planted: PlantedGoogleAds } {
  const newestYear = yearOf(shop.newest);
  const years = Array.from({ length: YEARS }, (_, index) => newestYear - YEARS + 1 + index);
  const reports = years.map((year, index) => {
    const campaigns = simulateCampaigns(shop, year);
    const columns = index === 0 ? COLUMNS_ONE : COLUMNS_TWO;
    return { path: `google-ads/campaign-report-${String(year)}.csv`, year, columns, campaigns };
  });
  const all = reports.flatMap(({ campaigns }) => campaigns);
  return {
    tables: reports.map(({ path, year, columns, campaigns }) => ({
      path,
      columns,
      rows: rowsOf(columns, campaigns),
      dialect: { above: ['Campaign report', `"${periodOf(year, shop.newest)}"`] },
    })),
    planted: {
      files: Object.fromEntries(
        reports.map(({ path, campaigns }) => [
          path,
          {
            campaigns: campaigns.length,
            totalRows: 2 + kindsOf(campaigns).length,
            cost: sumOf(campaigns, 'cost'),
            clicks: sumOf(campaigns, 'clicks'),
          },
        ]),
      ),
      cost: sumOf(all, 'cost'),
      impressions: sumOf(all, 'impressions'),
      clicks: sumOf(all, 'clicks'),
      conversions: sumOf(all, 'conversions'),
    },
  };
}

function simulateCampaigns({ seed, newest, customers }: Shop, year: number): Campaign[] {
  const months = (Math.min(newest, dayFrom(year, 12, 31)) - dayFrom(year, 1, 1) + 1) / 30.4;
  const size = customers.length / 6_500;
  return CAMPAIGNS.map(([name, kind, state, thousands, clickRate, price, orderRate]) => {
    const random = new Random(seed).fork(`google ads ${String(year)} ${name}`);
    const impressions = Math.round(1000 * thousands * months * size * random.factor(0.1));
    const clicks = Math.round(impressions * clickRate * random.factor(0.08));
    const conversions = Math.round(100 * clicks * orderRate * random.factor(0.1));
    return {
      name,
      kind,
      state,
      budget: Math.round(thousands * 130 * size) + 100,
      impressions,
      clicks,
      cost: Math.round(clicks * price * random.factor(0.05)),
      conversions,
      value: Math.round(conversions * 91 * random.factor(0.1)),
      share: random.float(),
    };
  });
}

/** The account's campaigns, then all of them together, the account, and each kind. */
function* rowsOf(columns: readonly string[], campaigns: readonly Campaign[]): Generator<Row> {
  const shown = (row: Row) =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  for (const campaign of campaigns) {
    yield shown({
      ...figures([campaign]),
      'Campaign status': campaign.state,
      Campaign: campaign.name,
      'Campaign type': campaign.kind,
      Budget: money(campaign.budget),
      'Budget name': NONE,
      'Budget type': 'Daily',
      Status: campaign.state === 'Enabled' ? 'Eligible' : campaign.state,
      'Status reasons': campaign.kind === 'Display' ? 'paused; budget ended' : null,
      'Search impr. share': impressionShare(campaign),
    });
  }
  const blank = {
    Campaign: NONE,
    Budget: NONE,
    'Budget name': NONE,
    'Budget type': NONE,
    Status: NONE,
    'Search impr. share': NONE,
  };
  yield shown({
    ...figures(campaigns),
    ...blank,
    'Campaign type': NONE,
    'Campaign status': 'Total: Campaigns',
  });
  yield shown({ ...figures(campaigns), 'Campaign status': 'Total: Account' });
  for (const kind of kindsOf(campaigns)) {
    const ofKind = campaigns.filter((campaign) => campaign.kind === kind);
    yield shown({
      ...figures(ofKind),
      'Campaign type': kind,
      'Campaign status': `Total: ${kind}`,
    });
  }
}

function figures(campaigns: readonly Campaign[]): Row {
  const [cost, clicks, impressions, conversions, value] = (
    ['cost', 'clicks', 'impressions', 'conversions', 'value'] as const
  ).map((name) => sumOf(campaigns, name)) as [number, number, number, number, number];
  return {
    'Impr.': grouped(String(impressions)),
    CTR: percent(clicks, impressions),
    'Currency code': 'USD',
    Cost: grouped(money(cost)),
    Clicks: grouped(String(clicks)),
    'Conv. rate': percent(conversions / 100, clicks),
    Conversions: grouped(money(conversions)),
    'Avg. CPC': clicks === 0 ? NONE : money(Math.round(cost / clicks)),
    'Cost / conv.': conversions === 0 ? NONE : money(Math.round((100 * cost) / conversions)),
    'Conv. value': grouped(money(value)),
    'Conv. value / Cost': cost === 0 ? NONE : (value / cost).toFixed(2),
  };
}

/** Google names no share below a tenth or above nine, and none where nobody searches. */
function impressionShare({ kind, share }: Campaign): string {
  if (kind === 'Display') return NONE;
  if (share < 0.1) return '< 10%';
  return share > 0.9 ? '> 90%' : `${(100 * share).toFixed(2)}%`;
}

function kindsOf(campaigns: readonly Campaign[]): string[] {
  return [...new Set(campaigns.map(({ kind }) => kind))];
}

function sumOf(
  campaigns: readonly Campaign[],
  name: 'cost' | 'clicks' | 'impressions' | 'conversions' | 'value',
): number {
  return campaigns.reduce((sum, campaign) => sum + campaign[name], 0);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? NONE : `${((100 * part) / whole).toFixed(2)}%`;
}

function grouped(text: string): string {
  return text.replace(/(?<=\d)(?=(?:\d{3})+(?:\.|$))/g, ',');
}

/** "January 1, 2025 - December 31, 2025" */
function periodOf(year: number, newest: Day): string {
  const until = Math.min(newest, dayFrom(year, 12, 31));
  return `January 1, ${String(year)} - ${longDate(until)}`;
}

const MONTH_NAMES =
  'January,February,March,April,May,June,July,August,September,October,November,December'.split(
    ',',
  );

function longDate(day: Day): string {
  const [year = '', month = '', date = ''] = isoDay(day).split('-');
  return `${MONTH_NAMES[Number(month) - 1] ?? ''} ${String(Number(date))}, ${year}`;
}
