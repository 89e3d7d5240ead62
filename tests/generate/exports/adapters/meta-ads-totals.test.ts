import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

const HEADER =
  'Nome da campanha,Nome do conjunto de anúncios,Nome do anúncio,Plataforma,Posicionamento,Veiculação do anúncio,Alcance,Impressões,Valor usado (GBP),Cliques no link,Início dos relatórios,Término dos relatórios';
const JULY = '2026-07-01,2026-07-31';

/** A pivoted report: a row of all for each level, "All" in English whatever the account's language. */
const PIVOTED = [
  ['Chá,All,All,All,All,,900,1000,30.00,40'],
  ['Chá,Taubaté,All,All,All,,900,1000,30.00,40'],
  ['Chá,Taubaté,Vídeo,All,All,active,900,1000,30.00,40'],
  ['Chá,Taubaté,Vídeo,instagram,All,active,500,600,20.00,30'],
  ['Chá,Taubaté,Vídeo,instagram,Feed,active,300,400,12.50,20'],
  ['Chá,Taubaté,Vídeo,instagram,Stories,active,200,200,7.50,10'],
  ['Chá,Taubaté,Vídeo,facebook,All,active,400,400,10.00,10'],
  ['Chá,Taubaté,Vídeo,facebook,Feed,active,400,400,10.00,10'],
  ['Café,All,All,All,All,,90,100,5.00,4'],
  ['Café,Pinda,All,All,All,,90,100,5.00,4'],
  ['Café,Pinda,Foto,All,All,active,90,100,5.00,4'],
  ['Café,Pinda,Foto,instagram,All,active,90,100,5.00,4'],
  ['Café,Pinda,Foto,instagram,Feed,active,90,100,5.00,4'],
].flat();
const TOTAL = ',,,,,,950,1100,35.00,44';

/** The same as Meta lays it out in a spreadsheet: a cell that repeats the one above is blank, the total stands below. */
function laidOut(): string[] {
  const rows = PIVOTED.map((row) => row.split(','));
  return rows.map((row, index) => {
    const above = rows[index - 1] ?? [];
    const same = row.findIndex((cell, column) => cell !== above[column]);
    return row.map((cell, column) => (column < Math.min(same, 5) ? '' : cell)).join(',');
  });
}

const FIGURES =
  'campaign, detail, impressions::INTEGER AS shown, clicks::INTEGER AS clicks, spend::DECIMAL(9,2) AS spend';

it('meta-ads counts the finest rows of a pivoted report and proves the rows of all by them', async () => {
  const rows = [TOTAL, ...PIVOTED].map((row) => `${row},${JULY}`);
  const { files, engine } = await readFiles({ 'pivot.csv': `${[HEADER, ...rows].join('\n')}\n` });
  expect(files[0]?.rows).toEqual({ in: 14, used: 4, ignored: 10, rejected: 0 });
  expect(files[0]?.reasons.slice(0, 2).map(({ reason, rows: n }) => [reason, n])).toEqual([
    [expect.stringContaining('they state the sums of the rows that count'), 1],
    [expect.stringContaining('they state the sums of the rows that count'), 2],
  ]);
  expect((await campaignRows(engine, FIGURES)).map(Object.values)).toEqual(
    expect.arrayContaining([
      ['Café', 'Pinda / Foto', 100, 4, '5.00'],
      ['Chá', 'Taubaté / Vídeo', 400, 20, '12.50'],
      ['Chá', 'Taubaté / Vídeo', 200, 10, '7.50'],
      ['Chá', 'Taubaté / Vídeo', 400, 10, '10.00'],
    ]),
  );
});

it('meta-ads counts the rows of whole campaigns where a spreadsheet leaves out their names below', async () => {
  const lines = [
    ',Relatório sem título,,Report Period',
    HEADER,
    ...[...laidOut(), TOTAL].map((row) => `${row},${JULY}`),
  ];
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = lines.map((row) => `<row>${row.split(',').map(cell).join('')}</row>`);
  const { files, engine } = await readFiles({
    'report.xlsx': makeXlsx({ sheets: [{ name: 'Formatted Report', rows: sheet.join('') }] }),
  });
  expect(files[0]?.rows).toEqual({ in: 14, used: 2, ignored: 12, rejected: 0 });
  expect(reasonCounts(files[0])).toEqual({ 'ignored/parts': 11, 'ignored/summary-row': 1 });
  expect(files[0]?.reasons[1]?.reason).toContain('they state the sums of the rows that count');
  expect((await campaignRows(engine, FIGURES)).map(Object.values)).toEqual([
    ['Café', null, 100, 4, '5.00'],
    ['Chá', null, 1000, 40, '30.00'],
  ]);
});

it('meta-ads counts whole campaigns where only their days stand below', async () => {
  const report = `Nombre de la campaña,Día,Importe gastado (GBP),Impresiones,Inicio del informe,Fin del informe
Té,All,30.00,3000,2026-03-01,2026-03-31
,2026-03-01,10.00,1000,2026-03-01,2026-03-01
,2026-03-02,20.00,2000,2026-03-02,2026-03-02
Café,All,5.00,500,2026-03-01,2026-03-31
,2026-03-05,5.00,500,2026-03-05,2026-03-05
,,35.00,3500,2026-03-01,2026-03-31
`;
  const { files, engine } = await readFiles({ 'days.csv': report });
  expect(reasonCounts(files[0])).toEqual({ 'ignored/parts': 3, 'ignored/summary-row': 1 });
  expect(
    await campaignRows(engine, 'campaign, ends_on::VARCHAR AS ends, spend::INTEGER AS spend'),
  ).toEqual([
    { campaign: 'Café', ends: '2026-03-31', spend: 5 },
    { campaign: 'Té', ends: '2026-03-31', spend: 30 },
  ]);
});

it('meta-ads keeps an ad set that is called All beside others', async () => {
  const rows = ['Tea,All,Film,,,active,90,100,5.00,4', 'Tea,Lookalike,Film,,,active,90,300,9.00,4'];
  const { files } = await readFiles({
    'ads.csv': `${[HEADER, ...rows.map((row) => `${row},${JULY}`)].join('\n')}\n`,
  });
  expect(files[0]?.rows.used).toBe(2);
});

it('meta-ads leaves out the total of all days of a report on the account', async () => {
  const report = `"Nome da conta",Plataforma,Dia,Impressões,"Valor usado (GBP)","Início dos relatórios","Término dos relatórios"
,,,300,9.00,2026-08-01,2026-08-24
Loja,instagram,2026-08-24,100,4.00,2026-08-24,2026-08-24
Loja,facebook,2026-08-24,200,5.00,2026-08-24,2026-08-24
`;
  const { files } = await readFiles({ 'account.csv': report });
  expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons[0]?.reason).toContain('they state the sums of the rows that count');
});
