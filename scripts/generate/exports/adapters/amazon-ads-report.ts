import type { Adapter, ColumnDeclaration } from '../adapter.ts';

/** What the reports on Sponsored Products have in common; the window is 7 days for sellers and 14 for vendors. */
export interface AmazonAdsReport {
  id: string;
  label: string;
  /** Columns that only this report has; the first part of the campaign it tells of is its detail. */
  columns: Record<string, ColumnDeclaration>;
  otherHeaders: string[];
  oneOf?: string[][];
  /** SQL of the part of the campaign that a row is of. */
  detail?: string;
  /** SQL of the channel, where the report states it. */
  channel?: string;
  /**
   * Its start and end are days of the period, in reports of some years the first and last one on which the row had
   * impressions; in the campaign report they are the campaign's own.
   */
  hasPeriod: boolean;
}

const WINDOWS = ['7 Day', '14 Day', '30 Day', '1 Day'];
const NEW_TO_BRAND = WINDOWS.map((window) => `${window} New-to-brand Orders (#)`);
/** The windows of a German account; names of its columns are those of public programs that read such files. */
const GERMAN_WINDOWS = ['7 Tage', '14 Tage', '30 Tage'];
/** Those of a Spanish account, likewise. */
const SPANISH_WINDOWS = ['7 días', '14 días', '30 días'];

/** Only Sponsored Brands and Display know whether a buyer is new to the brand; which of them it is, the file's name says. */
export const AMAZON_ADS_CHANNEL = `CASE
    WHEN regexp_matches(lower("fileName"), 'sponsored.?brands') THEN 'sponsored brands'
    WHEN regexp_matches(lower("fileName"), 'sponsored.?display') THEN 'sponsored display'
    WHEN "newToBrand" IS NOT NULL THEN 'sponsored brands or display'
    ELSE 'sponsored products' END`;

/** Further German columns, none of which is read. */
const GERMAN_OTHERS = [
  'Portfolioname',
  'Anzeigengruppenname',
  'Übereinstimmungstyp',
  'Klickrate (CTR)',
  'Kosten pro Klick (CPC)',
  'Gesamtumsatzkosten für Werbung (ACOS)',
  'Zugeschriebene Umsatzkosten (ACOS) gesamt',
  'Gesamtrendite von Werbeausgaben (Return on Advertising Spend, ROAS)',
  'Gesamte Rentabilität der Anzeigenkosten (ROAS)',
  '7 Tage, Einheiten gesamt (#)',
  '7-Tage-Konversionsrate',
];

/** Further Japanese columns. */
const JAPANESE_OTHERS = [
  '広告がクリックされてから7日間の合計販売数',
  '広告費売上高比率（ACOS）合計',
  '広告費用対効果（ROAS）合計',
  'クリックスルー率 (CTR)',
  '平均クリック単価 (CPC)',
  'ターゲティング',
];

/** Further Spanish columns. */
const SPANISH_OTHERS = [
  'Nombre de la cartera',
  'Nombre del grupo de anuncios',
  'País',
  'Tipo de coincidencia',
  'Segmentación',
  'Índice de clics (CTR)',
  'Porcentaje de clics (CTR)',
  'Coste por clic (CPC)',
  'Coste publicitario de las ventas (ACOS) total',
  'Retorno de la inversión publicitaria (ROAS) total',
  'Unidades totales',
  ...SPANISH_WINDOWS.flatMap((window) => [
    `Unidades totales de ${window} (#)`,
    `Tasa de conversión de ${window}`,
    `Unidades SKU anunciadas ${window} (#)`,
    `Otras unidades SKU de ${window} (#)`,
    `Ventas SKU anunciadas ${window}`,
    `Otras ventas SKU de ${window}`,
  ]),
];

/** Further Italian and French columns. */
const ITALIAN_AND_FRENCH_OTHERS = [
  ...['Nome portafoglio', 'Nome del portafoglio', 'Nome gruppo di annunci', 'Paese'],
  ...['Nome del gruppo di annunci', 'Tipo di corrispondenza', 'Costo per clic (CPC)'],
  ...['Nom du portefeuille', 'Nom du groupe d’annonces', 'Pays', 'Type de correspondance'],
  ...['Ciblage', 'Coût par clic (CPC)', 'Taux de clics (CTR)'],
];

/** "Totale ordini (#) 7 giorni", "Total des commandes sur 7 jours (#)": words and days stand in any order. */
function romance(words: string): string {
  const days = '(?:7|14|30)(?:giorni|jours)';
  const name = `(?:total[ei]?s?(?:de|des|di)?)?${words}(?:total[ei]?s?)?(?:de|sur|su|di|a|in)?`;
  return `${name}${days}|${days}${name}`;
}

/** Text in quotes is written as `63\"" x 27`: a backslash besides the doubled quote. */
function withoutBackslash(text: string): string {
  return `replace(${text}, '\\"', '"')`;
}

/**
 * One of Amazon's reports on Sponsored Products, CSV or spreadsheet. Every report tells of the same money from
 * another side, so each is a source of its own. Sales are those that Amazon attributes within its window; it restates
 * them later, so of one campaign and day the newest file counts.
 */
export function amazonAdsReport(report: AmazonAdsReport): Adapter {
  const { hasPeriod } = report;
  const first = hasPeriod ? 'coalesce(date, "startDate")' : 'date';
  const last = hasPeriod ? 'coalesce(date, "endDate", "startDate")' : 'date';
  return {
    id: report.id,
    label: report.label,
    table: 'campaign_results',
    columns: {
      date: { headers: ['Date', 'Datum', 'Fecha', 'Data', '日付'], type: 'date' },
      startDate: {
        headers: ['Start Date', 'Fecha de inicio', 'Data di inizio', 'Date de début', '開始日'],
        type: 'date',
      },
      endDate: {
        headers: ['End Date', 'Fecha de finalización', 'Data di fine', 'Date de fin', '終了日'],
        type: 'date',
      },
      campaign: {
        headers: [
          ...['Campaign Name', 'Kampagnen-Name', 'Kampagnenname'],
          ...['Nombre de campaña', 'Nombre de la campaña', 'キャンペーン名'],
          ...['Nome campagna', 'Nome della campagna', 'Nom de la campagne'],
        ],
        type: 'text',
        required: true,
      },
      currency: { headers: ['Currency', 'Währung', 'Divisa', 'Valuta', 'Devise'], type: 'text' },
      ...report.columns,
      impressions: {
        headers: [
          ...['Impressions', 'Impressionen', 'Impresiones', 'Impressioni', 'インプレッション'],
        ],
        type: 'integer',
      },
      newToBrand: { headers: NEW_TO_BRAND, type: 'text' },
      fileName: { headers: [], type: 'text' },
      impressionShare: { headers: ['Top-of-search Impression Share'], type: 'share' },
      clicks: {
        headers: ['Clicks', 'Klicks', 'Clics', 'Clic', 'クリック', 'クリック数'],
        type: 'integer',
      },
      // The report on purchased products has no spend: it is none of these.
      spend: {
        headers: ['Spend', 'Ausgaben', 'Gasto', 'Spesa', 'Dépenses', 'Dépense', '費用'],
        type: 'decimal',
        ...(report.detail === undefined ? {} : { requiredHeader: true }),
      },
      orders: {
        headers: [
          ...WINDOWS.map((window) => `${window} Total Orders (#)`),
          ...GERMAN_WINDOWS.flatMap((window) =>
            ['Aufträge', 'Bestellungen'].map((orders) => `${window}, ${orders} gesamt (#)`),
          ),
          ...SPANISH_WINDOWS.map((window) => `Pedidos totales de ${window} (#)`),
          'Pedidos totales',
          '広告がクリックされてから7日間の合計注文数',
        ],
        headerPattern: romance('(?:ordini|commandes)'),
        type: 'integer',
      },
      sales: {
        headers: [
          ...WINDOWS.map((window) => `${window} Total Sales`),
          ...GERMAN_WINDOWS.flatMap((window) =>
            ['Umsatz', 'Verkäufe'].map((sales) => `${window}, ${sales} gesamt`),
          ),
          ...SPANISH_WINDOWS.map((window) => `Ventas totales de ${window}`),
          '広告がクリックされてから7日間の総売上高',
        ],
        headerPattern: romance('(?:vendite|ventes)'),
        type: 'decimal',
      },
    },
    otherHeaders: [
      ...report.otherHeaders,
      'Portfolio name',
      ...GERMAN_OTHERS,
      ...SPANISH_OTHERS,
      ...JAPANESE_OTHERS,
      ...ITALIAN_AND_FRENCH_OTHERS,
      'Country',
      'Retailer',
      'Program Type',
      'Click-Thru Rate (CTR)',
      'Cost Per Click (CPC)',
      'Total Advertising Cost of Sales (ACoS)',
      'Total Return on Advertising Spend (RoAS)',
      'Viewable Impressions',
      ...WINDOWS.flatMap((window) =>
        ['% of Orders New-to-brand', 'New-to-brand Sales', '% of Sales New-to-brand'].map(
          (name) => `${window} ${name}`,
        ),
      ),
      ...WINDOWS.flatMap((window) =>
        ['Total Units (#)', 'Conversion Rate'].map((name) => `${window} ${name}`),
      ),
      ...WINDOWS.flatMap((window) =>
        ['SKU', 'ASIN'].flatMap((unit) => [
          `${window} Advertised ${unit} Units (#)`,
          `${window} Advertised ${unit} Sales`,
          `${window} Other ${unit} Units (#)`,
          `${window} Other ${unit} Sales`,
          `${window} Brand Halo ${unit} Units (#)`,
          `${window} Brand Halo ${unit} Sales`,
        ]),
      ),
    ],
    oneOf: [...(report.oneOf ?? []), ['orders', 'sales']],
    overlap: {
      key: ['campaign', 'date', ...(hasPeriod ? ['startDate', 'endDate'] : [])],
      newest: 'date',
    },
    ...(hasPeriod ? { reportPeriod: { first: 'startDate', last: 'endDate' } } : {}),
    select: {
      campaign: withoutBackslash('campaign'),
      ...(report.detail === undefined ? {} : { detail: withoutBackslash(report.detail) }),
      channel: report.channel ?? AMAZON_ADS_CHANNEL,
      startsOn: first,
      endsOn: last,
      impressions: 'impressions',
      impressionShare: '"impressionShare"',
      impressionShareBound: '"impressionShare_bound"',
      clicks: 'clicks',
      orders: 'orders',
      revenue: 'sales',
      spend: 'spend',
      currency: 'coalesce(currency, spend_currency)',
    },
    notes: [
      {
        code: 'note/no-period',
        reason: 'Rows without a day: export the report with the time unit "Daily"',
        where: `${last} IS NULL`,
      },
    ],
  };
}
