import { fullMonths } from '#core/market/full-months.ts';
import type { PlatformSum, PlatformTotals } from '#core/market/platform-facts.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Engine, Row } from '../engine.ts';

/** Reports that show the same money as another of their platform: they count where that one is not there. */
const SAME_AS: Record<string, readonly string[]> = {
  'google-ads-time-series': ['google-ads'],
  'amazon-ads-placement': ['amazon-ads-campaigns'],
  'amazon-ads-advertised-products': ['amazon-ads-campaigns', 'amazon-ads-placement'],
  'amazon-ads-targeting': [
    'amazon-ads-campaigns',
    'amazon-ads-placement',
    'amazon-ads-advertised-products',
  ],
  'amazon-ads-search-terms': [
    'amazon-ads-campaigns',
    'amazon-ads-placement',
    'amazon-ads-advertised-products',
    'amazon-ads-targeting',
  ],
  'mailchimp-report': ['mailchimp-campaigns'],
  'mailchimp-ab-report': ['mailchimp-campaigns'],
};
/** Of some campaigns only, and nobody knows of how many others there are. */
const PARTIAL: readonly string[] = ['google-ads-in-campaign'];

/**
 * Rows that began by as-of; of periods that end after it, only those are there that count (as-of.ts). A test with a group
 * that heard nothing counts all that people bought, whatever made them: it is a learning and nothing that a platform claims.
 */
const DATED_ROWS = `
SELECT *, coalesce(starts_on, sent_on) AS first_on, coalesce(ends_on, sent_on) AS last_on,
  coalesce(recipients, delivered) AS messages
FROM campaign_results r
WHERE coalesce(starts_on, sent_on) <= CAST($1 AS DATE)
  AND NOT EXISTS (FROM campaign_results c WHERE c.source = r.source AND c.campaign = r.campaign AND c.is_control)`;

const SPANS = `
SELECT DISTINCT source, bool_or(messages IS NOT NULL) OVER (PARTITION BY source) AS is_messages,
  bool_and(sent_on IS NOT NULL) OVER (PARTITION BY source) AS is_sent,
  CAST(first_on AS VARCHAR) AS first_on, CAST(last_on AS VARCHAR) AS last_on
FROM (${DATED_ROWS})
QUALIFY is_messages OR bool_or(spend IS NOT NULL) OVER (PARTITION BY source)
ORDER BY source, first_on, last_on`;

/** What is added up, as SQL; ads count conversions, and where a platform calls them orders, those. */
const FIGURES = {
  spend: 'spend',
  clicks: 'clicks',
  conversions: 'coalesce(conversions, orders)',
  messages: 'messages',
  orders: 'orders',
  revenue: 'revenue',
  unsubscribes: 'unsubscribes',
} as const;
type FigureName = keyof typeof FIGURES;

const SUMS = `
WITH inside AS (
  SELECT *, date_trunc('month', last_on) AS month, CASE WHEN $5 THEN messages > 0 ELSE spend > 0 END AS counts
  FROM (${DATED_ROWS}) WHERE source = $2 AND last_on BETWEEN CAST($3 AS DATE) AND CAST($4 AS DATE)
)
SELECT CAST(count(DISTINCT (campaign, sent_on)) AS INTEGER) AS campaigns,
  CAST(count(DISTINCT month) FILTER (WHERE counts) AS INTEGER) AS months,
  ${Object.entries(FIGURES)
    .map(
      ([name, sql]) => `CAST(sum(${sql}) AS VARCHAR) AS ${name},
  CAST(count(DISTINCT month) FILTER (WHERE counts AND ${sql} IS NOT NULL) AS INTEGER) AS ${name}_months`,
    )
    .join(',\n  ')}
FROM inside`;

/** What each platform's own export states of its last full months, by source; platforms without one are left out. */
export async function platformTotals(engine: Engine, asOf: string): Promise<PlatformTotals[]> {
  const rows = await engine.rows(SPANS, [asOf]);
  const bySource = Map.groupBy(rows, (row) => String(row['source']));
  const totals: PlatformTotals[] = [];
  for (const [source, own] of bySource) {
    const period = periodOf(own);
    if (period === null || !isWhole(source, bySource)) continue;
    const kind = own[0]?.['is_messages'] === true ? 'messages' : 'ads';
    const sums = await engine.rows(SUMS, [
      asOf,
      source,
      period.from,
      period.to,
      kind === 'messages',
    ]);
    const [found] = sums;
    if (found && Number(found['months']) > 0)
      totals.push({ source, kind, period, ...summed(found) });
  }
  return totals;
}

function isWhole(source: string, sources: ReadonlyMap<string, unknown>): boolean {
  return !PARTIAL.includes(source) && !(SAME_AS[source] ?? []).some((other) => sources.has(other));
}

function periodOf(rows: readonly Row[]): Period | null {
  const days = rows.map((row) => ({ from: String(row['first_on']), to: String(row['last_on']) }));
  return fullMonths(days, rows[0]?.['is_sent'] === true);
}

function summed(row: Row): Omit<PlatformTotals, 'source' | 'kind' | 'period'> {
  const figure = (name: FigureName): PlatformSum => ({
    sum: row[name] == null ? null : Number(row[name]),
    months: Number(row[`${name}_months`]),
  });
  return {
    campaigns: Number(row['campaigns']),
    months: Number(row['months']),
    spend: figure('spend'),
    clicks: figure('clicks'),
    conversions: figure('conversions'),
    messages: figure('messages'),
    orders: figure('orders'),
    revenue: figure('revenue'),
    unsubscribes: figure('unsubscribes'),
  };
}
