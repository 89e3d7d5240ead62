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
