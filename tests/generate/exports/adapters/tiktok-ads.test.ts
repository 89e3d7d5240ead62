import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

const EUROPEAN = `Campaign name,Ad group name,Ad name,Primary status,By Day,Cost,CPC (destination),CPM,Impressions,Clicks (destination),CTR (destination),Reach,Frequency,Conversions,Cost per conversion,Conversion rate (CVR),Results,Result type,Total complete payment value,6-second video views,Currency
Promote-tea,Default,Clip 1,Active,2026-07-14,"18,50","0,13","2,20",8400,142,"1,69%",8000,"1,05",3,"6,17","2,11%",40,Landing page view,"75,00",900,EUR
Promote-tea,Default,Clip 2,Active,2026-07-14,"1,50","0,15",3,500,10,"2,00%",450,"1,1",-,-,-,2,Landing page view,0,20,EUR
Total of 2 results,-,-,-,-,"20,00","0,13","2,25",8900,152,"1,71%",8200,"1,08",3,"6,67","1,97%",42,-,"75,00",920,EUR
`;
const SUMMARY = `Campaign name,Primary status,Spend,Impressions
Cups,Active,10.00,900
Total,,10.00,900
`;
/** Any network has these columns. */
const OTHER_NETWORK = 'Campaign name,Spend,Impressions,Clicks\nCups,10.00,900,3\n';
/** Pinterest has ad groups too. */
const PINTEREST = `Date,Campaign name,Ad group name,Spend in account currency,Impressions,Reach,Outbound clicks,Saves,Engagements,Total conversions (Checkout)
2026-06-15,Cups,All,0.76,100,99,2,0,2,0
`;

it('reads TikTok’s reports with a decimal comma and leaves out the row of totals', async () => {
  const { files, engine } = await readFiles(
    {
      'days.csv': EUROPEAN,
      'other.csv': OTHER_NETWORK,
      'pinterest.csv': PINTEREST,
      'summary.csv': SUMMARY,
    },
    shopConfig({ rates: { EUR: 0.5 } }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['tiktok-ads', 2, 0],
    [null, 0, 0],
    [null, 0, 0],
    ['tiktok-ads', 1, 0],
  ]);
  expect(files.map(reasonCounts)).toEqual([
    { 'ignored/summary-row': 1 },
    { 'file/unknown': 0 },
    { 'file/unknown': 0 },
    { 'ignored/summary-row': 1, 'note/no-period': 1 },
  ]);
  const columns =
    'campaign, detail, channel, starts_on::VARCHAR AS starts, impressions::INTEGER AS impressions, clicks::INTEGER AS clicks, conversions::INTEGER AS conversions, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend';
  const row = { campaign: 'Promote-tea', channel: 'paid social', starts: '2026-07-14' };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...row, detail: 'Default / Clip 1', impressions: 8400, clicks: 142, conversions: 3, revenue: '37.50', spend: '9.25' },
    { ...row, detail: 'Default / Clip 2', impressions: 500, clicks: 10, conversions: null, revenue: '0.00', spend: '0.75' },
    { ...row, campaign: 'Cups', detail: null, starts: null, impressions: 900, clicks: null, conversions: null, revenue: null, spend: '10.00' },
  ]); // prettier-ignore
});

it('tiktok-ads leaves the row of totals out where the ad group stands before its campaign', async () => {
  const { files } = await readFiles({
    'groups.csv': `Ad group name,Campaign name,By Day,Cost,Impressions,Clicks (destination)
Broad,June,2026-06-01,10.50,900,12
Lookalike,June,2026-06-01,4.50,100,3
Total of 2 results,-,-,15.00,1000,15
`,
  });
  expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons).toMatchObject([
    {
      code: 'ignored/summary-row',
      reason: 'Rows "Total of … results"; they state the sums of the rows that count',
    },
  ]);
});

/** The tool's own report of campaigns as XLSX: 20 columns as text, a total at the end, the period in its name only. */
function campaignReport(cost: string): Buffer {
  const header =
    'Campaign name,Primary status,Campaign Budget,Cost,CPC (destination),CPM,Impressions,Clicks (destination),CTR (destination),Conversions,Cost per conversion,Conversion rate (CVR),Results,Cost per result,Result rate,Deep funnel result,Cost per deep funnel result,Deep funnel result rate,Goal-based budget increase,Currency';
  const rows = [
    `Reach เสื้อ,Active,500.00,${cost},0.50,3.00,6000,37,0.62%,2,3.13,5.41%,2,3.13,0.03%,-,-,-,-,GBP`,
    'Live,Inactive,-,0.00,0.00,0.00,0,0,0.00%,0,0.00,0.00%,0,0.00,0.00%,-,-,-,-,GBP',
    `Total of 2 results,-,-,${cost},0.50,3.00,6000,37,0.62%,2,3.13,5.41%,2,3.13,0.03%,-,-,-,-,GBP`,
  ];
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = [header, ...rows].map((row) => `<row>${row.split(',').map(cell).join('')}</row>`);
  return makeXlsx({ sheets: [{ name: 'Sheet1', rows: sheet.join('') }] });
}

it('tiktok-ads takes the period of a report without days from the name of its file', async () => {
  const { files, engine } = await readFiles(
    {
      'Shop-Campaign Report-(2026-01-01 to 2026-01-31) (1).xlsx': campaignReport('6.26'),
      'Shop-Campaign Report-(2026-02-01 to 2026-02-28).xlsx': campaignReport('7.26'),
      // The same again, and one whose name was changed.
      'again/Shop-Campaign Report-(2026-02-01 to 2026-02-28) (1).xlsx': campaignReport('7.26'),
      'renamed.xlsx': campaignReport('9.99'),
    },
    shopConfig(),
  );
  expect(files.map(({ rows }) => [rows.in, rows.used, rows.ignored])).toEqual([
    [3, 2, 1],
    [3, 0, 3],
    [3, 2, 1],
    [3, 0, 3],
  ]);
  expect(
    await engine.rows(
      `SELECT starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, sum(spend)::DECIMAL(9,2) AS spend, count(*)::INTEGER AS "rows" FROM campaign_results GROUP BY ALL ORDER BY starts`,
    ),
  ).toEqual([
    { starts: '2026-01-01', ends: '2026-01-31', spend: '6.26', rows: 2 },
    { starts: '2026-02-01', ends: '2026-02-28', spend: '7.26', rows: 2 },
  ]);
});

/** The total's words are known in English and Spanish only; elsewhere it has no status, and the figures of all rows. */
const KOREAN = `캠페인 이름,기본 상태,비용,CPC(목적지),CPM,노출수,클릭수(목적지),CTR(목적지),전환수,전환당 비용,순 비용,도달,구매 ROAS(모든 채널),통화
차,활성,"8,258,613",57,2000,"3,000,000","144,117",3.1%,76,88462,"8,158,613",100,0,KRW
컵,비활성,"4,595,661",57,2000,"2,000,000","37,159",3.1%,37,88462,"4,495,661",100,0,KRW
총 2개 결과,-,"12,854,274",57,2000,"5,000,000","181,276",3.1%,113,88462,"12,654,274",200,0,KRW
`;
const SPANISH = `Nombre de la campaña;Por día;Coste;Impresiones;Clics (destino);Conversiones;Edad
Té;2026-07-14;18,50;8.400;142;3;25-34
Té;2026-07-14;1,50;400;2;1;35-44
Total de 2 resultados;-;20,00;8.800;144;4;-
`;

it('tiktok-ads reads Korean and Spanish names, and knows a total whose words it does not know', async () => {
  const { files, engine } = await readFiles(
    { 'es.csv': SPANISH, 'ko.csv': KOREAN },
    shopConfig({ rates: { KRW: 1 } }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['tiktok-ads', 2, 1],
    ['tiktok-ads', 2, 1],
  ]);
  for (const { reasons } of files)
    expect(reasons[0]?.reason).toContain('they state the sums of the rows that count');
  const rows = await campaignRows(
    engine,
    'campaign, impressions::INTEGER AS shown, clicks::INTEGER AS clicks, conversions::INTEGER AS conversions, spend::DECIMAL(9,2) AS spend',
  );
  expect(rows.map(Object.values)).toEqual(
    expect.arrayContaining([
      ['Té', 8400, 142, 3, '18.50'],
      ['Té', 400, 2, 1, '1.50'],
      ['차', 3_000_000, 144_117, 76, '8258613.00'],
      ['컵', 2_000_000, 37_159, 37, '4595661.00'],
    ]),
  );
});
