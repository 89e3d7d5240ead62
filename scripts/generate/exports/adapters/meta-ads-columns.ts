import type { Adapter } from '../adapter.ts';
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
export const OWN_COLUMN = new RegExp(
  `^(?:${STARTS.map(foldHeader).join('|')}|(?:${SPEND_NAMES})[a-z]{3})$`,
);

/**
 * The columns of Meta's reports by their names in English and, as far as public programs that read such files name them, in
 * French, Spanish, German, Italian, Portuguese, Dutch, Turkish, Polish, Japanese and Chinese (Taiwan).
 */
export const META_ADS_COLUMNS = {
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
} satisfies Adapter['columns'];
