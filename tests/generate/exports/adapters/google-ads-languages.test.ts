import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

/** An account in the Portuguese of Portugal: other words than in Brazil, spaces between thousands, no clicks chosen. */
const PORTUGUESE = `Relatório da campanha
9 de abril de 2026 - 21 de abril de 2026
Estado da campanha,Campanha,Nome do orçamento,Código da moeda,Orçamento,Tipo de orçamento,Estado,Motivos do estado,Pontuação de otimização,Tipo de campanha,Impressões,Interações,Taxa de interação,Custo médio,Custo,Tipo de estratégia de lances,Taxa de conv.,Conversões,Custo/conv.
Ativada,[GRUPO] CHÁ, --,EUR,"200,00",Diário,Elegível,desconhecido,"92,33",Pesquisa,18\u00a0158,2\u00a0096,"11,54%","1,18","2473,94",Maximizar as conversões,"3,96%","83,00","29,81"
Ativada,Chá PMAX, --,EUR,"100,00",Diário,Elegível (com restrições),limitado pelo orçamento; desconhecido,"89,49",Desempenho máximo,27\u00a0190,1\u00a0786,"6,57%","0,35","620,17",Maximizar as conversões (CPA alvo),"86,11%","1\u00a0537,85","0,40"
Total: Campanhas,,,EUR,,,,,,,45\u00a0348,3\u00a0882,"8,56%","0,80","3094,11",,"41,75%","1\u00a0620,85","1,91"
Total: Conta,,,EUR,,,,,,,45\u00a0348,3\u00a0882,"8,56%","0,80","3094,11",,"41,75%","1\u00a0620,85","1,91"
Total: Desempenho máximo,,,EUR,,,,,,Desempenho máximo,27\u00a0190,1\u00a0786,"6,57%","0,35","620,17",,"86,11%","1\u00a0537,85","0,40"
Total: Pesquisa,,,EUR,,,,,,Pesquisa,18\u00a0158,2\u00a0096,"11,54%","1,18","2473,94",,"3,96%","83,00","29,81"
`;
const CZECH = `Výkon kampaní
1. března 2026 - 31. března 2026
Kampaň;Stav kampaně;Typ kampaně;Prokliky;Zobr.;Cena;Konverze;Konverzní poměr
Značka;Povoleno;Vyhledávání;10;1 100;25,5;1;1%
Obecná;Povoleno;Výkonnost;2;200;75;2;1%
Celkem: Kampaně;;;12;1 300;100,5;3;1%
`;
/** The period behind a word, its days with spaces. */
const CZECH_APRIL = `Výkon kampaní
Období: 1. 4. 2026 – 30. 4. 2026
Kampaň;Prokliky;Zobr.;Cena;Konverze;Konverzní poměr
Značka;1;100;25;1;1%
`;
const RUSSIAN = `Отчет по кампаниям
1 мая 2026 г. – 31 мая 2026 г.
Кампания,Показы,Клики,Цена,Ср. цена за клик,CTR,Конверсии,"Цена/конв.",Ценность конверсии
Чай,"10 500",70,"1 234,56","17,63","0,67%","2,00","617,28","4 000,00"
`;

it('google-ads reads the Portuguese of Portugal, Czech and Russian, and proves their totals', async () => {
  const { files, engine } = await readFiles(
    { 'april.csv': CZECH_APRIL, 'cs.csv': CZECH, 'pt.csv': PORTUGUESE, 'ru.csv': RUSSIAN },
    shopConfig({ currency: 'EUR' }),
  );
  expect(
    files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored, rows.rejected]),
  ).toEqual([
    ['google-ads', 1, 0, 0],
    ['google-ads', 2, 1, 0],
    ['google-ads', 2, 4, 0],
    ['google-ads', 1, 0, 0],
  ]);
  expect(files.map(reasonCounts)).toEqual([
    {},
    { 'ignored/summary-row': 1 },
    { 'ignored/summary-row': 4 },
    {},
  ]);
  const rows = await campaignRows(
    engine,
    'campaign, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::DECIMAL(9,2) AS conversions, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend',
  );
  expect(rows.map(Object.values)).toEqual([
    ['Obecná', '2026-03-01', '2026-03-31', 200, 2, '2.00', null, '75.00'],
    ['Značka', '2026-03-01', '2026-03-31', 1100, 10, '1.00', null, '25.50'],
    ['Značka', '2026-04-01', '2026-04-30', 100, 1, '1.00', null, '25.00'],
    ['Chá PMAX', '2026-04-09', '2026-04-21', 27_190, null, '1537.85', null, '620.17'],
    ['[GRUPO] CHÁ', '2026-04-09', '2026-04-21', 18_158, null, '83.00', null, '2473.94'],
    ['Чай', '2026-05-01', '2026-05-31', 10_500, 70, '2.00', '4000.00', '1234.56'],
  ]);
});

/** A report of ads has a column for each headline; one of assets counts an impression once for each. */
it('google-ads reads a report of ads, mostly their words, and leaves out one of assets of another shape', async () => {
  const words = Array.from({ length: 15 }, (_, index) => [`Headline ${index + 1}`, `Headline ${index + 1} position`]).flat(); // prettier-ignore
  const texts = ['Description 1', 'Description 1 position', 'Path 1', 'Path 2', 'Final URL'];
  const more = [
    'Business name',
    'Call to action text',
    'Ad strength',
    'Ad type',
    'Mobile final URL',
  ];
  const blank = [...words, ...texts, ...more].map(() => ' --').join(',');
  const header = `Ad status,${[...words, ...texts, ...more].join(',')},Campaign,Ad group,Status,Impr.,Interactions,Currency code,Cost,Conversions`;
  const ads = `Ad report
"January 20, 2026 - January 21, 2026"
${header}
Enabled,${blank},Tea,Green,Eligible,14,2,GBP,11.91,0.00
Enabled,${blank},Tea,Green,Eligible,8,0,GBP,0.00,1.00
Total: All but removed ads,${blank}, --, --, --,22, --,GBP,11.91,1.00
Total: Account,${blank},,,,"1,042",,GBP,133.89,1.00
`;
  const assets = `Ad asset report
"January 20, 2026 - January 21, 2026"
Asset status,Final URL,Asset type,Campaign,Ad group,Level,Status,Impr.,Interactions,Currency code,Cost,Clicks
Enabled,https://shop.example,Sitelink,Tea, --,Campaign,Eligible,22,2,GBP,11.91,2
Enabled, --,Callout,Tea, --,Campaign,Eligible,22,2,GBP,11.91,2
Enabled, --,Callout, --, --,Account,Eligible,22,2,GBP,11.91,2
`;
  const { files, engine } = await readFiles({ 'ads.csv': ads, 'assets.csv': assets }, shopConfig());
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['google-ads', 2, 0],
    ['google-ads', 0, 0],
  ]);
  expect(reasonCounts(files[1])).toEqual({ 'ignored/asset': 3 });
  expect(files[0]?.reasons[0]?.reason).toContain('they state the sums of the rows that count');
  expect(await campaignRows(engine, 'campaign, detail, impressions::INTEGER AS shown')).toEqual([
    { campaign: 'Tea', detail: 'Green', shown: 14 },
    { campaign: 'Tea', detail: 'Green', shown: 8 },
  ]);
});

it('google-ads reads the overview’s cards in Portuguese: campaigns, keywords, days', async () => {
  const { files, engine } = await readFiles(
    {
      'Campanhas(2026.05.05-2026.05.06).csv': `Nome da campanha,Nome do grupo de campanhas,Status da campanha,Custo,Cliques,CTR
[SEARCH]-CHÁ,,Ativado,"R$ 236,86",58,"6,68%"
[SEARCH]-CAFÉ,,Pausado,"R$ 62,99",11,"9,00%"
`,
      'Palavras-chave(2026.05.05).csv': `Palavra-chave da rede de pesquisa,Tipo de corresp.,Status do critério,Status da campanha,Status do grupo de anúncios,Custo,Impressões,CTR
comprar chá,Corresp. de frase,Ativado,Ativado,Ativado,"R$ 39,89",140,"7,14%"
`,
      // With and without a metric that only Google has; the days are written with their weekday.
      'Série_temporal(2026.05.05-2026.05.06).csv': `Data,Cliques,Custo,Impressões,Conversões
"ter., 5 de mai. de 2026",0,"R$ 0,00",4,"0,00"
"qua., 6 de mai. de 2026",69,"R$ 299,85",993,"49,00"
`,
      'b/Gráfico(2026.05.07-2026.05.07).csv': `Data,Cliques,CPC méd.,Custo,Conversões
"qui., 7 de mai. de 2026",0,—,"R$ 0,00","0,00"
`,
      'other.csv': 'Data,Cliques,Impressões,Custo\n2026-05-05,100,1000,50.00\n',
    },
    shopConfig({ currency: 'BRL' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['google-ads', 2, 0],
    ['google-ads-in-campaign', 1, 0],
    ['google-ads-time-series', 2, 0],
    ['google-ads-time-series', 1, 0],
    [null, 0, 0],
  ]);
  const rows = await campaignRows(
    engine,
    'campaign, detail, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, spend::DECIMAL(9,2) AS spend',
  );
  expect(rows.map(Object.values)).toEqual([
    ['[SEARCH]-CAFÉ', null, '2026-05-05', '2026-05-06', null, 11, '62.99'],
    ['[SEARCH]-CHÁ', null, '2026-05-05', '2026-05-06', null, 58, '236.86'],
    ['Palavras-chave(2026.05.05)', 'comprar chá', '2026-05-05', '2026-05-05', 140, null, '39.89'],
    ['All campaigns', null, '2026-05-05', '2026-05-05', 4, 0, '0.00'],
    ['All campaigns', null, '2026-05-06', '2026-05-06', 993, 69, '299.85'],
    ['All campaigns', null, '2026-05-07', '2026-05-07', null, 0, '0.00'],
  ]);
});

it('google-ads reads Polish, with the months of its period in words', async () => {
  const report = (period: string, header: string, ...rows: string[]): string =>
    `Raport kampanii\n${period}\n${header}\n${rows.join('\n')}\n`;
  const { files, engine } = await readFiles(
    {
      'days.csv': report(
        '1 wrz 2026 - 2 wrz 2026',
        'Dzień,Kampania,Wyświetl.,Kliknięcia,Koszt,Konwersje,Wartość konw.,CTR',
        '2026-09-01,Kubki,"1 234",56,"123,45","2,00","500,00","4,54%"',
        '2026-09-02,Kubki,1000,40,"80,00",0,0,"4,00%"',
        'Razem: konto,,"2 234",96,"203,45","2,00","500,00","4,30%"',
      ),
      'period.csv': report(
        '1 paź 2026 - 30 lis 2026',
        'Stan kampanii,Kampania,Typ kampanii,Kod waluty,Wyświetlenia,Kliknięcia,Śr. CPC,Koszt,Konwersje,Koszt/konw.',
        'Włączona,Talerze,Wyszukiwanie,EUR,500,20,"0,50","10,00","1,50","6,67"',
        'Razem: kampanie, --, --,EUR,500,20,"0,50","10,00","1,50","6,67"',
      ),
    },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored, rows.rejected])).toEqual([
    ['google-ads', 2, 1, 0],
    ['google-ads', 1, 1, 0],
  ]); // prettier-ignore
  expect(files.map((file) => file.reasons[0]?.reason.includes('they state the sums'))).toEqual([true, true]); // prettier-ignore
  expect(
    await campaignRows(engine, 'campaign, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, spend::DECIMAL(9,2) AS spend, revenue::INTEGER AS revenue'),
  ).toEqual([
    { campaign: 'Kubki', starts: '2026-09-01', ends: '2026-09-01', impressions: 1234, spend: '123.45', revenue: 500 },
    { campaign: 'Kubki', starts: '2026-09-02', ends: '2026-09-02', impressions: 1000, spend: '80.00', revenue: 0 },
    { campaign: 'Talerze', starts: '2026-10-01', ends: '2026-11-30', impressions: 500, spend: '10.00', revenue: null },
  ]); // prettier-ignore
});

/** From an account in French; its program puts a space before each colon. */
const french = (colon: string): string => `Rapport sur les campagnes
1 mars 2026 - 31 mai 2026
État de la campagne,Campagne,Budget,Nom du budget,Type de budget,État,Motifs de l'état,Type de campagne,Impr.,CTR,Code de la devise,Coût,Clics,Taux de conv.,Conversions,CPC moy.,Coût/conv.
Activée,Marque,"30,00", --,Quotidien,Éligible,,Réseau de Recherche,"81 234","11,23 %",EUR,"2 210,44","9 120","4,5 %","412,50","0,24","5,36"
Activée,Freins,"30,00", --,Quotidien,Éligible,,Performance Max,"425 881","1,7 %",EUR,"3 921,10","7 312","3,1 %","231,42","0,54","16,94"
Total${colon} campagnes, --, --, --, --, --,, --,"507 115","3,2 %",EUR,"6 131,54","16 432","3,9 %","643,92","0,37","9,52"
Total${colon} compte,,,,,,,,"507 115","3,2 %",EUR,"6 131,54","16 432","3,9 %","643,92","0,37","9,52"
`;

it.each([':', ' :', '\u00a0:', '\u202f:'])(
  'google-ads proves totals of an account in French, "Total%s"',
  async (colon) => {
    const { files, engine } = await readFiles(
      { 'fr.csv': french(colon) },
      shopConfig({ currency: 'EUR' }),
    );
    expect(files.map(({ rows }) => rows)).toEqual([{ in: 4, used: 2, ignored: 2, rejected: 0 }]);
    expect(files.map(reasonCounts)).toEqual([{ 'ignored/summary-row': 2 }]);
    expect(
      await engine.rows('SELECT sum(spend)::DECIMAL(9,2) AS spend FROM campaign_results'),
    ).toEqual([{ spend: '6131.54' }]);
  },
);
