import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { campaignRows, readReasons, reasonCounts } from './campaign-rows.ts';

/** A seller's campaign report: 7 days, trailing spaces in headers, the sign glued to the amount. */
const SELLER = `Date,Start Date,End Date,Portfolio name,Campaign Type,Campaign Name,Status,Currency,Budget,Targeting Type,Bidding strategy,Impressions,Clicks,Click-Thru Rate (CTR),Spend,Cost Per Click (CPC),7 Day Total Orders (#),"Total Advertising Cost of Sales (ACoS) ","7 Day Total Sales "
"Nov 10, 2026","Jan 18, 2026",,No Portfolio,Sponsored Products,"63\\"" x 27.5\\"" -key words 3 manual",ENABLED,USD,$6.0,Manual targeting,Dynamic bids - down only,782,13,1.66%,$201.68,$15.5138462,3,20.97%,$961.62
"Nov 11, 2026","Jan 18, 2026","Dec 31, 2026",Not grouped,Sponsored Products,Tea || SP || Auto || 22nd Nov'26,PAUSED,USD,$10.0,Automatic targeting,Dynamic bids - up and down,1000,2,0.20%,$0.9,$0.45,0,,$0.0
`;

/** A vendor's: 14 days, the currency's sign in the header and "Rs." in the cells, the year before beside. */
const VENDOR = `Date,Start Date,End Date,Portfolio name,Campaign Type,Campaign Name,Status,Currency,Budget,Targeting Type,Bidding strategy,Impressions,Last Year Impressions,Clicks,Last Year Clicks,Click-Thru Rate (CTR),Spend,Last Year Spend,Cost Per Click (CPC),Last Year Cost Per Click (CPC),14 Day Total Orders (#),Total Advertising Cost of Sales (ACoS),14 Day Total Sales (₹)
"Feb 1, 2026","Jan 18, 2026",,No Portfolio,Sponsored Products,Sunscreen,ENABLED,INR,Rs.1000.0,Manual targeting,Dynamic bids,3893,,18,,0.46%,Rs.255.92,,Rs.14.217777799999999,,2,87.72%,Rs.641.08
`;

/** Spreadsheets arrive as text: fractions instead of percent, many decimals, empty cells. */
const SEARCH_TERMS = `Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate,7 Day Advertised SKU Units (#)
2026-02-01,Not grouped,GBP,Tea,Green,sencha,EXACT,green tea,195,4,0.0205128205128205,34.9375,98.529999999999987,320.54000000000002,0.43598,2.29,1,1,0.25,1
2026-02-01,Not grouped,GBP,Tea,Green,*,-,b07b7nsllp,1,1,1,6.18,6.18,0,,0,0,0,0,0
`;
const TARGETING = `Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Impressions,Top-of-search Impression Share,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Sales,7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate
2026-02-01,,GBP,Tea,Green,sencha,EXACT,195,< 5%,4,0.02,34.9,139.75,0.43,2.3,320.54,1,1,0.25
`;
/** "Summary" instead of "Daily": the days are those of the report. */
const PRODUCTS = `Start Date,End Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate
"Feb 01, 2026","Feb 28, 2026",,GBP,Tea,Green,TEA-1,B000TEA001,500,20,0.04,0.5,10.00,80.00,0.125,8,4,5,0.2
`;
const PLACEMENT = `Date,Portfolio name,Currency,Campaign Name,Bidding strategy,Placement,Impressions,Clicks,Cost Per Click (CPC),Spend,14 Day Total Sales (₹),Total Advertising Cost of Sales (ACoS),Total Return on Advertising Spend (RoAS),14 Day Total Orders (#),14 Day Total Units (#)
2026-02-01,Not grouped,INR,Sunscreen,Dynamic bids - up and down,Product pages on Amazon,2408,3,32.843333333333327,98.52,0,,0,0,0
`;

it('takes the currency whose sign a header ends with, where no column names it', async () => {
  const { engine } = await readFiles(
    {
      'placement.csv': PLACEMENT.replace('Portfolio name,Currency', 'Portfolio name').replace(
        'INR,',
        '',
      ),
    },
    shopConfig({ rates: { INR: 0.01 } }),
  );
  expect(await campaignRows(engine, 'campaign, spend::DECIMAL(18,4) AS spend')).toEqual([
    { campaign: 'Sunscreen', spend: '0.9852' },
  ]);
});

it('reads Amazon’s reports on Sponsored Products, each as a source of its own', async () => {
  const { files, engine } = await readFiles(
    {
      'placement.csv': PLACEMENT,
      'products.csv': PRODUCTS,
      'seller.csv': SELLER,
      'targeting.csv': TARGETING,
      'terms.csv': SEARCH_TERMS,
      'vendor.csv': VENDOR,
    },
    shopConfig({ rates: { USD: 2, INR: 0.01 } }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['amazon-ads-placement', 1, 0],
    ['amazon-ads-advertised-products', 1, 0],
    ['amazon-ads-campaigns', 2, 0],
    ['amazon-ads-targeting', 1, 0],
    ['amazon-ads-search-terms', 2, 0],
    ['amazon-ads-campaigns', 1, 0],
  ]);
  expect(files.flatMap(readReasons)).toEqual([]);
  const columns =
    'campaign, detail, variant, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, clicks::INTEGER AS clicks, orders::INTEGER AS orders, revenue::DECIMAL(18,4) AS revenue, spend::DECIMAL(18,4) AS spend, impression_share::DECIMAL(9,2) AS share, impression_share_bound AS bound';
  const none = { detail: null, variant: null, share: null, bound: null };
  const first = { starts: '2026-02-01', ends: '2026-02-01' };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...none, campaign: 'Tea', detail: 'TEA-1', starts: '2026-02-01', ends: '2026-02-28', clicks: 20, orders: 4, revenue: '80.0000', spend: '10.0000' },
    { ...none, ...first, campaign: 'Sunscreen', clicks: 18, orders: 2, revenue: '6.4108', spend: '2.5592' },
    { ...none, campaign: '63" x 27.5" -key words 3 manual', starts: '2026-11-10', ends: '2026-11-10', clicks: 13, orders: 3, revenue: '1923.2400', spend: '403.3600' },
    { ...none, campaign: "Tea || SP || Auto || 22nd Nov'26", starts: '2026-11-11', ends: '2026-11-11', clicks: 2, orders: 0, revenue: '0.0000', spend: '1.8000' },
    { ...none, ...first, campaign: 'Sunscreen', detail: 'Product pages on Amazon', clicks: 3, orders: 0, revenue: '0.0000', spend: '0.9852' },
    { ...none, ...first, campaign: 'Tea', detail: 'b07b7nsllp', clicks: 1, orders: 0, revenue: '0.0000', spend: '6.1800' },
    { ...none, ...first, campaign: 'Tea', detail: 'green tea', clicks: 4, orders: 1, revenue: '320.5400', spend: '98.5300' },
    { ...none, ...first, campaign: 'Tea', detail: 'sencha', clicks: 4, orders: 1, revenue: '320.5400', spend: '139.7500', share: '0.05', bound: '<' },
  ]); // prettier-ignore
});

it('takes the newer file where Amazon restated the sales of a day', async () => {
  const newer = SELLER.replace('$961.62', '$1000.0').replace('"Nov 11, 2026"', '"Nov 12, 2026"');
  const { files, engine } = await readFiles(
    { 'a-newer.csv': newer, 'b-older.csv': SELLER },
    shopConfig({ currency: 'USD' }),
  );
  expect(files.map(reasonCounts)).toEqual([{}, { 'ignored/overlap': 1 }]);
  const [sums] = await engine.rows(
    'SELECT count(*)::INTEGER AS "rows", sum(revenue)::DECIMAL(18,2) AS revenue FROM campaign_results',
  );
  expect(sums).toEqual({ rows: 3, revenue: '1000.00' });
});

it('reads Amazon’s reports of a German account', async () => {
  const products = `Datum;Portfolioname;Währung;Kampagnen-Name;Anzeigengruppenname;Beworbene SKU;Beworbene ASIN;Impressionen;Klicks;Klickrate (CTR);Kosten pro Klick (CPC);Ausgaben;7 Tage, Umsatz gesamt (€);Gesamtumsatzkosten für Werbung (ACOS) ;7 Tage, Aufträge gesamt (#);7 Tage, Einheiten gesamt (#);7-Tage-Konversionsrate
01.02.2026;Nicht gruppiert;EUR;Tee;Grün;TEE-1;B000TEE001;12.880;472;3,66 %;0,74;349,50;1.258,40;27,8 %;62;63;13,1 %
13.02.2026;Nicht gruppiert;EUR;Tee;Grün;TEE-1;B000TEE001;100;3;3 %;0,50;1,50;0,00;;0;0;0 %
`;
  const terms = `Datum;Währung;Kampagnenname;Übereinstimmungstyp;Suchbegriff eines Kunden;Impressionen;Klicks;Ausgaben;7 Tage, Verkäufe gesamt;7 Tage, Bestellungen gesamt
2026-02-01;EUR;Tee;EXACT;grüner tee;98.000;1.480;"612,40";"2.890,00";128
`;
  const { files, engine } = await readFiles(
    { 'products.csv': products, 'terms.csv': terms },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.in])).toEqual([
    ['amazon-ads-advertised-products', 2, 2],
    ['amazon-ads-search-terms', 1, 1],
  ]);
  expect(
    await campaignRows(
      engine,
      'detail, starts_on::VARCHAR AS day, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, orders::INTEGER AS orders, spend::DECIMAL(9,2) AS spend, revenue::DECIMAL(9,2) AS revenue',
    ),
  ).toEqual([
    { detail: 'TEE-1', day: '2026-02-01', impressions: 12880, clicks: 472, orders: 62, spend: '349.50', revenue: '1258.40' },
    { detail: 'TEE-1', day: '2026-02-13', impressions: 100, clicks: 3, orders: 0, spend: '1.50', revenue: '0.00' },
    { detail: 'grüner tee', day: '2026-02-01', impressions: 98000, clicks: 1480, orders: 128, spend: '612.40', revenue: '2890.00' },
  ]); // prettier-ignore
});

it('reads Amazon’s search terms of a Spanish account, as CSV with euro signs', async () => {
  const header = 'Fecha de inicio;Fecha de finalización;Nombre de la cartera;Divisa;Nombre de campaña;Nombre del grupo de anuncios;País;Segmentación;Tipo de coincidencia;Término de búsqueda de cliente;Impresiones;Clics;Índice de clics (CTR);Coste por clic (CPC);Gasto;Ventas totales de 7 días (€);Coste publicitario de las ventas (ACOS) total ;Pedidos totales de 7 días (#);Unidades totales de 7 días (#)'; // prettier-ignore
  const row = (term: string, spend: string, sales: string, orders: string): string =>
    `jul 14, 2026;jul 14, 2026;No Portfolio;EUR;Campaña ES;Grupo 1;España;close-match;-;${term};600;12;2,0000%;€0,13;${spend};${sales};15,0000%;${orders};1`;
  const { files, engine } = await readFiles(
    {
      'terminos.csv': `\ufeff${[header, row('pulsera acero', '€1,50', '€10,00', '1'), row('bracciale uomo', '€1.234,56', '€2.000,00', '20'), ''].join('\r\n')}`,
    },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]?.adapter).toBe('amazon-ads-search-terms');
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await campaignRows(
      engine,
      'detail, starts_on::VARCHAR AS day, clicks::INTEGER AS clicks, orders::INTEGER AS orders, spend::DECIMAL(9,2) AS spend, revenue::DECIMAL(9,2) AS revenue',
    ),
  ).toEqual([
    { detail: 'bracciale uomo', day: '2026-07-14', clicks: 12, orders: 20, spend: '1234.56', revenue: '2000.00' },
    { detail: 'pulsera acero', day: '2026-07-14', clicks: 12, orders: 1, spend: '1.50', revenue: '10.00' },
  ]); // prettier-ignore
});

it('amazon-ads-campaigns does not call Sponsored Brands and Display sponsored products', async () => {
  const header =
    'Date,Portfolio name,Currency,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales ,14 Day Total Orders (#),14 Day New-to-brand Orders (#),14 Day New-to-brand Sales';
  const row = '2026-02-01,No Portfolio,GBP,Tea,500,10,5.00,50.00,2,1,25.00';
  const { engine } = await readFiles(
    {
      'Sponsored Brands Campaign report.csv': `${header}\n${row}\n`,
      'Sponsored_Display_Campaign_report.csv': `${header}\n${row.replace('Tea', 'Mugs')}\n`,
      'report.csv': `${header}\n${row.replace('Tea', 'Bowls')}\n`,
    },
    shopConfig(),
  );
  expect(await campaignRows(engine, 'campaign, channel')).toEqual([
    { campaign: 'Bowls', channel: 'sponsored brands or display' },
    { campaign: 'Mugs', channel: 'sponsored display' },
    { campaign: 'Tea', channel: 'sponsored brands' },
  ]);
});

it('reads Amazon’s search terms of a Japanese account, in the encoding of Japanese Windows', async () => {
  // "日付,キャンペーン名,カスタマーの検索キーワード,インプレッション,クリック,費用,広告がクリックされてから7日間の総売上高,広告がクリックされてから7日間の合計注文数"
  // and "2026/03/14,お茶,緑茶 茶葉,1000,20,1500,12000,4"
  const hex = [
    '93fa95742c834c838383938379815b839396bc2c834a8358835e837d815b82cc8c9f8df5834c815b838f815b83',
    '682c834383938376838c83628356838783932c834e838a8362834e2c94ef97702c8d4c8d9082aa834e838a8362',
    '834e82b382ea82c482a982e73793fa8ad482cc918d94848fe38d822c8d4c8d9082aa834e838a8362834e82b382',
    'ea82c482a982e73793fa8ad482cc8d878c76928d95b690940d0a323032362f30332f31342c82a892832c97ce92',
    '8320928397742c313030302c32302c313530302c31323030302c340d0a',
  ].join('');
  const { files, engine } = await readFiles(
    { 'terms.csv': Buffer.from(hex, 'hex') },
    shopConfig({ rates: { JPY: 1 }, platforms: { 'amazon-ads': { currency: 'JPY' } } }),
  );
  expect(files[0]?.adapter).toBe('amazon-ads-search-terms');
  expect(
    await campaignRows(
      engine,
      'campaign, detail, starts_on::VARCHAR AS day, clicks::INTEGER AS clicks, orders::INTEGER AS orders, spend::DECIMAL(9,2) AS spend, revenue::DECIMAL(9,2) AS revenue',
    ),
  ).toEqual([
    { campaign: 'お茶', detail: '緑茶 茶葉', day: '2026-03-14', clicks: 20, orders: 4, spend: '1500.00', revenue: '12000.00' },
  ]); // prettier-ignore
});

it('takes the days of a summary from the whole report, where each search term states its own first and last day', async () => {
  const report = `Start Date,End Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACoS) ,Total Return on Advertising Spend (RoAS),7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate
2026-05-01,2026-05-31,Not grouped,USD,Tea,Green,sencha,EXACT,green tea,500,20,0.04,0.50,10.00,80.00,0.125,8,4,5,0.2
2026-05-03,2026-05-27,Not grouped,USD,Tea,Green,sencha,EXACT,sencha tea,90,3,0.03,0.40,1.20,0,,0,0,0,0
2026-05-09,2026-05-09,Not grouped,USD,Tea,Green,sencha,EXACT,tea green leaf,7,1,0.14,0.30,0.30,0,,0,0,0,0
2026-05-29,2026-05-31,Not grouped,USD,Coffee,Beans,*,-,espresso,4,1,0.25,0.25,0.25,0,,0,0,0,0
`;
  const june = report.replaceAll('2026-05', '2026-06').replace('06-31', '06-30');
  const { files, engine } = await readFiles(
    { 'may.csv': report, 'june.csv': june.replace('06-31', '06-30') },
    shopConfig({ currency: 'USD' }),
  );
  expect(files.map(({ rows }) => rows.used)).toEqual([4, 4]);
  expect(files.flatMap(readReasons)).toEqual([]);
  expect(
    await engine.rows(
      `SELECT starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, count(*)::INTEGER AS "rows", sum(spend)::DECIMAL(9,2) AS spend
      FROM campaign_results GROUP BY ALL ORDER BY starts`,
    ),
  ).toEqual([
    { starts: '2026-05-01', ends: '2026-05-31', rows: 4, spend: '11.75' },
    { starts: '2026-06-01', ends: '2026-06-30', rows: 4, spend: '11.75' },
  ]);
});

it('reads Amazon’s search terms of Italian and French accounts', async () => {
  const italian = `Data di inizio,Data di fine,Nome portafoglio,Valuta,Nome campagna,Nome gruppo di annunci,Targeting,Tipo di corrispondenza,Termine ricerca cliente,Impressioni,Clic,Spesa,Vendite totali (€) 7 giorni,Totale ordini (#) 7 giorni
01/05/2026,31/05/2026,Nessun portafoglio,EUR,Tè,Verde,sencha,EXACT,tè verde,12880,472,"349,50","1258,40",62
`;
  const french = `Date de début;Date de fin;Nom du portefeuille;Devise;Nom de la campagne;Nom du groupe d'annonces;Ciblage;Type de correspondance;Terme de recherche client;Impressions;Clics;Dépenses;Ventes totales sur 7 jours;Total des commandes sur 7 jours (#)
01/05/2026;31/05/2026;;EUR;Thé;Vert;sencha;EXACT;thé vert;1 288;47;34,95;125,84;6
`;
  const { files, engine } = await readFiles(
    { 'fr.csv': french, 'it.csv': italian },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual([
    ['amazon-ads-search-terms', 1],
    ['amazon-ads-search-terms', 1],
  ]);
  expect(
    await campaignRows(
      engine,
      'campaign, detail, starts_on::VARCHAR AS day, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, orders::INTEGER AS orders, spend::DECIMAL(9,2) AS spend, revenue::DECIMAL(9,2) AS revenue',
    ),
  ).toEqual([
    { campaign: 'Thé', detail: 'thé vert', day: '2026-05-01', impressions: 1288, clicks: 47, orders: 6, spend: '34.95', revenue: '125.84' },
    { campaign: 'Tè', detail: 'tè verde', day: '2026-05-01', impressions: 12_880, clicks: 472, orders: 62, spend: '349.50', revenue: '1258.40' },
  ]); // prettier-ignore
});
