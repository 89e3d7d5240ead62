import type { Adapter } from '../adapter.ts';
import { withinMeasure } from '../cells/within-measure.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { META_ADS_COLUMNS, OWN_COLUMN } from './meta-ads-columns.ts';
import { BREAKDOWN, LAID_OUT_PARTS, META_ADS_TOTALS, NAME } from './meta-ads-totals.ts';

/** "website purchases", "fb_pixel_purchase" and what they are called elsewhere, but no basket of purchases. */
const BOUGHT =
  'purchase|achat|compra|kauf|käuf|acquist|aankop|aankoop|alışveriş|購買|購入|zakup|购物|구매|покуп|pembelian';
const BASKET =
  'cart|panier|carrito|carrinho|wagen|warenkorb|carrello|sepet|koszyk|购物车|購物車|장바구니|корзин|keranjang';
const COUNTS_PURCHASES = `regexp_matches(lower("resultIndicator"), '${BOUGHT}') AND NOT regexp_matches(lower("resultIndicator"), '${BASKET}')`;
/** Results count whatever the ad was meant to bring; only purchases are counted here. */
const PURCHASES = `coalesce(purchases, CASE WHEN ${COUNTS_PURCHASES} THEN results END)`;

/**
 * Meta Ads Manager's table export on any level: campaigns, ad sets, ads. The columns are the user's
 * (meta-ads-columns.ts). A file by day can lack the days of the report. The first row can be the grand total (no name,
 * delivery 0). Ad sets and ads are parts of their campaign; a report on the account by age, region or the like has none.
 * Reach, frequency and results of mixed meaning are not read, since they do not add up.
 */
export const metaAds: Adapter = {
  id: 'meta-ads',
  label: 'Meta Ads Manager: Export table data',
  table: 'campaign_results',
  columns: META_ADS_COLUMNS,
  otherHeaders: ['Reach', 'Frequency', 'Attribution setting', 'Clicks (all)', 'CTR (all)'],
  recognises: (header) => header.some((name) => OWN_COLUMN.test(foldHeader(name))),
  oneOf: [
    ['startsOn', 'day'],
    ['endsOn', 'day'],
  ],
  ignore: [LAID_OUT_PARTS],
  summaries: META_ADS_TOTALS,
  shortFooters: [String.raw`No data available\.?`],
  overlap: {
    key: ['campaign', 'startsOn', 'endsOn', 'day'],
    newest: 'endsOn',
    apart: 'account',
  },
  select: {
    campaign: `coalesce(${NAME}, 'All campaigns')`,
    detail: `CASE
        WHEN ${NAME} IS NULL THEN ${BREAKDOWN}
        WHEN campaign IS NULL AND "adSet" IS NULL THEN NULL
        WHEN campaign IS NULL THEN ad
        ELSE nullif(concat_ws(' / ', nullif("adSet", 'All'), nullif(ad, 'All')), '')
      END`,
    channel: `'paid social'`,
    startsOn: `coalesce("onDay", "startsOn")`,
    endsOn: `coalesce("onDay", "endsOn")`,
    impressions: 'impressions',
    clicks: 'clicks',
    conversions: PURCHASES,
    revenue: `coalesce(value, ${withinMeasure('round(roas * spend, 2)')})`,
    spend: 'spend',
    currency: 'coalesce(currency, spend_currency)',
  },
  notes: [
    {
      code: 'note/other-results',
      reason: 'Rows whose results are no purchases (leads, checkouts): not counted as conversions',
      where: `results > 0 AND ${PURCHASES} IS NULL`,
    },
    {
      code: 'note/no-account',
      reason:
        'Rows of a report that names neither campaign nor account: of several of the same days one counts; add "Account ID" for more accounts',
      where: `${NAME} IS NULL AND account IS NULL`,
    },
    {
      code: 'note/no-figures',
      reason: 'Rows without impressions, clicks, spend or purchases: nothing can be said of them',
      where: `coalesce(spend, impressions, clicks, ${PURCHASES}, value) IS NULL`,
    },
    {
      code: 'note/excel-damage',
      reason: 'Ids that a spreadsheet program turned into 1.2E+17: lost, the names are used',
      where: `regexp_full_match("campaignId", '\\d(\\.\\d+)?E\\+\\d+')`,
    },
  ],
};
