import { expect, it } from 'vitest';
import type { FileReport } from '#core/schemas/data-quality.ts';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { campaignRows, readReasons, reasonCounts } from './campaign-rows.ts';

/** 17 and more columns as a user chose them; " --" is nothing; totals of three kinds, rounded by themselves. */
const PERIOD = `Campaign report
"March 27, 2026 - April 23, 2026"
Campaign status,Campaign,Budget,Budget name,Budget type,Status,Status reasons,Campaign type,Impr.,CTR,Currency code,Cost,Clicks,Conv. rate,Conversions,Conv. value,Avg. CPC,Cost / conv.,Search impr. share,Conv. (Platform Comparable)
Enabled,Tea | Brand,0.66, --,Daily,Eligible,,Search,"25,881",4.00%,GBP,"1,234.56","1,035",0.33%,3.42,310.50,1.19,360.98,< 10%,2.00
Paused,Tea | Generic,10.00, --,Campaign Total,Eligible (Limited),bidding strategy learning; some groups limited,Search,"1,000",2.00%,GBP,20.00,20,0.00%,0.00,0.00,1.00,0,45.5%,0.00
Enabled,Cups, --, --,Daily,Eligible,,Smart,0, --,GBP,0.00,0,0.00%,15.00,90.00,0,0, --,0.00
Total: Campaigns, --, --, --, --, --,, --,"26,881", --,GBP,"1,254.56","1,055",0.00%,18.42,400.50,0,0, --,2.00
Total: Account,,,,,,,,"26,881", --,GBP,"1,254.57","1,055",0.00%,18.42,400.50,0,0, --,2.00
Total: Search,,,,,,,Search,"26,881", --,GBP,"1,254.56","1,055",0.00%,3.42,310.50,0,0, --,2.00
Total: Smart,,,,,,,Smart,0, --,GBP,0.00,0,0.00%,15.00,90.00,0,0, --,0.00
`;

/** "Excel .csv": UTF-16LE and tabs, in German grouping of days; the total does not add up. */
const WIDE = [
  'Campaign report',
  '1–30 June 2026',
  ['Day', 'Campaign status', 'Campaign', 'Campaign type', 'Clicks', 'Impr.', 'Currency code', 'Cost'].join('\t'),
  ['2026-06-01', 'Enabled', 'Beans', 'Shopping', '5', '100', 'EUR', '4.00'].join('\t'),
  ['2026-06-02', 'Enabled', 'Beans', 'Shopping', '7', '110', 'EUR', '6.00'].join('\t'),
  ['Total: Account', ' --', ' --', ' --', '13', '210', 'EUR', '10.00'].join('\t'),
  '',
].join('\n'); // prettier-ignore

/** Nothing but columns, as an empty account has it. */
const EMPTY =
  'Campaign report\nAll time\nCampaign status,Campaign,Budget name,Currency code,Budget,Budget type,Status,Campaign type\n';

const ALL_TIME =
  'Campaign report\nAll time\nCampaign,Campaign type,Impr.,Clicks,Cost,Currency code\nOld,Display,10,1,0.50,GBP\nTotal: Campaigns, --,10,1,0.50,GBP\n';

/** A card of the overview: no lines above, the currency in the cells, weekdays. */
const CARD = `Date,Clicks,Impressions,Avg. CPC,Cost
"Thu, 5 Feb 2026",0,0,US$0.00,US$0.00
"Fri, 6 Feb 2026",26,75,US$1.92,"US$1,050.00"
`;

/** A report on keywords: parts of their campaign, with totals in another first column. */
const KEYWORDS = `Search keyword report
All time
Keyword status,Keyword,Match type,Campaign,Ad group,Status,Currency code,Impr.,Cost,Clicks
Enabled,oolong,Phrase match,Leaves,Rare,Eligible,GBP,30,3.00,3
Enabled,gyokuro,Exact match,Leaves,Rare,Eligible,GBP,20,2.00,2
Total: Keywords, --, --, --, --, --,GBP,50,5.00,5
Total: Account,,,,,,GBP,50,5.00,5
`;

/** Microsoft’s grid, and another card of Google’s overview: nothing of campaigns or days. */
const MICROSOFT =
  'Status,Campaign,Budget,Delivery,Clicks,Impr.,CTR,Avg. CPC,Spend,Conv.\nEnabled,Tea,10.00,Eligible,10,100,10%,0.50,5.00,1\n';
const NETWORKS = 'Network,Clicks,Cost,Avg. CPC\nGoogle Search,7,US$9.72,US$1.39\n';

it('reads Google Ads’ campaign report in every dialect and proves its totals', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WIDE, 'utf16le')]);
  const { files, engine } = await readFiles(
    {
      'all.csv': ALL_TIME,
      'card.csv': CARD,
      'empty.csv': EMPTY,
      'keywords.csv': KEYWORDS,
      'microsoft.csv': MICROSOFT,
      'networks.csv': NETWORKS,
      'period.csv': PERIOD,
      'wide.csv': utf16,
    },
    shopConfig({ rates: { EUR: 0.5, USD: 2 } }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['google-ads', 1, 1],
    ['google-ads-time-series', 2, 0],
    ['google-ads', 0, 0],
    ['google-ads', 2, 2],
    [null, 0, 0],
    [null, 0, 0],
    ['google-ads', 3, 4],
    ['google-ads', 2, 1],
  ]);
  expect(files.map(reasonCounts)).toEqual([
    { 'ignored/summary-row': 1, 'note/no-period': 1 },
    {},
    { 'note/no-rows': 0 },
    { 'ignored/summary-row': 1, 'note/no-period': 2 },
    { 'file/unknown': 0 },
    { 'file/unknown': 0 },
    { 'ignored/summary-row': 4 },
    { 'ignored/summary-row': 1, 'note/summary-differs': 1 },
  ]);
  expect(JSON.stringify(files[7]?.reasons)).toContain('clicks: stated 13, rows add up to 12');
  const columns =
    'campaign, detail, channel, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::DECIMAL(9,2) AS conversions, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend, impression_share::DECIMAL(9,3) AS share, impression_share_bound AS bound';
  const none = { detail: null, conversions: null, revenue: null, share: null, bound: null };
  const spring = { detail: null, starts: '2026-03-27', ends: '2026-04-23' };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...none, ...spring, campaign: 'Cups', channel: 'smart', impressions: 0, clicks: 0, conversions: '15.00', revenue: '90.00', spend: '0.00' },
    { ...spring, campaign: 'Tea | Brand', channel: 'search', impressions: 25_881, clicks: 1035, conversions: '3.42', revenue: '310.50', spend: '1234.56', share: '0.100', bound: '<' },
    { ...spring, campaign: 'Tea | Generic', channel: 'search', impressions: 1000, clicks: 20, conversions: '0.00', revenue: '0.00', spend: '20.00', share: '0.455', bound: null },
    { ...none, campaign: 'Beans', channel: 'shopping', starts: '2026-06-01', ends: '2026-06-01', impressions: 100, clicks: 5, spend: '2.00' },
    { ...none, campaign: 'Beans', channel: 'shopping', starts: '2026-06-02', ends: '2026-06-02', impressions: 110, clicks: 7, spend: '3.00' },
    { ...none, campaign: 'Leaves', detail: 'Rare / gyokuro', channel: null, starts: null, ends: null, impressions: 20, clicks: 2, spend: '2.00' },
    { ...none, campaign: 'Leaves', detail: 'Rare / oolong', channel: null, starts: null, ends: null, impressions: 30, clicks: 3, spend: '3.00' },
    { ...none, campaign: 'Old', channel: 'display', starts: null, ends: null, impressions: 10, clicks: 1, spend: '0.50' },
    { ...none, campaign: 'All campaigns', channel: null, starts: '2026-02-05', ends: '2026-02-05', impressions: 0, clicks: 0, spend: '0.00' },
    { ...none, campaign: 'All campaigns', channel: null, starts: '2026-02-06', ends: '2026-02-06', impressions: 75, clicks: 26, spend: '2100.00' },
  ]); // prettier-ignore
});

/** Names as they stand in files of accounts in other languages; a spreadsheet program has saved the French one anew. */
const GERMAN = `Kampagnenbericht
"1. September 2026 - 2. September 2026"
Tag,Kampagnenstatus,Kampagne,Kampagnentyp,Währungscode,Kosten,Impr.,Klicks,Conversions,Conv.-Wert,"Kosten/Conv."
2026-09-01,Aktiviert,Tee,Suchen,EUR,"1.234,56","12.345",120,"3,00","310,50","411,52"
2026-09-02,Aktiviert,Tee,Suchen,EUR,"99,90",900,9,"0,50", --,"199,80"
Gesamt: Konto,--,--,--,EUR,"1.334,46","13.245",129,"3,50","310,50","381,27"
`;
const FRENCH = `Rapport sur les campagnes
"1 sept. 2026 - 30 sept. 2026"
Campagne;Type de campagne;Code de la devise;Coût;Impr.;Clics;Conversions;Coût/conv.
Thé;Search;EUR;1\u202f020,50;10\u202f500;88;2,50;408,20
Total\u00a0: compte;--;EUR;1\u202f020,50;10\u202f500;88;2,50;408,20
`;
const SPANISH = `Informe de campaña
1 de julio de 2026 - 20 de septiembre de 2026
Estado de la campaña,Campaña,Presupuesto,Tipo de presupuesto,Nivel de optimización,Tipo de campaña,Código de moneda,Coste,Impr.,CTR,CPC medio,Clics,Conversiones,Coste/conv.
Habilitada,Té,"50,00",Diario,"85,3%",Buscar,EUR,"8651,95","1.247","10,34%","67,07",129,"12,00","721,00"
Total: Cuenta, --, --, --, --, --,EUR,"8651,95","1.247","10,34%","67,07",129,"12,00","721,00"
`;
const DUTCH = `Campagnerapport
1 mrt 2026 - 31 mrt 2026
Campagne;Kosten;Vertoningen;Klikken;Conversies;Conv.waarde;Conv.waarde/kosten
Thee;12,50;1.000;40;2,00;80,00;6,40
Totaal: account;12,50;1.000;40;2,00;80,00;6,40
`;
/** In a language whose names nobody has shown us. */
const FINNISH = `Kampanjaraportti\nKampanja,Kampanjan tila,Hinta,Näytöt\nTee,Käytössä,"1,50",10\n`;

it('google-ads reads the German, French, Spanish and Dutch names that are known, and proves their totals', async () => {
  const { files, engine } = await readFiles(
    {
      'de.csv': GERMAN,
      'es.csv': SPANISH,
      'fi.csv': FINNISH,
      'fr.csv': FRENCH,
      'nl.csv': DUTCH,
    },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['google-ads', 2, 1],
    ['google-ads', 1, 1],
    [null, 0, 0],
    ['google-ads', 1, 1],
    ['google-ads', 1, 1],
  ]);
  for (const { adapter, reasons } of files) {
    if (adapter === null) expect(reasons[0]?.reason).toContain('download it in English');
    else expect(reasons[0]?.reason).toContain('they state the sums of the rows that count');
  }
  const columns =
    'campaign, channel, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::DECIMAL(9,2) AS conversions, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend';
  expect(await campaignRows(engine, columns)).toEqual([
    { campaign: 'Thee', channel: null, starts: '2026-03-01', ends: '2026-03-31', impressions: 1000, clicks: 40, conversions: '2.00', revenue: '80.00', spend: '12.50' },
    { campaign: 'Té', channel: 'buscar', starts: '2026-07-01', ends: '2026-09-20', impressions: 1247, clicks: 129, conversions: '12.00', revenue: null, spend: '8651.95' },
    { campaign: 'Tee', channel: 'suchen', starts: '2026-09-01', ends: '2026-09-01', impressions: 12_345, clicks: 120, conversions: '3.00', revenue: '310.50', spend: '1234.56' },
    { campaign: 'Thé', channel: 'search', starts: '2026-09-01', ends: '2026-09-30', impressions: 10_500, clicks: 88, conversions: '2.50', revenue: null, spend: '1020.50' },
    { campaign: 'Tee', channel: 'suchen', starts: '2026-09-02', ends: '2026-09-02', impressions: 900, clicks: 9, conversions: '0.50', revenue: null, spend: '99.90' },
  ]); // prettier-ignore
});

/** Files of accounts in Portuguese, Italian and Japanese. */
const PORTUGUESE = `Relatório de campanha
3 de outubro de 2026 - 5 de outubro de 2026
Status da campanha,Campanha,Orçamento,Nome do orçamento,Tipo de orçamento,Código da moeda,Status,Motivos do status,Custo / conv.,Conversões,Tipo de campanha,Custo,Impr.,Cliques
Ativada,"Catálogo: chás","70,00", --,Diário,BRL,Qualificado (limitado),a maioria dos anúncios foi limitada pela política,"89,47","2,00",Pesquisa,"1.178,93","5.874",156
Pausada,Marca,"25,00", --,Diário,BRL,Pausado,campanha pausada, --,"0,00",Performance Max,"0,00",0,0
Total: Campanhas,,,,,,,,,"2,00",,"1.178,93","5.874",156
Total: Conta,,,,,,,,,"2,00",,"1.178,93","5.874",156
`;
const PORTUGUESE_DAYS = `Relatório de campanha
25 de setembro de 2026 - 9 de outubro de 2026
Dia,Status da campanha,Campanha,Orçamento,Status,Motivos do status,Custo,Conversões,Impr.,Cliques
2026-09-25,Ativada,Chá verde,"25,00",Qualificado,,"10,50","1,00",300,40
2026-09-26,Ativada,Chá verde,"25,00",Qualificado,,"9,25","0,00",280,38
`;
const ITALIAN = `Rapporto campagna
1 marzo 2026 - 31 marzo 2026
Stato della campagna;Campagna;Budget;Costo;Impr.;Clic;CTR;CPC medio;Conversioni;Costo / conv.
Attiva;Tè | Marchio;10,00;1.250,40;12.500;250;2,00%;5,00;12,50;100,03
Totale: Account;;;1.250,40;12.500;250;2,00%;5,00;12,50;100,03
`;
const JAPANESE = `キャンペーン レポート
2026年4月1日～2026年4月30日
日,キャンペーン,表示回数,クリック数,コンバージョン,通貨コード,費用
2026-04-01,お茶,"1,200",30,2.00,JPY,"4,500"
2026-04-02,お茶,"1,100",25,1.00,JPY,"3,900"
`;

it('google-ads reads the Portuguese, Italian and Japanese names that are known', async () => {
  const { files, engine } = await readFiles(
    {
      'it.csv': ITALIAN,
      'ja.csv': Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(
          JAPANESE.replaceAll(/"([^"]*)"/g, '$1')
            .replaceAll(/(\d),(\d{3})(?!\d)/g, '$1$2')
            .replaceAll(',', '\t'),
          'utf16le',
        ),
      ]),
      'pt-days.csv': PORTUGUESE_DAYS,
      'pt.csv': PORTUGUESE,
    },
    shopConfig({ currency: 'EUR', rates: { BRL: 1, JPY: 1 } }),
  );
  expect(
    files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored, rows.rejected]),
  ).toEqual([
    ['google-ads', 1, 1, 0],
    ['google-ads', 2, 0, 0],
    ['google-ads', 2, 0, 0],
    ['google-ads', 2, 2, 0],
  ]);
  for (const file of [files[0], files[3]])
    expect(file?.reasons[0]?.reason).toContain('they state the sums of the rows that count');
  const columns =
    'campaign, channel, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::DECIMAL(9,2) AS conversions, spend::DECIMAL(9,2) AS spend';
  const rows = await campaignRows(engine, columns);
  expect(rows.map(Object.values)).toEqual([
    ['Tè | Marchio', null, '2026-03-01', '2026-03-31', 12_500, 250, '12.50', '1250.40'],
    ['お茶', null, '2026-04-01', '2026-04-01', 1200, 30, '2.00', '4500.00'],
    ['お茶', null, '2026-04-02', '2026-04-02', 1100, 25, '1.00', '3900.00'],
    ['Chá verde', null, '2026-09-25', '2026-09-25', 300, 40, '1.00', '10.50'],
    ['Chá verde', null, '2026-09-26', '2026-09-26', 280, 38, '0.00', '9.25'],
    ['Catálogo: chás', 'pesquisa', '2026-10-03', '2026-10-05', 5874, 156, '2.00', '1178.93'],
    ['Marca', 'performance max', '2026-10-03', '2026-10-05', 0, 0, '0.00', '0.00'],
  ]);
});

it('google-ads knows the total of a manager’s report, which begins with the account', async () => {
  const report = `Campaign performance
"January 1, 2026 - January 31, 2026"
Account,Customer ID,Campaign,Campaign type,Campaign status,Cost,Impr.,Clicks,Conversions,Conv. value,Search impr. share
Shop DE,123-456-7890,Brand,Search,Enabled,"1,234.56","20,000",800,12.50,900.25,> 90%
Shop DE,123-456-7890,PMax,Performance Max,Enabled,300.00,"9,000",90,3.00,150.00, --
Total: Account, --, --, --, --,"1,534.56","29,000",890,15.50,"1,050.25", --
`;
  const { files } = await readFiles({ 'manager.csv': report }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons[0]?.reason).toContain('they state the sums of the rows that count');
});

it('google-ads knows the totals of a report of search terms, of which one is of those that it lists', async () => {
  const report = `Search terms report
10 February 2026 - 23 February 2026
Search term,Match type,Added/Excluded,Campaign,Ad group,Currency code,Clicks,Impr.,CTR,Avg. CPC,Cost,Campaign type,Account
blue mug,Broad match,None,Brand,Mugs,GBP,2,10,20.00%,0.75,1.50,Search,Shop
total: blue mug,Broad match,None,Brand,Mugs,GBP,"1,003","2,000",50.15%,0.50,501.50,Search,Shop
Total: Search terms,,,,,GBP,"1,005","2,010",50.00%,0.50,503.00,,
Total: Other search terms,,,,,GBP,50,900,5.56%,0.50,25.00,,
Total: Manager account,,,,,GBP,"2,000","9,000",22.22%,0.50,"1,000.00",,
Total: Smart,,,,,GBP,0,0, --,0,0.00,Smart,
`;
  const { files } = await readFiles({ 'Search terms report.csv': report }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 6, used: 2, ignored: 4, rejected: 0 });
  expect(readReasons(files[0]).map(({ rows, reason }) => [rows, reason])).toEqual([
    [
      1,
      'Rows "Total:" of all parts that the report lists; they state the sums of the rows that count',
    ],
    [3, 'Rows "Total:" of more than what the report lists'],
  ]);
});

it('google-ads names the keyword of a Portuguese report as the part of its campaign', async () => {
  const report = `Palavra-chave de pesquisa
5 de maio de 2026 - 15 de maio de 2026
Pesquisar palavra-chave,Status da palavra-chave da rede de pesquisa,Campanha,Grupo de anúncios,Código da moeda,CPC máx. da palavra-chave,Cliques,Impr.,CTR,CPC méd.,Custo,% de impr. (1ª posição),Conversões,Conv. de visualização,Custo / conv.,Taxa de conv.
[caneca azul],Qualificado,Canecas,G1,GBP, --,10,140,"7,14%","3,99","39,89","60,00%","1,00",0,"39,89","10,00%"
"""caneca""",Qualificado,Canecas,G1,GBP, --,0,9,"0,00%",0,"0,00","0,00%","0,00",0,"0,00","0,00%"
`;
  const { engine, files } = await readFiles({ 'Palavra-chave.csv': report }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await campaignRows(
      engine,
      'campaign, detail, clicks::INT AS clicks, spend::DECIMAL(9,2) AS spend',
    ),
  ).toEqual([
    { campaign: 'Canecas', detail: 'G1 / "caneca"', clicks: 0, spend: '0.00' },
    { campaign: 'Canecas', detail: 'G1 / [caneca azul]', clicks: 10, spend: '39.89' },
  ]);
});

/** Of each row of a file: what was said of it and how often. */
function totalsOf(report: FileReport | undefined): [number, string][] {
  return readReasons(report).map(({ rows, reason }) => [rows, reason]);
}
const LISTED =
  'Rows "Total:" of all parts that the report lists; they state the sums of the rows that count';
const MORE = 'Rows "Total:" of more than what the report lists';

it('google-ads finds the totals of search terms beside a keyword, and takes the term as the part', async () => {
  const report = `Search terms report
"January 17, 2026 - February 15, 2026"
Search term,Match type,Added/Excluded,Campaign,Ad group,Keyword,Impr.,Interactions,Clicks,Currency code,Cost,Conversions,Campaign type
blue mug,Broad match,None,Brand,Mugs,mug,40,4,4,GBP,2.00,1.00,Search
red mug,Broad match,None,Brand,Mugs,mug,20,1,1,GBP,0.50,0.00,Search
Total: Search terms,,,,,,60,5,5,GBP,2.50,1.00,
Total: Other search terms,,,,,,0,0,7,GBP,3.00,0.00,
Total: Account,,,,,,900,12,12,GBP,5.50,1.00,
Total: Demand Gen,,,,,,5,0,0,GBP,0.00,0.00,Demand Gen
`;
  const { engine, files } = await readFiles({ 'terms.csv': report }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 6, used: 2, ignored: 4, rejected: 0 });
  expect(totalsOf(files[0])).toEqual([
    [1, LISTED],
    [3, MORE],
  ]);
  expect(await campaignRows(engine, 'detail')).toEqual([
    { detail: 'Mugs / blue mug' },
    { detail: 'Mugs / red mug' },
  ]);
});

it('google-ads knows the totals of each device, and those of ad groups where a campaign has none', async () => {
  const devices = `Search keyword report
"August 8, 2026 - August 14, 2026"
Device,Keyword status,Keyword,Campaign,Ad group,Currency code,Status,Impr.,Cost,Clicks,Match type
Computers,Enabled,"""mug""",Brand,Mugs,GBP,Eligible,30,3.00,3,Phrase match
Mobile phones,Enabled,"""mug""",Brand,Mugs,GBP,Eligible,20,1.00,2,Phrase match
,Total: Filtered keywords,,,,GBP,,50,4.00,5,
Computers,Total: Filtered keywords,,,,GBP,,30,3.00,3,
Mobile phones,Total: Filtered keywords,,,,GBP,,20,1.00,2,
,Total: Account,,,,GBP,,700,9.00,25,
TV screens,Total: Display,,,,GBP,,650,5.00,20,
`;
  const groups = `Ad group report
1 May 2026 - 31 May 2026
Ad group status,Ad group,Campaign,Status,Currency code,Impr.,Cost,Clicks
Enabled,Mugs,Brand,Eligible,GBP,100,6.00,9
Total: Ad groups,,,,GBP,100,6.00,9
Total: Account,,,,GBP,900,60.00,90
Total: Performance Max,,,,GBP,800,54.00,81
`;
  const { files } = await readFiles({ 'devices.csv': devices, 'groups.csv': groups }, shopConfig());
  expect(files.map(({ rows }) => [rows.used, rows.ignored, rows.rejected])).toEqual([
    [2, 5, 0],
    [1, 3, 0],
  ]);
  expect(files.map(totalsOf)).toEqual([
    [
      [3, LISTED],
      [2, MORE],
    ],
    [
      [1, LISTED],
      [2, MORE],
    ],
  ]);
});

it('google-ads-in-campaign calls a campaign that no column names as the file', async () => {
  const terms = `Search terms report
"January 28, 2026 - February 24, 2026"
Search term,Match type,Added/Excluded,Clicks,Impr.,CTR,Currency code,Avg. CPC,Cost,Conv. rate,Conversions,Cost / conv.
blue mug,Performance Max,None,"1,002",300,0.70%,GBP,0.50,501.00,50.00%,1.00,1.00
total: mugs,Broad match,None,1,100,1.00%,GBP,1.00,1.00,0.00%,0.00,0.00
Total: Search terms,,,"1,003",400,0.75%,GBP,0.67,502.00,33.33%,1.00,2.00
Total: Other search terms,,,9,900,1.00%,GBP,0.50,4.50,0.00%,0.00,0.00
Total: Campaign,,,"1,012","1,300",0.92%,GBP,0.54,506.50,8.33%,1.00,6.50
`;
  const card = `Search Keyword,Match type,Criterion Status,Campaign Status,Ad Group Status,Cost,Clicks,CTR
blue mug,Exact match,Enabled,Enabled,Enabled,US$34.15,17,21.79%
`;
  const old = [
    'Keyword report (Jun 1, 2016-Jun 14, 2016)',
    'Keyword state\tKeyword\tStatus\tMax. CPC\tClicks\tImpressions\tAvg. CPC\tCost\tAvg. position\tCost / conv.',
    'enabled\tmug\teligible\t1.20\t2\t6\t0.61\t1.22\t1.7\t0.00',
    'Total - filtered\t --\t --\t --\t2\t6\t0.61\t1.22\t1.7\t0.00',
    'Total - Display Network\t --\t --\t --\t0\t0\t0.00\t0.00\t0.0\t0.00',
    'Total\t --\t --\t --\t2\t6\t0.61\t1.22\t1.7\t0.00',
    '',
  ];
  const { engine, files } = await readFiles(
    {
      'Keyword report.csv': old.join('\n'),
      'Search terms report (3).csv': terms,
      'Search_keywords(2026.02.05-2026.02.10).csv': card,
    },
    shopConfig({ rates: { USD: 1 } }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['google-ads-in-campaign', 1, 3],
    ['google-ads-in-campaign', 2, 3],
    ['google-ads-in-campaign', 1, 0],
  ]);
  expect(totalsOf(files[1])).toEqual([
    [1, LISTED],
    [2, MORE],
  ]);
  expect(
    await campaignRows(
      engine,
      'campaign, detail, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, clicks::INT AS clicks, spend::DECIMAL(9,2) AS spend',
    ),
  ).toEqual([
    { campaign: 'Keyword report', detail: 'mug', starts: '2016-06-01', ends: '2016-06-14', clicks: 2, spend: '1.22' },
    { campaign: 'Search terms report (3)', detail: 'blue mug', starts: '2026-01-28', ends: '2026-02-24', clicks: 1002, spend: '501.00' },
    { campaign: 'Search terms report (3)', detail: 'total: mugs', starts: '2026-01-28', ends: '2026-02-24', clicks: 1, spend: '1.00' },
    { campaign: 'Search_keywords(2026.02.05-2026.02.10)', detail: 'blue mug', starts: '2026-02-05', ends: '2026-02-10', clicks: 17, spend: '34.15' },
  ]); // prettier-ignore
});

it('google-ads finds totals in columns that it does not read, and leaves out parts of ads', async () => {
  const devices = `Device report
1 May 2026 - 31 May 2026
Device,Level,Campaign,Bid adj.,Clicks,Impr.,Currency code,Cost
Tablets,Campaign,Brand, --,22,136,GBP,3.00
Computers,Campaign,Brand, --,182,846,GBP,9.00
,,,Total: Campaign,204,982,GBP,12.00
`;
  const hours = `Ad schedule report
1 May 2026 - 31 May 2026
Day & time,Campaign,Bid adj.,Impr.,Currency code,Cost
"Mondays, 6:00 AM - 11:00 PM",Generic, --,514,GBP,5.00
Total: Ad schedules,,,514,GBP,5.00
Total: Account,,,514,GBP,5.00
Total: Display,,,900,GBP,8.00
`;
  const assets = `Ad asset report
1 May 2026 - 31 May 2026
Asset status,Asset,Asset type,Campaign,Ad group,Level,Clicks,Impr.,Currency code,Cost
Enabled,Mugs that last,Headline,Brand, --,Campaign,204,982,GBP,12.00
Enabled,Free delivery,Headline,Brand, --,Campaign,204,982,GBP,12.00
`;
  const { engine, files } = await readFiles(
    { 'assets.csv': assets, 'devices.csv': devices, 'hours.csv': hours },
    shopConfig(),
  );
  expect(files.map(({ rows }) => [rows.used, rows.ignored, rows.rejected])).toEqual([
    [0, 2, 0],
    [2, 1, 0],
    [1, 3, 0],
  ]);
  const codes = files.flatMap(({ reasons }) => reasons.map(({ code }) => code));
  expect(codes).not.toContain('note/summary-differs');
  expect(
    await engine.rows(
      'SELECT campaign, impressions::INT AS impressions FROM campaign_results ORDER BY ALL',
    ),
  ).toEqual([
    { campaign: 'Brand', impressions: 136 },
    { campaign: 'Brand', impressions: 846 },
    { campaign: 'Generic', impressions: 514 },
  ]);
});

it('google-ads-time-series reads days with the month first, as American accounts have them', async () => {
  const { files, engine } = await readFiles({
    'Time_series(2026.04.01-2026.04.02).csv': `Date,Clicks,Impressions,CTR,Cost
"Wed, Apr 1, 2026",4,100,4.00%,$12.50
"Thu, Apr 2, 2026",0,50,0.00%,$0.00
`,
    'Campaigns(2026.04.01-2026.04.02).csv': `Campaign Name,Campaign Group Name,Campaign Status,Cost,Clicks,CTR
Tea,,Enabled,$12.50,4,4.00%
`,
  });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual([
    ['google-ads', 1],
    ['google-ads-time-series', 2],
  ]);
  const rows = await campaignRows(
    engine,
    'campaign, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, spend::DECIMAL(9,2) AS spend',
  );
  expect(rows.map(Object.values)).toEqual([
    ['Tea', '2026-04-01', '2026-04-02', '12.50'],
    ['All campaigns', '2026-04-01', '2026-04-01', '12.50'],
    ['All campaigns', '2026-04-02', '2026-04-02', '0.00'],
  ]);
});

it('whyCardUnread() names the cards of the overview that say nothing of campaigns and days', async () => {
  const cards = {
    'Auction_insights(Compare_metrics_2026.02.05-2026.02.10).csv': 'Advertiser Name,Overlap rate\nB,< 10%\n',
    'Biggest_changes(2026.02.05-2026.02.10).csv': 'Campaign Name,Cost,Cost (Comparison)\nTea,1,2\n',
    'Day_&_hour(Day_2026.02.05-2026.02.10).csv': 'Day,Impressions\nSunday,52\nMonday,68\n',
    'Demographics(Gender_Age_2026.02.05-2026.02.10).csv': 'Gender,Age Range,Impressions,Percent of known total\nMale,18–24,8,16.33%\n',
    'Devices(2026.02.05-2026.02.10).csv': 'Device,Cost,Impressions,Clicks\nComputers,US$3.38,34,3\n',
    'Locations(Geographic_Report_2026.02.05-2026.02.10).csv': 'Location Name,Impressions\nBR1,0\n',
    'Networks(2026.02.05-2026.02.10) (1).csv': NETWORKS,
    'Optimisation_score(2026.02.05).csv': 'Optimisation score,Campaign Name\n',
    'Searches(Search_2026.02.05-2026.02.10).csv': 'Search,Cost,Clicks,Impressions,Conversions\ntea,US$0.00,0,3,0.00\n',
  }; // prettier-ignore
  const { files } = await readFiles({ ...cards, 'all.csv': ALL_TIME });
  expect(files.map(({ adapter, reasons }) => [adapter, reasons[0]?.code])).toEqual([
    ...Object.keys(cards).map(() => [null, 'file/not-needed']),
    ['google-ads', 'ignored/summary-row'],
  ]);
  expect(files[4]?.reasons[0]?.reason).toBe(
    "A card of Google Ads' overview with devices: no figure needs it, and its costs and clicks stand in the campaign report; download Campaigns → Download, best with Segment → Time → Day",
  );
});
