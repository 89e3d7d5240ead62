import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

const PREAMBLE = `# ----------------------------------------
# Report CSV Export
# Account: The shop
# Property: shop.example
# ----------------------------------------
`;
/** Many tables; some without rows or title; only two tell of channels, both of the same visits. */
const SNAPSHOT = `${PREAMBLE}#  
# Start date: 20230424
# End date: 20230521
Nth day,Users
0000,0
0001,5

# Start date: 20230424
# End date: 20230521
Nth day,Total revenue


# Where do your new users come from?
# Start date: 20230424
# End date: 20230521
First user default channel group,New users
Direct,1

#  
# Start date: 20230424
# End date: 20230521
Session default channel group,Sessions
Direct,3
Unassigned,2

# How well do you retain your users?
# Start date: 20230409
# End date: 20230520
Date,Week 0,Week 1
Apr 9 - Apr 15,0,-1

# Start date: 20230424
# End date: 20230521
Session default channel group,Conversions,Total revenue
Direct,2,10.5
`;
/** A table report of 2024: a blank line before the header, other names, a row of totals, milliseconds. */
const TRAFFIC = `${PREAMBLE}# 
# All Users
# Start date: 20240101
# End date: 20240131

Session primary channel group (Default Channel Group),Sessions,Engaged sessions,Engagement rate,Average engagement time per session,Events per session,Event count,Key events,Session key event rate,Total revenue
,1500,1100,0.73,11984.73,5,7500,12.5,0.008,2023.4500000000003,Grand total
Organic Search,1000,800,0.8,60.79045643,5.2,5200,10,0.01,1500.25
(not set),500,300,0.6,24,4.6,2300,2.5,0.005,523.2
`;
/** Resaved by a spreadsheet program, with the owner's notes below; rows by hour; one line of the preamble is left. */
const RESAVED = `# ----------------------------------------,,,,
Session campaign,Date + hour (YYYYMMDDHH),Session default channel group,Sessions,Ecommerce purchases
spring_tea,2024041623,Paid Social,300,4
(direct),2024041719,Direct,267,1
,,,,
Engagement rates compare,,,,
0.5,better,,,
`;
const EVENTS = `${PREAMBLE}# All Users
# Start date: 20230101
# End date: 20231231
Event name,Event count,Total users,Event count per user,Total revenue
page_view,129094,29418,4.389160886712906,0
`;
/** Without any comment: nothing says of which days the figures are. */
const BARE = `Nth day,Users
0000,7

First user default channel group,New users
Direct,1

Session default channel group,Sessions
Email,9
`;

it('finds GA4’s tables of channels and campaigns among all others', async () => {
  const { files, engine } = await readFiles({
    'bare.csv': BARE,
    'events.csv': EVENTS,
    'resaved.csv': RESAVED,
    'snapshot.csv': SNAPSHOT,
    'traffic.csv': TRAFFIC,
  });
  expect(files.map(({ adapter, rows }) => [adapter, rows.in, rows.used, rows.ignored])).toEqual([
    ['ga4', 3, 1, 2],
    ['ga4', 1, 0, 1],
    ['ga4', 4, 2, 2],
    ['ga4', 7, 1, 6],
    ['ga4', 3, 2, 1],
  ]);
  expect(files.slice(1).map(reasonCounts)).toEqual([
    { 'ignored/other-table': 1 },
    { 'ignored/notes': 2 },
    { 'ignored/other-table': 4, 'ignored/same-visits': 2 },
    { 'ignored/summary-row': 1 },
  ]);
  expect(files[4]?.reasons[0]?.reason).toContain('they state the sums');
  const columns =
    'campaign, channel, variant, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, orders::INTEGER AS orders, conversions::DECIMAL(9,1) AS conversions, revenue::DECIMAL(9,2) AS revenue, spend';
  const none = { variant: null, impressions: null, orders: null, conversions: null, revenue: null, spend: null }; // prettier-ignore
  const january = { ...none, starts: '2024-01-01', ends: '2024-01-31' };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...none, campaign: 'Direct', channel: 'direct', starts: '2023-04-24', ends: '2023-05-21', conversions: '2.0', revenue: '10.50' },
    { ...january, campaign: '(not set)', channel: '(not set)', impressions: 500, conversions: '2.5', revenue: '523.20' },
    { ...january, campaign: 'Organic Search', channel: 'organic search', impressions: 1000, conversions: '10.0', revenue: '1500.25' },
    { ...none, campaign: 'spring_tea', channel: 'paid social', starts: '2024-04-16', ends: '2024-04-16', impressions: 300, orders: 4 },
    { ...none, campaign: '(direct)', channel: 'direct', starts: '2024-04-17', ends: '2024-04-17', impressions: 267, orders: 1 },
    { ...none, campaign: 'Email', channel: 'email', starts: null, ends: null, impressions: 9 },
  ]); // prettier-ignore
});

it.each([
  [
    'German',
    ['Startdatum: 20260301', 'Enddatum: 20260331'],
    'Sitzung – primäre Channelgruppe (Standard-Channelgruppe);Sitzungen;Sitzungen mit Interaktionen;Schlüsselereignisse;Gesamtumsatz',
    'Organic Search;1.309;200;10;1.234,50',
  ],
  [
    'French',
    ['Date de début : 20260301', 'Date de fin : 20260331'],
    'Groupe de canaux par défaut de la session;Sessions;Utilisateurs actifs;Événements clés;Revenu total',
    'Organic Search;1 309;950;10;1 234,50 €',
  ],
  [
    'Spanish',
    ['Fecha de inicio: 20260301', 'Fecha de finalización: 20260331'],
    'Grupo de canales principal de la sesión (Grupo de canales predeterminado),Sesiones,Sesiones con interacción,Eventos clave,Ingresos totales',
    'Organic Search,1309,200,10,1234.5',
  ],
  [
    'Italian',
    ['Data di inizio: 20260301', 'Data di fine: 20260331'],
    'Gruppo di canali principale della sessione,Sessioni,Sessioni con coinvolgimento,Eventi chiave,Entrate totali',
    'Organic Search,1309,200,10,1234.5',
  ],
  [
    'Portuguese',
    ['Data de início: 20260301', 'Data de término: 20260331'],
    'Grupo principal de canais da sessão (Grupo de canais padrão),Sessões,Sessões engajadas,Eventos principais,Receita total',
    'Organic Search,1309,200,10,1234.5',
  ],
  [
    'Slovak',
    ['Dátum začatia: 20260301', 'Dátum ukončenia: 20260331'],
    'Hlavná skupina kanálov relácie (Predvolená skupina kanálov),Relácie,Relácie s interakciou,Key events,Celkové výnosy',
    'Organic Search,1309,200,10,1234.5',
  ],
  [
    'Japanese',
    ['開始日: 20260301', '終了日: 20260331'],
    'セッションのメインのチャネル グループ（デフォルト チャネル グループ）,セッション,エンゲージメントのあったセッション数,キーイベント,合計収益',
    'Organic Search,1309,200,10,1234.5',
  ],
  [
    'Korean',
    ['시작일: 20260301', '종료일: 20260331'],
    '세션 기본 채널 그룹(기본 채널 그룹),세션수,참여 세션수,주요 이벤트,총 수익',
    'Organic Search,1309,200,10,1234.5',
  ],
  [
    'Indonesian',
    ['Tanggal mulai: 20260301', 'Tanggal akhir: 20260331'],
    'Grup saluran utama sesi (Grup Saluran Default),Sesi,Sesi berinteraksi,Peristiwa utama,Total revenue',
    'Organic Search,1309,200,10,1234.5',
  ],
])('reads GA4’s table of channels in %s', async (_, comments, header, row) => {
  const report = [
    '# ----------------------------------------',
    ...comments.map((c) => `# ${c}`),
    header,
    row,
  ];
  const { files, engine } = await readFiles(
    { 'data-export.csv': `${report.join('\n')}\n` },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]?.rows).toEqual({ in: 1, used: 1, ignored: 0, rejected: 0 });
  expect(
    await campaignRows(
      engine,
      'channel, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS impressions, conversions::INTEGER AS conversions, revenue::DECIMAL(9,2) AS revenue',
    ),
  ).toEqual([
    { channel: 'organic search', starts: '2026-03-01', ends: '2026-03-31', impressions: 1309, conversions: 10, revenue: '1234.50' },
  ]); // prettier-ignore
});

it('ga4 takes no table of campaigns that is kept by hand for its own', async () => {
  const { files } = await readFiles({
    'invested.csv': 'campaign,investment,revenue\nSpring,5000,8000\nSummer,6000,10000\n',
    'orders.csv': ordersCsv('1001,2026-03-01,ann@example.com,S-1,Scarf,1,20'),
  });
  expect(files.map(({ adapter }) => adapter)).toEqual([null, 'generic-orders']);
});

it('ga4 proves a total of all days by the rows of each day', async () => {
  const report = `# ----------------------------------------
# Free form
# Account: Shop
# ----------------------------------------
# 
# 20260101-20260131
Session campaign,Date,Sessions,Transactions,Total revenue
,,30,3,300
(organic),20260101,10,1,100
(organic),20260102,20,2,200
`;
  const { files } = await readFiles({ 'days.csv': report });
  expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons[0]?.reason).toContain('they state the sums of the rows that count');
});

it('ga4 counts visits once where a report compares groups of visitors', async () => {
  const audience = (name: string, starts: string, ends: string, ...rows: string[]): string =>
    [`# ${name}`, `# Start date: ${starts}`, `# End date: ${ends}`, 'Session default channel group,Sessions,Total revenue', ...rows, '', ''].join('\n'); // prettier-ignore
  const compared = `${PREAMBLE}# \n${audience('All Users', '20260101', '20260131', 'Direct,30,300', 'Email,10,80')}${audience('Mobile traffic', '20260101', '20260131', 'Direct,20,200')}${audience('All Users', '20251201', '20251231', 'Direct,7,70')}`;
  const segments = `# ----------------------------------------
# Free form
# ----------------------------------------
# 
# 20260201-20260228
Segment,Session default channel group,Sessions,Total revenue
,,40,380,Grand total
All Users,Direct,30,300
Mobile traffic,Direct,20,200
All Users,Email,10,80
`;
  const { files, engine } = await readFiles({
    'compared.csv': compared,
    'segments.csv': segments,
  });
  expect(files.map(({ rows }) => rows)).toEqual([
    { in: 4, used: 3, ignored: 1, rejected: 0 },
    { in: 4, used: 2, ignored: 2, rejected: 0 },
  ]);
  expect(files.map(reasonCounts)).toEqual([
    { 'ignored/same-visits': 1 },
    { 'ignored/same-visits': 1, 'ignored/summary-row': 1 },
  ]);
  expect(files[1]?.reasons.map(({ reason }) => reason).join()).toContain('they state the sums');
  expect(
    await engine.rows(
      `SELECT starts_on::VARCHAR AS starts, sum(impressions)::INTEGER AS visits, sum(revenue)::INTEGER AS revenue
        FROM campaign_results GROUP BY ALL ORDER BY ALL`,
    ),
  ).toEqual([
    { starts: '2025-12-01', visits: 7, revenue: 70 },
    { starts: '2026-01-01', visits: 40, revenue: 380 },
    { starts: '2026-02-01', visits: 40, revenue: 380 },
  ]);
});
