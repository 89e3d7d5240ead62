import type { Adapter } from '../adapter.ts';
import { parsePeriod } from '../period-text.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { googleAdsTotals } from './google-ads-totals.ts';

/** Where the totals of a report stand; those on parts of campaigns can have them in the name of the part too. */
export const TOTAL_LABELS = ['firstLabel', 'campaignStatus', 'keywordStatus'];
export const PART_NAMES = ['searchTerm', 'keyword', 'location', 'matchType'];

/**
 * Names that tell it from the reports of other networks: English, then German, French, Spanish, Dutch, Portuguese, Italian,
 * Japanese, Czech, Russian and Polish ones as far as files and programs that read them show them. A name that nobody has seen is left out: such a file is unknown.
 */
const OWN_COLUMNS = [
  ...['Campaign status', 'Campaign type', 'Currency code', 'Impr.', 'Avg. CPC', 'Cost / conv.'],
  ...['Conv. value', 'Budget name'],
  ...['Kampagnenstatus', 'Kampagnentyp', 'Währungscode', 'Kosten/Conv.', 'Conv.-Wert'],
  ...[
    'Type de campagne',
    'État de la campagne',
    'Code de la devise',
    'Coût/conv.',
    'Valeur de conv.',
  ],
  ...['Estado de la campaña', 'Tipo de campaña', 'Código de moneda', 'CPC medio', 'Coste/conv.'],
  ...['Valor de conv.', 'Conv.waarde', 'Conv.waarde/kosten'],
  ...['Status da campanha', 'Status da palavra-chave', 'Tipo de campanha', 'Código da moeda'],
  ...['Custo / conv.', 'Nome do orçamento', 'Tipo de orçamento', 'Valor conv.'],
  ...['Estado da campanha', 'Stato della campagna', 'Costo / conv.', '通貨コード'],
  ...['Stav kampaně', 'Typ kampaně', 'Zobr.', 'Цена/конв.', 'Ср. цена за клик'],
  ...['Stan kampanii', 'Typ kampanii', 'Kod waluty', 'Wyświetl.', 'Wartość konw.', 'Koszt/konw.'],
];

/** The many further columns that a user can add, with the beginnings of their names in the other languages; none is read. */
const OTHER_METRICS =
  '(abs|accent|ad(format|name|strength|type)|allconv|allowflexible|alleconv|anteil|autoapplied|avg|beacon|bid|budget|business|call|campaign|changes|conv|cost|coût|cpcmedio|crossdevice|currency|customparam|description|desktop|display|durchschn|enable|engagement|estado|finalurl|gebot|gmail|headline|(landscape|square)?(image|logo)id|impr|interac|interaç|interaktion|interazioni|invalid|kosten|label|longheadline|mainc|mobile|motivi|motivos|nivel|optimi|orçamento|parcela|path[12]|phone|pontuação|presupuesto|price|promotion|relative|search|śr|status|tablet|target|tasa|tasso|taux|taxa|tipode|todaslasconv|top|trackingtemplate|touteslesconv|trueview|tv|udział|utracony|valeur|valor|value|video|verification|view).*';

/** The period of a card of the overview: "Campaigns(2026.03.01-2026.03.31).csv". */
function periodInName(path: string): Record<string, string> {
  const period = parsePeriod(/([\d.]+(?:-[\d.]+)?)\)/.exec(path)?.[1] ?? '');
  return period === null ? {} : { startsOn: period.startsOn, endsOn: period.endsOn };
}

/** "2026-03-01", "2026-03" or "March 2026". */
const MONTH = `CAST(coalesce(TRY_CAST(month AS DATE), TRY_CAST(month || '-01' AS DATE),
    TRY_STRPTIME(month, '%B %Y'), TRY_STRPTIME(month, '%b %Y')) AS DATE)`;

/**
 * Google Ads' campaign report: title and period above the header, columns as the user chose them, below the campaigns
 * a total of all campaigns, of the account and of each type of campaign; and the overview's card of campaigns. " --" is nothing, not zero. Also read: rows
 * by day, week or month, and ad groups, ads and keywords, which are parts of their campaign. Some German, French, Spanish,
 * Dutch, Portuguese, Italian, Japanese, Czech, Russian and Polish names are known; months in words only in English.
 */
export const googleAds: Adapter = {
  id: 'google-ads',
  label: 'Google Ads: Campaigns → Download',
  table: 'campaign_results',
  columns: {
    firstLabel: {
      headers: [
        ...['Day', 'Week', 'Month', 'Keyword status', 'Ad group status', 'Ad status', 'Ad group'],
        ...['Keyword state', 'Ad group state', 'Ad state', 'Status', 'Day & time'],
        ...['Tag', 'Woche', 'Monat', 'Jour', 'Mois', 'Día', 'Semana', 'Dia', '日', 'Dzień'],
        ...['Status da palavra-chave', 'Account', 'Account name', 'Account status', 'Customer ID'],
        ...[
          'Campaign ID',
          'Campaign type',
          'Network',
          'Device',
          'Konto',
          'Compte',
          'Cuenta',
          'Conta',
        ],
      ],
      type: 'text',
      first: true,
    },
    campaignStatus: {
      headers: [
        ...['Campaign status', 'Campaign state', 'Kampagnenstatus', 'Estado de la campaña'],
        ...['Status da campanha', 'Estado da campanha', 'Stato della campagna', 'Stav kampaně'],
        ...['Stan kampanii', 'État de la campagne', 'Campagnestatus'],
      ],
      type: 'text',
    },
    campaign: {
      headers: [
        ...['Campaign', 'Kampagne', 'Campagne', 'Campaña', 'Campanha', 'Campagna'],
        ...['キャンペーン', 'Kampaň', 'Кампания', 'Kampania', 'Campaign name', 'Nome da campanha'],
      ],
      type: 'text',
      required: true,
    },
    adGroup: {
      headers: ['Ad group', 'Anzeigengruppe', 'Groupe d’annonces', 'Grupo de anúncios'],
      type: 'text',
    },
    searchTerm: {
      headers: [
        ...['Search term', 'Suchbegriff', 'Terme de recherche', 'Término de búsqueda'],
        ...['Termo de pesquisa', 'Termine di ricerca', 'Zoekterm'],
      ],
      type: 'text',
    },
    keyword: {
      headers: [
        ...['Keyword', 'Search keyword', 'Mot clé', 'Palavra-chave', 'Pesquisar palavra-chave'],
        'Palavra-chave da rede de pesquisa',
      ],
      type: 'text',
    },
    keywordStatus: {
      headers: ['Keyword status', 'Keyword state', 'Ad group status', 'Ad group state'],
      type: 'text',
    },
    asset: { headers: ['Asset', 'Asset type'], type: 'text' },
    segment: { headers: ['Device', 'Network', 'Network (with search partners)'], type: 'text' },
    location: { headers: ['Location'], type: 'text' },
    matchType: { headers: ['Match type'], type: 'text' },
    campaignType: {
      headers: [
        ...['Campaign type', 'Kampagnentyp', 'Type de campagne', 'Tipo de campaña'],
        ...['Tipo de campanha', 'Typ kampaně', 'Typ kampanii'],
      ],
      type: 'text',
    },
    day: { headers: ['Day', 'Tag', 'Jour', 'Día', 'Dia', '日', 'День', 'Dzień'], type: 'date' },
    week: { headers: ['Week', 'Woche', 'Semana'], type: 'date' },
    month: { headers: ['Month', 'Monat', 'Mois'], type: 'text' },
    impressions: {
      headers: [
        ...['Impr.', 'Impressions', 'Impressionen', 'Impresiones', 'Vertoningen'],
        ...['Visualizzazioni', 'Impressioni', 'Impressões', '表示回数', 'Zobr.', 'Показы'],
        ...['Wyświetl.', 'Wyświetlenia'],
      ],
      type: 'integer',
    },
    impressionShare: {
      headers: [
        ...['Search impr. share', 'Search impression share', 'Impr. share'],
        ...['Anteil an möglichen Impressionen im Suchnetzwerk', 'Zoekvertoningsaandeel'],
        'Udział w wyświetleniach w sieci wyszukiwania',
      ],
      type: 'share',
    },
    clicks: {
      headers: [
        ...['Clicks', 'Klicks', 'Clics', 'Klikken', 'Cliques', 'Clic', 'Click', 'クリック数'],
        ...['Prokliky', 'Клики', 'Kliknięcia'],
      ],
      type: 'integer',
    },
    conversions: {
      headers: [
        ...['Conversions', 'Conv.', 'Conversiones', 'Conversies', 'Conversões'],
        ...['Conversioni', 'コンバージョン', 'Konverze', 'Конверсии', 'Konwersje'],
      ],
      type: 'decimal',
    },
    revenue: {
      headers: [
        ...['Conv. value', 'Conversion value', 'Total conv. value', 'Conv.-Wert'],
        ...['Valeur de conv.', 'Valor de conv.', 'Conv.waarde', 'Conversiewaarde'],
        ...['Valor conv.', 'Ценность конверсии', 'Wartość konw.'],
      ],
      type: 'decimal',
    },
    spend: {
      headers: [
        'Cost',
        'Kosten',
        'Coût',
        'Coste',
        'Costo',
        'Custo',
        'Spesa',
        '費用',
        'Cena',
        'Цена',
        'Koszt',
      ],
      type: 'decimal',
    },
    currency: {
      headers: [
        ...['Currency code', 'Currency', 'Währungscode'],
        ...['Code de la devise', 'Código de moneda', 'Código da moeda', '通貨コード', 'Kod waluty'],
      ],
      type: 'text',
    },
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
    const texts = lines.flatMap((line) => [
      line,
      /\(([^)]+)\)/.exec(line)?.[1] ?? '',
      /^\p{L}+: *(.+)/u.exec(line)?.[1] ?? '',
    ]);
    const period = texts.map(parsePeriod).find((found) => found !== null);
    return period ? { startsOn: period.startsOn, endsOn: period.endsOn } : {};
  },
  // Microsoft's grid has the same columns, but for what it calls the cost.
  recognises: (header) => !header.some((name) => foldHeader(name) === 'spend'),
  named: periodInName,
  ignore: [
    {
      code: 'ignored/asset',
      reason: 'Rows of parts of ads (headlines, pictures): one impression counts for several',
      where: 'asset IS NOT NULL',
    },
  ],
  summaries: googleAdsTotals({
    labels: [...TOTAL_LABELS, 'campaign'],
    names: PART_NAMES,
    isOfNothing: 'campaign IS NULL',
    isOfParts: `"adGroup" IS NOT NULL OR "searchTerm" IS NOT NULL OR keyword IS NOT NULL OR location IS NOT NULL`,
  }),
  overlap: { key: ['campaign', 'day', 'week', 'month', 'startsOn', 'endsOn'], newest: 'endsOn' },
  select: {
    campaign: 'campaign',
    detail: `nullif(concat_ws(' / ', "adGroup", coalesce("searchTerm", keyword), location), '')`,
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
      reason:
        'Rows of an unknown period ("All time"): nobody can tell which days they are of; choose a range of dates, best with Segment → Time → Day, and download the report again',
      where: `coalesce(day, week, ${MONTH}, "endsOn") IS NULL`,
    },
  ],
};
