import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

/** Campaign level: the first row is the grand total; results mean something else in each row. */
const CAMPAIGNS = `Reporting starts,Reporting ends,Campaign name,Campaign delivery,Attribution setting,Results,Result indicator,Reach,Frequency,Cost per results,Amount spent (EGP),Impressions,"CPM (cost per 1,000 impressions) (EGP)",Link clicks,CTR (link click-through rate),Campaign ID,Purchases conversion value
2026-06-01,2026-06-30,,0,,,,9000,,,310.50,12000,,,,,400
2026-06-01,2026-06-30,"Tea, warm",active,"7-day click or 1-day view",11,actions:offsite_conversion.fb_pixel_purchase,5000,1.2,14.95,164.40,6000,65.83,65,1.54330,1.20253E+17,300
2026-06-01,2026-06-30,Leads,inactive,All conversions,30,actions:onsite_conversion.lead_grouped,2500,1.2,4.19763158,126.10,4000,31.5,40,1.0,120253,100
2026-06-01,2026-06-30,Leads,inactive,All conversions,,,2000,1.0,,20.00,2000,10,10,0.5,120254,
`;

/** Ad level without the campaign's name: ROAS is the only trace of revenue, rankings are "-". */
const ADS = `"Reporting starts","Reporting ends","Ad name","Ad delivery",Results,"Result indicator","Cost per results","Ad set budget","Ad set budget type","Amount spent (USD)",Impressions,Reach,Purchases,Ends,"Attribution setting","Last significant edit","Quality ranking","Ad set name","Purchase ROAS (return on ad spend)"
2026-05-25,2026-05-25,Video,active,38,actions:offsite_conversion.fb_pixel_initiate_checkout,4.2,"Using campaign budget",0,159.51,21997,7076,31,Ongoing,"7-day click, 1-day view",2026-05-19T15:15:37-0400,-,Lookalike,9.330136
`;

/** By day, with a row for all days of each campaign. */
const DAILY = `Day,Campaign name,Ad set name,Amount spent (GBP),Impressions,Link clicks,Purchases,Reporting starts,Reporting ends
2026-04-01,Brew,Cold,5.00,100,3,1,2026-04-01,2026-04-02
2026-04-02,Brew,Cold,7.50,150,4,0,2026-04-01,2026-04-02
All,Brew,Cold,12.50,250,7,1,2026-04-01,2026-04-02
`;

/** Localised: semicolons, decimal comma, spaces between thousands; the names of the notes. */
const FRENCH = `Début des rapports;Fin des rapports;Nom de la campagne;Diffusion de la campagne;Montant dépensé (USD);Impressions;Clics sur un lien;Achats;Valeur de conversion des achats
2026-03-01;2026-03-31;Thé;active;1 234,56;98 000;1 020;12;2 500,10
`;
const SPANISH = `"Inicio del informe","Fin del informe","Nombre de la campaña","Importe gastado (EUR)","Impresiones","Clics en el enlace","Compras"
2026-02-01,2026-02-28,Té,100.25,5000,50,4
`;
const GERMAN = `Berichtsstart;Berichtsende;Kampagnenname;Ausgegebener Betrag (EUR);Impressionen;Link-Klicks;Käufe
2026-01-01;2026-01-31;Tee;1.000,50;7.000;70;5
`;

/** 2014–2018: other names, the total has a name but the delivery 0, and none of the figures is ours. */
const OLD = `Reporting starts,Reporting ends,Campaign,Delivery,Mobile app installs,Mobile app actions,Cost per mobile app install,Post reactions,Post comments,Post shares
2015-01-01,2015-12-31,1,0,30,,1.2,12,1,3
2015-05-01,2015-05-01,4,inactive,20,,1.0,10,1,
2015-05-02,2015-05-02,4,inactive,10,,1.6,2,,3
`;

it('reads Meta’s exports of every level and language, each in the currency of its header', async () => {
  const { files, engine } = await readFiles(
    {
      'ads.csv': ADS,
      'campaigns.csv': CAMPAIGNS,
      'daily.csv': DAILY,
      'de.csv': GERMAN,
      'es.csv': SPANISH,
      'fr.csv': FRENCH,
      'old.csv': OLD,
    },
    shopConfig({ rates: { USD: 2, EUR: 0.5, EGP: 0.1 } }),
  );
  expect(
    files.map(({ path, adapter, rows }) => [path, adapter, rows.used, rows.ignored, rows.rejected]),
  ).toEqual([
    ['ads.csv', 'meta-ads', 1, 0, 0],
    ['campaigns.csv', 'meta-ads', 3, 1, 0],
    ['daily.csv', 'meta-ads', 2, 1, 0],
    ['de.csv', 'meta-ads', 1, 0, 0],
    ['es.csv', 'meta-ads', 1, 0, 0],
    ['fr.csv', 'meta-ads', 1, 0, 0],
    ['old.csv', 'meta-ads', 2, 1, 0],
  ]);
  expect([files[1], files[2], files[6]].map(reasonCounts)).toEqual([
    { 'ignored/summary-row': 1, 'note/other-results': 1, 'note/excel-damage': 1 },
    { 'ignored/summary-row': 1 },
    { 'ignored/summary-row': 1, 'note/no-figures': 2 },
  ]);
  const columns =
    'campaign, detail, variant, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::INTEGER AS conversions, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend';
  const none = { detail: null, variant: null, clicks: null, conversions: null, revenue: null };
  const june = { ...none, starts: '2026-06-01', ends: '2026-06-30' };
  const old = { ...none, campaign: '4', impressions: null, spend: null };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...old, starts: '2015-05-01', ends: '2015-05-01' },
    { ...old, starts: '2015-05-02', ends: '2015-05-02' },
    { ...none, campaign: 'Tee', starts: '2026-01-01', ends: '2026-01-31', impressions: 7000, clicks: 70, conversions: 5, spend: '500.25' },
    { ...none, campaign: 'Té', starts: '2026-02-01', ends: '2026-02-28', impressions: 5000, clicks: 50, conversions: 4, spend: '50.13' },
    { ...none, campaign: 'Thé', starts: '2026-03-01', ends: '2026-03-31', impressions: 98_000, clicks: 1020, conversions: 12, revenue: '5000.20', spend: '2469.12' },
    { ...none, campaign: 'Brew', detail: 'Cold', starts: '2026-04-01', ends: '2026-04-01', impressions: 100, clicks: 3, conversions: 1, spend: '5.00' },
    { ...none, campaign: 'Brew', detail: 'Cold', starts: '2026-04-02', ends: '2026-04-02', impressions: 150, clicks: 4, conversions: 0, spend: '7.50' },
    // 159.51 × 9.330136 = 1488.25 in dollars.
    { ...none, campaign: 'Lookalike', detail: 'Video', starts: '2026-05-25', ends: '2026-05-25', impressions: 21_997, conversions: 31, revenue: '2976.50', spend: '319.02' },
    { ...june, campaign: 'Leads', impressions: 4000, clicks: 40, revenue: '10.00', spend: '12.61' },
    { ...june, campaign: 'Leads', impressions: 2000, clicks: 10, spend: '2.00' },
    { ...june, campaign: 'Tea, warm', impressions: 6000, clicks: 65, conversions: 11, revenue: '30.00', spend: '16.44' },
  ]); // prettier-ignore
});

it('reads Meta’s export in Italian', async () => {
  const italian = `Inizio dei report,Fine dei report,Nome della campagna,Pubblicazione della campagna,Risultati,Indicatore di risultato,Importo speso (EUR),Impression,Clic sul link,Valore di conversione degli acquisti
2026-03-01,2026-03-31,,0,,,"1.200,50",30.000,300,"2.900,50"
2026-03-01,2026-03-31,Primavera,active,10,actions:offsite_conversion.fb_pixel_purchase,"1.000,50",10.000,100,"900,50"
2026-03-01,2026-03-31,Estate,active,20,actions:onsite_conversion.lead_grouped,"200,00",20.000,200,"2.000,00"
`;
  const { files, engine } = await readFiles({ 'it.csv': italian }, shopConfig({ currency: 'EUR' }));
  expect(files[0]?.adapter).toBe('meta-ads');
  expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons[0]?.reason).toContain('they state the sums');
  expect(
    await campaignRows(
      engine,
      'campaign, spend::DECIMAL(9,2) AS spend, conversions::INTEGER AS conversions, revenue::DECIMAL(9,2) AS revenue',
    ),
  ).toEqual([
    { campaign: 'Estate', spend: '200.00', conversions: null, revenue: '2000.00' },
    { campaign: 'Primavera', spend: '1000.50', conversions: 10, revenue: '900.50' },
  ]);
});

/** Names as they stand in files of accounts in Portuguese, Dutch, Turkish, Japanese and Chinese (Taiwan). */
const PORTUGUESE = `"Nome da conta","Nome da campanha","Nome do conjunto de anúncios","Nome do anúncio",Dia,"Identificação da campanha",Impressões,Moeda,"Valor gasto (BRL)","Configuração de atribuição",Compras,"Cliques no link",Alcance,"Valor de conversão da compra","Início dos relatórios","Encerramento dos relatórios"
Loja,Outubro,PE,"CRIATIVO NOVO - 2",2026-10-01,120253670639860385,627,BRL,8.97,"Clique de 7 dias, visualização de 1 dia",1,4,522,59.90,2026-10-01,2026-10-01
Loja,Outubro,PE,"CRIATIVO NOVO - 2",2026-10-02,120253670639860385,989,BRL,12.04,"Clique de 7 dias, visualização de 1 dia",2,6,817,119.80,2026-10-02,2026-10-02
`;
const DUTCH = `Start rapportage;Einde rapportage;Dag;Campagnenaam;Advertentienaam;Weergaven;Linkkliks;Besteed bedrag (EUR);Resultaten;Resultatenindicator
2026-10-01;2026-10-02;2026-10-01;Herfst;Trui;1.200;24;12,50;3;actions:offsite_conversion.fb_pixel_purchase
2026-10-01;2026-10-02;2026-10-02;Herfst;Trui;3.400;51;20,10;1;actions:onsite_conversion.lead_grouped
`;
const TURKISH = `Kampanya Adı,Reklam Adı,Erişim,Gösterim,Harcanan Tutar (TRY),Alışverişler,Rapor Başlangıcı,Rapor Sonu
Sonbahar,Kazak,500,"1.000","250,75",4,2026-09-01,2026-09-30
Sonbahar,Hırka,300,"2.000","99,25",1,2026-09-01,2026-09-30
`;
/** Without the days of the report: the breakdown by day is enough. */
const JAPANESE = `日,キャンペーン名,広告セット名,広告名,インプレッション,リンクのクリック,消化金額 (JPY),結果
2026-04-01,ブランド認知,東京 25-34,動画A,5000,120,"1,500",3
2026-04-02,ブランド認知,東京 25-34,動画A,5500,130,"1,650",4
`;
const CHINESE = `分析報告開始,分析報告結束,行銷活動名稱,廣告組合名稱,觸及人數,花費金額 (TWD),曝光次數,連結點擊次數,購買次數,購買轉換值
2026-05-01,2026-05-31,母親節,再行銷,900,1200.5,1800,60,5,7300
`;

it('meta-ads reads the Portuguese, Dutch, Turkish, Japanese and Chinese names that are known', async () => {
  const { files, engine } = await readFiles(
    {
      'ja.csv': JAPANESE,
      'nl.csv': DUTCH,
      'pt.csv': PORTUGUESE,
      'tr.csv': TURKISH,
      'zh.csv': CHINESE,
    },
    shopConfig({ currency: 'EUR', rates: { BRL: 1, TRY: 1, JPY: 1, TWD: 1 } }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['meta-ads', 2, 0],
    ['meta-ads', 2, 0],
    ['meta-ads', 2, 0],
    ['meta-ads', 2, 0],
    ['meta-ads', 1, 0],
  ]);
  const columns =
    'campaign, detail, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::INTEGER AS conversions, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend';
  const rows = await campaignRows(engine, columns);
  expect(rows.map(Object.values)).toEqual([
    ['ブランド認知', '東京 25-34 / 動画A', '2026-04-01', '2026-04-01', 5000, 120, null, null, '1500.00'],
    ['ブランド認知', '東京 25-34 / 動画A', '2026-04-02', '2026-04-02', 5500, 130, null, null, '1650.00'],
    ['母親節', '再行銷', '2026-05-01', '2026-05-31', 1800, 60, 5, '7300.00', '1200.50'],
    ['Sonbahar', 'Hırka', '2026-09-01', '2026-09-30', 2000, null, 1, null, '99.25'],
    ['Sonbahar', 'Kazak', '2026-09-01', '2026-09-30', 1000, null, 4, null, '250.75'],
    ['Herfst', 'Trui', '2026-10-01', '2026-10-01', 1200, 24, 3, null, '12.50'],
    ['Outubro', 'PE / CRIATIVO NOVO - 2', '2026-10-01', '2026-10-01', 627, 4, 1, '59.90', '8.97'],
    ['Herfst', 'Trui', '2026-10-02', '2026-10-02', 3400, 51, null, null, '20.10'],
    ['Outubro', 'PE / CRIATIVO NOVO - 2', '2026-10-02', '2026-10-02', 989, 6, 2, '119.80', '12.04'],
  ]); // prettier-ignore
});

it('meta-ads takes the days of a file that has no days of the report, and says what has none at all', async () => {
  const { files, engine } = await readFiles(
    {
      'days.csv':
        'Campaign name,Day,Amount spent (GBP),Impressions\nBrew,2026-03-01,1.50,10\nBrew,2026-03-02,2.50,20\nBrew,,9.00,5\n,,13.00,35\n',
      // Of another network: no report of Meta's has its spend without a currency.
      'other.csv': 'Campaign name,Day,Spend,Impressions\nBrew,2026-03-01,1.50,10\n',
    },
    shopConfig(),
  );
  expect(files.map(({ adapter }) => adapter)).toEqual(['meta-ads', null]);
  expect(reasonCounts(files[0])).toEqual({
    'ignored/summary-row': 1,
    'note/summary-differs': 1,
    'row/missing-value': 1,
  });
  expect(
    await campaignRows(engine, 'ends_on::VARCHAR AS ends, spend::DECIMAL(9,2) AS spend'),
  ).toEqual([
    { ends: '2026-03-01', spend: '1.50' },
    { ends: '2026-03-02', spend: '2.50' },
  ]);
});

it('meta-ads reads days as a spreadsheet program of the country writes them', async () => {
  const { files, engine } = await readFiles({
    'days.csv': 'Jour;Nom de la campagne;Montant dépensé (GBP);Impressions\n01/08/2026;Brew;"1 234,56";45012\n13/08/2026;Brew;"890,10";22105\n',
  }); // prettier-ignore
  expect(files[0]).toMatchObject({ adapter: 'meta-ads', rows: { in: 2, used: 2 } });
  expect(await campaignRows(engine, 'starts_on::VARCHAR AS "on", spend::DECIMAL(9,2) AS spend')).toEqual([
    { on: '2026-08-01', spend: '1234.56' },
    { on: '2026-08-13', spend: '890.10' },
  ]); // prettier-ignore
});

it('meta-ads-undated takes the days of a file without any out of its name, and says where that is silent too', async () => {
  const rows = (spend: number): string =>
    `Campaign name,Result indicator,Results,Amount spent (GBP),Impressions\nBrew,actions:offsite_conversion.fb_pixel_purchase,2,${spend},100\n,,,${spend},100\n`;
  const { files, engine } = await readFiles({
    'Shop-Campaigns-Mar-1-2026-Mar-31-2026.csv': rows(30),
    'Shop-Campaigns-1-Apr-202630-Apr-2026.csv': rows(40),
    'renamed.csv': rows(50).replace('Brew', 'Mill'),
    // Of no tool: its spend is in no currency.
    'by hand.csv': 'Campaign name,Amount spent,Impressions\nBrew,5,10\n',
  });
  expect(files.map(({ path, adapter, period, rows: { used, ignored } }) => [path.slice(0, 16), adapter, period?.from, used, ignored])).toEqual([
    ['Shop-Campaigns-1', 'meta-ads-undated', '2026-04-01', 1, 1],
    ['Shop-Campaigns-M', 'meta-ads-undated', '2026-03-01', 1, 1],
    ['by hand.csv', null, undefined, 0, 0],
    ['renamed.csv', 'meta-ads-undated', undefined, 1, 1],
  ]); // prettier-ignore
  expect(files.map((file) => reasonCounts(file)['note/no-period'] ?? 0)).toEqual([0, 0, 0, 1]);
  expect(
    await campaignRows(engine, 'source, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, spend::INTEGER AS spend, conversions::INTEGER AS bought'),
  ).toEqual([
    { source: 'meta-ads', starts: '2026-03-01', ends: '2026-03-31', spend: 30, bought: 2 },
    { source: 'meta-ads', starts: '2026-04-01', ends: '2026-04-30', spend: 40, bought: 2 },
    { source: 'meta-ads', starts: null, ends: null, spend: 50, bought: 2 },
  ]); // prettier-ignore
});

/** Reports on the account: no campaign is named, and rows are parted by one or two of its sides; the first can be the total. */
it('meta-ads reads a report on the account by its sides, of which one counts', async () => {
  const metrics = 'Delivery status,Delivery level,Reach,Impressions,Link clicks,Purchases,Amount spent (GBP),Reporting starts,Reporting ends'; // prettier-ignore
  const days = '2026-02-26,2026-03-25';
  const placements = `\ufeffPlacement,Platform,${metrics}
,,,,9000,12000,300,7,160.50,${days}
Instagram Reels,instagram,,,5000,7000,200,4,90.25,${days}
Feed,facebook,,,4000,5000,100,3,70.25,${days}
`;
  const regions = `\ufeffRegion,${metrics}
Jakarta,,,9000,12000,300,7,160.50,${days}
`;
  const account = `\ufeff${metrics}\n,,800,1000,30,1,20.00,2026-01-26,2026-02-25\n`;
  const creatives = `\ufeffAds,Impressions,Amount spent (GBP),Reporting starts,Reporting ends
"Ads 1 ""film""",700,14.00,2026-01-26,2026-02-25
Ads 2,300,6.00,2026-01-26,2026-02-25
`;
  const { engine, files } = await readFiles(
    {
      'account.csv': account,
      'creatives.csv': creatives,
      'placements.csv': placements,
      'regions.csv': regions,
    },
    shopConfig(),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.in, rows.used, rows.ignored])).toEqual([
    ['meta-ads', 1, 0, 1],
    ['meta-ads', 2, 2, 0],
    ['meta-ads', 3, 2, 1],
    ['meta-ads', 1, 0, 1],
  ]);
  expect(files[2]?.reasons[0]?.reason).toContain('they state the sums of the rows that count');
  expect(
    (
      await campaignRows(
        engine,
        'campaign, detail, starts_on::VARCHAR AS starts, impressions::INT AS impressions, conversions::INT AS purchases, spend::DECIMAL(9,2) AS spend',
      )
    ).map(Object.values),
  ).toEqual([
    ['Ads 1 "film"', null, '2026-01-26', 700, null, '14.00'],
    ['Ads 2', null, '2026-01-26', 300, null, '6.00'],
    ['All campaigns', 'Feed / facebook', '2026-02-26', 5000, 3, '70.25'],
    ['All campaigns', 'Instagram Reels / instagram', '2026-02-26', 7000, 4, '90.25'],
  ]);
});

it('meta-ads tells accounts by their numbers, and says what one account without a number means', async () => {
  const report = (account: string, name: string, spend: number): string =>
    `Reporting starts,Reporting ends,${account},Account name,Impressions,Amount spent (GBP)\n2026-03-01,2026-03-31,${name},Shop,${spend * 10},${spend}\n`;
  const apart = await readFiles({
    'a.csv': report('Account ID', '111', 10),
    'b-newer.csv': report('Account ID', '222', 21),
    'b.csv': report('Account ID', '222', 20),
  });
  expect(apart.files.map(({ rows }) => rows.used)).toEqual([1, 1, 0]);
  expect(apart.files.map(reasonCounts)).toEqual([{}, {}, { 'ignored/overlap': 1 }]);

  const unknown = await readFiles({
    'a.csv': report('Reach', '5', 10),
    'b.csv': report('Account ID', '222', 20),
  });
  expect(unknown.files.map(({ rows }) => rows.used)).toEqual([0, 1]);

  const alone = await readFiles({ 'a.csv': report('Reach', '5', 10) });
  expect(alone.files.map(reasonCounts)).toEqual([{ 'note/no-account': 1 }]);
});
