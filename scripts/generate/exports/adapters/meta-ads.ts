import type { Adapter } from '../adapter.ts';
import { withinMeasure } from '../cells/within-measure.ts';

/** "Amount spent (EGP)": the code in the header is the currency of all money. */
const SPEND =
  '(?:amountspent|montantdépensé|importegastado|ausgegebenerbetrag|importospeso)([a-z]{3})?';
const VALUE =
  '(?:websitepurchases?|purchases?)conversionvalue(?:[a-z]{3})?|valeurdeconversiondesachats|valordeconversióndecompras|valorediconversionedegliacquisti|conversionwert(?:fürkäufe|vonkäufen|derkäufe)';

/** A report pivoted by day also has a row "All" for each campaign. */
const ALL_DAYS = `coalesce(lower(day) IN ('all', 'alle', 'tous', 'todo', 'todos', 'tutti', 'tutto'), false)`;
const DAY = 'TRY_CAST(day AS DATE)';

/** Results count whatever the ad was meant to bring; only purchases are counted here. */
const PURCHASES = `coalesce(purchases, CASE WHEN regexp_matches(lower("resultIndicator"), 'purchase|achat|compra|kauf|käuf|acquist') THEN results END)`;

/**
 * Meta Ads Manager's table export on any level: campaigns, ad sets, ads. The columns are the user's; French, Spanish,
 * German and Italian names as far as public programs that read such files name them (no real file was seen). The first row can be the grand total (no name, delivery 0). Ad sets and
 * ads are parts of their campaign. Reach, frequency and results of mixed meaning are not read, since they do not add up.
 */
export const metaAds: Adapter = {
  id: 'meta-ads',
  label: 'Meta Ads Manager: Export table data',
  table: 'campaign_results',
  columns: {
    startsOn: {
      headers: [
        'Reporting starts',
        'Début des rapports',
        'Inicio del informe',
        'Berichtsstart',
        'Inizio dei report',
      ],
      type: 'date',
      required: true,
    },
    endsOn: {
      headers: [
        'Reporting ends',
        'Fin des rapports',
        'Fin del informe',
        'Berichtsende',
        'Fine dei report',
      ],
      type: 'date',
      required: true,
    },
    day: { headers: ['Day', 'Jour', 'Día', 'Tag', 'Giorno'], type: 'text' },
    campaign: {
      headers: [
        'Campaign name',
        'Campaign',
        'Nom de la campagne',
        'Nombre de la campaña',
        'Kampagnenname',
        'Nome della campagna',
      ],
      type: 'text',
    },
    adSet: {
      headers: [
        'Ad set name',
        'Nom de l’ensemble de publicités',
        'Nombre del conjunto de anuncios',
        'Name der Anzeigengruppe',
        'Anzeigengruppenname',
        'Nome del gruppo di inserzioni',
      ],
      type: 'text',
    },
    ad: {
      headers: [
        'Ad name',
        'Nom de la publicité',
        'Nombre del anuncio',
        'Anzeigenname',
        'Nome dell’inserzione',
      ],
      type: 'text',
    },
    campaignId: { headers: ['Campaign ID'], type: 'text' },
    delivery: {
      headers: ['Campaign delivery', 'Ad set delivery', 'Ad delivery', 'Delivery'],
      type: 'text',
    },
    results: {
      headers: ['Results', 'Résultats', 'Resultados', 'Ergebnisse', 'Risultati'],
      type: 'decimal',
    },
    resultIndicator: {
      headers: [
        'Result indicator',
        'Result type',
        'Indicateur de résultats',
        'Indicador de resultado',
        'Ergebnisindikator',
        'Indicatore di risultato',
      ],
      type: 'text',
    },
    spend: { headers: [], headerPattern: SPEND, type: 'decimal' },
    impressions: {
      headers: ['Impressions', 'Impresiones', 'Impressionen', 'Impression', 'Impressioni'],
      type: 'integer',
    },
    clicks: {
      headers: [
        'Link clicks',
        'Clics sur un lien',
        'Clics sur le lien',
        'Clics en el enlace',
        'Link-Klicks',
        'Clic sul link',
      ],
      type: 'integer',
    },
    purchases: {
      headers: [
        'Purchases',
        'Website purchases',
        'Achats',
        'Compras',
        'Käufe',
        'Acquisti',
        'Acquisti sul sito web',
      ],
      type: 'decimal',
    },
    value: { headers: [], headerPattern: VALUE, type: 'decimal' },
    roas: {
      headers: [
        'Purchase ROAS (return on ad spend)',
        'Purchase ROAS',
        'Website purchase ROAS (return on advertising spend)',
        'Website purchase ROAS',
      ],
      type: 'number',
    },
    currency: { headers: ['Currency'], type: 'text' },
    appInstalls: { headers: ['Mobile app installs'], type: 'integer' },
    reactions: { headers: ['Post reactions'], type: 'integer' },
    comments: { headers: ['Post comments'], type: 'integer' },
    shares: { headers: ['Post shares'], type: 'integer' },
    otherMetrics: { headers: [], headerPattern: '.+', type: 'cells' },
  },
  otherHeaders: ['Reach', 'Frequency', 'Attribution setting', 'Clicks (all)', 'CTR (all)'],
  oneOf: [['campaign', 'adSet', 'ad']],
  summaries: [
    {
      reason: 'Rows of the grand total',
      where: `delivery = '0' OR coalesce(campaign, "adSet", ad) IS NULL`,
      sums: [
        'spend',
        'impressions',
        'clicks',
        'purchases',
        'value',
        'appInstalls',
        'reactions',
        'comments',
        'shares',
      ],
      covers: `NOT ${ALL_DAYS.replaceAll('day', 'k.day')}`,
    },
    {
      reason: 'Rows of all days beside a row for each day',
      where: ALL_DAYS,
      sums: ['spend', 'impressions', 'clicks', 'purchases', 'value'],
      covers: `k.campaign IS NOT DISTINCT FROM s.campaign AND k."adSet" IS NOT DISTINCT FROM s."adSet"
        AND k.ad IS NOT DISTINCT FROM s.ad`,
    },
  ],
  overlap: { key: ['campaign', 'startsOn', 'endsOn', 'day'], newest: 'endsOn' },
  select: {
    campaign: 'coalesce(campaign, "adSet", ad)',
    detail: `CASE
        WHEN campaign IS NULL AND "adSet" IS NULL THEN NULL
        WHEN campaign IS NULL THEN ad
        ELSE nullif(concat_ws(' / ', "adSet", ad), '')
      END`,
    channel: `'paid social'`,
    startsOn: `coalesce(${DAY}, "startsOn")`,
    endsOn: `coalesce(${DAY}, "endsOn")`,
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
