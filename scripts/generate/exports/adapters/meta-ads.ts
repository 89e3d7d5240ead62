import type { Adapter } from '../adapter.ts';
import { withinMeasure } from '../cells/within-measure.ts';
import { foldHeader } from '../plan/fold-header.ts';

/** "Amount spent (EGP)": the code in the header is the currency of all money. */
const SPEND_NAMES =
  'amountspent|montantdépensé|importegastado|ausgegebenerbetrag|importospeso|valor(?:usado|gasto)|besteedbedrag|harcanantutar|wydanakwota|消化金額|花費金額';
const SPEND = `(?:${SPEND_NAMES})([a-z]{3})?`;
const VALUE =
  '(?:websitepurchases?|purchases?)conversionvalue(?:[a-z]{3})?|valeurdeconversiondesachats|valordeconversãodacompra|conversiewaarde(?:van)?aankopen|購買轉換值|valordeconversióndecompras|valorediconversionedegliacquisti|conversionwert(?:fürkäufe|vonkäufen|derkäufe)';

/** The first day of the report. */
const STARTS = [
  'Reporting starts',
  'Début des rapports',
  'Inicio del informe',
  'Berichtsstart',
  'Inizio dei report',
  'Início dos relatórios',
  'Start rapportage',
  'Rapor Başlangıcı',
  'Początek raportowania',
  'レポート開始日',
  '分析報告開始',
];

/** With the days of the report left out, only the spend with its currency tells it from other networks' files by day. */
const OWN_COLUMN = new RegExp(
  `^(?:${STARTS.map(foldHeader).join('|')}|(?:${SPEND_NAMES})[a-z]{3})$`,
);

/** A report pivoted by day also has a row "All" for each campaign. */
const ALL_DAYS = `coalesce(lower(day) IN ('all', 'alle', 'tous', 'todo', 'todos', 'tudo', 'tutti', 'tutto'), false)`;
const DAY = 'TRY_CAST(day AS DATE)';
const NAME = 'coalesce(campaign, "adSet", ad)';

/** Results count whatever the ad was meant to bring; only purchases are counted here. */
const PURCHASES = `coalesce(purchases, CASE WHEN regexp_matches(lower("resultIndicator"), 'purchase|achat|compra|kauf|käuf|acquist|aankop|aankoop|alışveriş|購買|購入|zakup') THEN results END)`;

/**
 * Meta Ads Manager's table export on any level: campaigns, ad sets, ads. The columns are the user's; French, Spanish,
 * German, Italian, Portuguese, Dutch, Turkish, Polish, Japanese and Chinese (Taiwan) names as far as public programs that
 * read such files name them (no real file was seen). A file by day can lack the days of the report. The first row can be
 * the grand total (no name, delivery 0). Ad sets and ads are parts of their campaign; a report on the account by age, region
 * or the like has none. Reach, frequency and results of mixed
 * meaning are not read, since they do not add up.
 */
export const metaAds: Adapter = {
  id: 'meta-ads',
  label: 'Meta Ads Manager: Export table data',
  table: 'campaign_results',
  columns: {
    startsOn: {
      headers: STARTS,
      type: 'date',
    },
    endsOn: {
      headers: [
        'Reporting ends',
        'Fin des rapports',
        'Fin del informe',
        'Berichtsende',
        'Fine dei report',
        'Encerramento dos relatórios',
        'Término dos relatórios',
        'Rapor Sonu',
        'レポート終了日',
        '分析報告結束',
      ],
      type: 'date',
    },
    day: {
      headers: ['Day', 'Jour', 'Día', 'Tag', 'Giorno', 'Dia', 'Dag', 'Dzień', '日', '天數'],
      type: 'text',
    },
    campaign: {
      headers: [
        'Campaign name',
        'Campaign',
        'Nom de la campagne',
        'Nombre de la campaña',
        'Kampagnenname',
        'Nome della campagna',
        'Nome da campanha',
        'Campagnenaam',
        'Naam campagne',
        'Kampanya Adı',
        'Nazwa kampanii',
        'キャンペーン名',
        '行銷活動名稱',
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
        'Nome do conjunto de anúncios',
        'Naam advertentieset',
        'Nazwa zestawu reklam',
        '広告セット名',
        '廣告組合名稱',
      ],
      type: 'text',
    },
    ad: {
      headers: [
        'Ad name',
        'Ads',
        'Nom de la publicité',
        'Nombre del anuncio',
        'Anzeigenname',
        'Nome dell’inserzione',
        'Nome do anúncio',
        'Naam advertentie',
        'Advertentienaam',
        'Reklam Adı',
        'Nazwa reklamy',
        '広告の名前',
        '広告名',
        '廣告名稱',
      ],
      type: 'text',
    },
    /** What rows are parted by: a report on the account names no campaign. */
    breakdown: {
      headers: [
        ...['Age', 'Gender', 'Region', 'Country', 'Platform', 'Placement', 'Device platform'],
        ...['Impression device', 'Objective', 'Account name'],
      ],
      type: 'text',
    },
    campaignId: {
      headers: ['Campaign ID', 'Identificação da campanha', 'Campagne-ID'],
      type: 'text',
      ownDamage: true,
    },
    delivery: {
      headers: [
        ...['Campaign delivery', 'Ad set delivery', 'Ad delivery', 'Delivery'],
        'Veiculação da campanha',
      ],
      type: 'text',
    },
    results: {
      headers: [
        ...['Results', 'Résultats', 'Resultados', 'Ergebnisse', 'Risultati', 'Resultaten'],
        ...['Sonuçlar', 'Wyniki', '結果', '成果'],
      ],
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
        'Indicador de resultados',
        'Tipo de resultado',
        'Resultatenindicator',
        'Resultaatindicator',
        'Resultaattype',
      ],
      type: 'text',
    },
    spend: { headers: [], headerPattern: SPEND, type: 'decimal' },
    impressions: {
      headers: [
        ...['Impressions', 'Impresiones', 'Impressionen', 'Impression', 'Impressioni'],
        ...['Impressões', 'Weergaven', 'Vertoningen', 'Gösterim', 'Wyświetlenia'],
        ...['インプレッション', '曝光次數'],
      ],
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
        'Cliques no link',
        'Klikken op links',
        'Linkkliks',
        'Linkklikken',
        'Kliknięcia linku',
        'リンクのクリック',
        'リンククリック',
        '連結點擊次數',
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
        'Aankopen',
        'Alışverişler',
        '購買次數',
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
        'Retorno sobre o investimento em publicidade (ROAS) das compras',
        'Alışveriş Reklam Harcamasının Getirisi',
        '購買 ROAS（廣告投資報酬率）',
      ],
      type: 'number',
    },
    currency: { headers: ['Currency', 'Moeda'], type: 'text' },
    appInstalls: { headers: ['Mobile app installs'], type: 'integer' },
    reactions: { headers: ['Post reactions'], type: 'integer' },
    comments: { headers: ['Post comments'], type: 'integer' },
    shares: { headers: ['Post shares'], type: 'integer' },
    otherMetrics: { headers: [], headerPattern: '.+', type: 'cells' },
  },
  otherHeaders: ['Reach', 'Frequency', 'Attribution setting', 'Clicks (all)', 'CTR (all)'],
  recognises: (header) => header.some((name) => OWN_COLUMN.test(foldHeader(name))),
  oneOf: [
    ['startsOn', 'day'],
    ['endsOn', 'day'],
  ],
  summaries: [
    {
      reason: 'Rows of the grand total',
      where: `delivery = '0' OR (${NAME} IS NULL AND (SELECT bool_or(${NAME} IS NOT NULL) FROM typed))
        OR (${NAME} IS NULL AND breakdown IS NULL AND (SELECT bool_or(breakdown IS NOT NULL) FROM typed))`,
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
    campaign: `coalesce(${NAME}, 'All campaigns')`,
    detail: `CASE
        WHEN ${NAME} IS NULL THEN breakdown
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
