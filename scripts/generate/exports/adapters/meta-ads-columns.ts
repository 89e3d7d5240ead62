import type { Adapter } from '../adapter.ts';
import { foldHeader } from '../plan/fold-header.ts';

/** "Amount spent (EGP)": the code in the header is the currency of all money. */
const SPENT = [
  ...['Amount spent', 'Montant dépensé', 'Importe gastado', 'Ausgegebener Betrag'],
  ...['Importo speso', 'Valor usado', 'Valor gasto', 'Besteed bedrag', 'Harcanan tutar'],
  ...['Wydana kwota', 'Vydaná částka', 'Сумма затрат', 'Потраченная сумма', 'Сума витрат'],
  ...['Jumlah yang dibelanjakan', 'Số tiền đã chi tiêu', '지출 금액', '消化金額', '花費金額'],
  ...['已花费金额', 'المبلغ الذي تم إنفاقه'],
];
const VALUES = [
  ...['Purchases conversion value', 'Purchase conversion value'],
  ...['Website purchases conversion value', 'Website purchase conversion value'],
  ...['Valeur de conversion des achats', 'Valor de conversión de compras'],
  ...['Valor de conversão da compra', 'Valore di conversione degli acquisti'],
  ...['Conversionwert für Käufe', 'Conversionwert von Käufen', 'Conversionwert der Käufe'],
  ...['Conversiewaarde aankopen', 'Conversiewaarde van aankopen', 'Nilai konversi pembelian'],
  ...['Ценность конверсии покупки с сайта', '구매 전환값', '購買轉換值', '购物转化价值'],
  'قيمة تحويل عمليات الشراء',
];
/** What the rows of a report can be parted by. */
const BREAKDOWNS = [
  ...['Age', 'Gender', 'Region', 'Country', 'Platform', 'Placement', 'Device platform'],
  ...['Impression device', 'Objective'],
  ...['Plataforma', 'Posicionamento', 'Idade', 'Gênero', 'Região', 'País'],
  ...['Edad', 'Sexo', 'Región', 'Ubicación', 'Âge', 'Genre', 'Région', 'Pays', 'Plateforme'],
  ...['Alter', 'Geschlecht', 'Land', 'Plattform', 'Platzierung'],
  ...['Età', 'Genere', 'Regione', 'Paese', 'Piattaforma', 'Posizionamento'],
  ...['Account name', 'Nome da conta'],
];
const SPENT_PATTERN = anyOf(SPENT);

function anyOf(names: string[]): string {
  return `(?:${names.map(foldHeader).join('|')})`;
}

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
  ...['报告开始日期', '보고 시작', 'Awal pelaporan', 'Lượt bắt đầu báo cáo'],
  ...['Začátek reportování', 'Дата начала отчетности', 'Начало отчётного периода'],
  ...['Початок звітності', 'بداية التقارير'],
];

const DAYS = [
  ...['Day', 'Jour', 'Día', 'Tag', 'Giorno', 'Dia', 'Dag', 'Dzień'],
  ...['일', 'Ngày', 'День', '日', '天數', '单日'],
];
/** What a pivoted report calls the row of all days. */
export const ALL_DAYS = ['All', 'Alle', 'Tous', 'Todo', 'Todos', 'Tudo', 'Tutti', 'Tutto'];

/** With the days of the report left out, only the spend with its currency tells it from other networks' files by day. */
export const OWN_COLUMN = new RegExp(`^(?:${anyOf(STARTS)}|${SPENT_PATTERN}[a-z]{3})$`);
export const SPENT_IN_CURRENCY = new RegExp(`^${SPENT_PATTERN}[a-z]{3}$`);

/**
 * The columns of Meta's reports by their names in English and, as far as public programs that read such files name them, in
 * French, Spanish, German, Italian, Portuguese, Dutch, Turkish, Polish, Czech, Russian, Ukrainian, Indonesian, Vietnamese,
 * Korean, Japanese, Chinese and Arabic.
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
      ...['报告结束日期', '보고 종료', 'Akhir pelaporan', 'Lượt kết thúc báo cáo'],
      ...['Konce reportů', 'Дата окончания отчетности', 'Окончание отчетности'],
      ...['Конец отчётного периода', 'Завершення звітності', 'نهاية التقارير'],
    ],
    type: 'date',
  },
  onDay: { headers: DAYS, type: 'date', empty: ALL_DAYS },
  /** The same cell, which can say that the row is of all days. */
  day: { headers: DAYS, type: 'text' },
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
      ...['广告系列名称', '캠페인 이름', 'Nama kampanye', 'Tên chiến dịch', 'Název kampaně'],
      ...['Название кампании', 'Назва кампанії', 'اسم الحملة'],
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
      ...['광고 세트 이름', 'Nama set iklan', 'Tên nhóm quảng cáo', 'Название группы объявлений'],
      'اسم مجموعة الإعلانات',
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
      ...['广告名称', '광고 이름', 'Nama iklan', 'Tên quảng cáo', 'اسم الإعلان'],
    ],
    type: 'text',
  },
  /** What rows are parted by: a report on the account names no campaign. */
  breakdowns: { headers: [], headerPattern: anyOf(BREAKDOWNS), type: 'cells' },
  /** Its number, since a name can be changed. */
  account: {
    headers: ['Account ID', 'Идентификатор аккаунта'],
    type: 'text',
  },
  campaignId: {
    headers: ['Campaign ID', 'Identificação da campanha', 'Campagne-ID', 'Идентификатор кампании'],
    type: 'text',
    ownDamage: true,
  },
  delivery: {
    headers: [
      ...['Campaign delivery', 'Ad set delivery', 'Ad delivery', 'Delivery'],
      ...['Veiculação da campanha', '广告系列投放', 'Penayangan kampanye', 'Показ кампании'],
    ],
    type: 'text',
  },
  results: {
    headers: [
      ...['Results', 'Résultats', 'Resultados', 'Ergebnisse', 'Risultati', 'Resultaten'],
      ...['Sonuçlar', 'Wyniki', '結果', '成果', '成效', '결과', 'Hasil', 'Kết quả'],
      ...['Результаты', 'Результат', 'Результати'],
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
      ...['成效指标', 'Indikator hasil', 'Индикатор результата', 'Тип результата'],
      ...['결과 유형', 'Loại kết quả', 'Jenis hasil'],
    ],
    type: 'text',
  },
  spend: { headers: [], headerPattern: `${SPENT_PATTERN}([a-z]{3})?`, type: 'decimal' },
  impressions: {
    headers: [
      ...['Impressions', 'Impresiones', 'Impressionen', 'Impression', 'Impressioni'],
      ...['Impressões', 'Weergaven', 'Vertoningen', 'Gösterim', 'Wyświetlenia'],
      ...['インプレッション', '曝光次數', '展示次数', '노출', 'Impresi', 'Lượt hiển thị'],
      ...['Показы', 'Покази', 'مرات الظهور'],
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
      ...['链接点击量', '링크 클릭', 'Klik tautan', 'Lượt click vào liên kết'],
      ...['Клики по ссылке', 'Клики на ссылку'],
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
      ...['购物次数', '구매', 'Pembelian', 'Покупки', 'Покупки на сайте'],
      'عمليات الشراء',
    ],
    type: 'decimal',
  },
  value: { headers: [], headerPattern: `${anyOf(VALUES)}(?:[a-z]{3})?`, type: 'decimal' },
  roas: {
    headers: [
      'Purchase ROAS (return on ad spend)',
      'Purchase ROAS',
      'Website purchase ROAS (return on advertising spend)',
      'Website purchase ROAS',
      'Retorno sobre o investimento em publicidade (ROAS) das compras',
      'Alışveriş Reklam Harcamasının Getirisi',
      '購買 ROAS（廣告投資報酬率）',
      ...['广告花费回报 (ROAS) - 购物', '구매 ROAS'],
      'ROAS (imbal hasil belanja iklan) pembelian',
    ],
    type: 'number',
  },
  currency: { headers: ['Currency', 'Moeda', 'Валюта', 'Đơn vị tiền tệ'], type: 'text' },
  appInstalls: { headers: ['Mobile app installs'], type: 'integer' },
  reactions: { headers: ['Post reactions'], type: 'integer' },
  comments: { headers: ['Post comments'], type: 'integer' },
  shares: { headers: ['Post shares'], type: 'integer' },
  otherMetrics: { headers: [], headerPattern: '.+', type: 'cells' },
} satisfies Adapter['columns'];
