import { describe, expect, it } from 'vitest';
import { campaignRows, reasonCounts } from '../adapters/campaign-rows.ts';
import { readFiles } from '../exports-fixture.ts';

const meta = (...rows: string[]): string =>
  `${['Reporting starts,Reporting ends,Campaign name,Ad set name,Amount spent (GBP),Impressions,Link clicks', ...rows].join('\n')}\n`;
const google = (period: string, ...rows: string[]): string =>
  `${['Campaign report', `"${period}"`, 'Campaign status,Campaign,Campaign type,Impr.,Clicks,Currency code,Cost', ...rows].join('\n')}\n`;

const COLUMNS =
  'campaign, detail, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, spend::DECIMAL(9,2) AS spend';

describe('keepDaysOnce()', () => {
  it('leaves out days beside the longer period that holds them, whatever their level of detail', async () => {
    const { files, engine } = await readFiles({
      'by-day.csv': meta(
        '2026-06-01,2026-06-01,Tea,Cold,4.00,10,1',
        '2026-06-30,2026-06-30,Tea,Warm,5.00,10,1',
        '2026-07-01,2026-07-01,Tea,Warm,6.00,10,1',
        '2026-06-10,2026-06-10,Cups,Warm,7.00,10,1',
      ),
      'june.csv': meta('2026-06-01,2026-06-30,Tea,,100.00,900,20'),
    });
    expect(files.map(({ path, rows }) => [path, rows.used, rows.ignored])).toEqual([
      ['by-day.csv', 2, 2],
      ['june.csv', 1, 0],
    ]);
    expect(files.map(reasonCounts)).toEqual([{ 'ignored/overlapping-period': 2 }, {}]);
    expect(await campaignRows(engine, COLUMNS)).toEqual([
      { campaign: 'Tea', detail: null, starts: '2026-06-01', ends: '2026-06-30', spend: '100.00' },
      { campaign: 'Cups', detail: 'Warm', starts: '2026-06-10', ends: '2026-06-10', spend: '7.00' },
      { campaign: 'Tea', detail: 'Warm', starts: '2026-07-01', ends: '2026-07-01', spend: '6.00' },
    ]);
  });

  it('keeps the later of two periods that overlap in part, and the newer file of one period', async () => {
    const { files, engine } = await readFiles({
      'a.csv': google('June 1, 2026 - June 30, 2026', 'Enabled,Tea,Search,10,1,GBP,5.00'),
      'b.csv': google('June 15, 2026 - July 14, 2026', 'Enabled,Tea,Search,12,2,GBP,6.00'),
      'c.csv': google('July 15, 2026 - July 31, 2026', 'Enabled,Tea,Search,14,3,GBP,7.00'),
      'd.csv': google('All time', 'Enabled,Tea,Search,99,9,GBP,99.00', 'Enabled,Old,Search,1,1,GBP,1.00'),
    }); // prettier-ignore
    expect(files.map(({ rows }) => [rows.used, rows.ignored])).toEqual([
      [0, 1],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(reasonCounts(files[3])).toMatchObject({ 'ignored/no-period': 1 });
    expect((await campaignRows(engine, COLUMNS)).map(({ campaign, spend }) => [campaign, spend]))
      .toEqual([['Tea', '6.00'], ['Tea', '7.00'], ['Old', '1.00']]); // prettier-ignore
  });

  it('takes ads or their campaign where two files hold both of one period', async () => {
    const { files, engine } = await readFiles({
      'ads.csv': meta('2026-06-01,2026-06-30,Tea,Cold,4.00,10,1', '2026-06-01,2026-06-30,Tea,Warm,5.00,10,1'),
      'campaigns.csv': meta('2026-06-01,2026-06-30,Tea,,9.00,20,2'),
    }); // prettier-ignore
    expect(files.map(reasonCounts)).toEqual([{}, { 'ignored/overlap': 1 }]);
    const [sum] = await engine.rows(
      'SELECT sum(spend)::DECIMAL(9,2) AS spend FROM campaign_results',
    );
    expect(sum).toEqual({ spend: '9.00' });
  });

  it('keeps all rows of one period: they are parts of the campaign, or campaigns of one name', async () => {
    const { files, engine } = await readFiles({
      'ads.csv': meta(
        '2026-06-01,2026-06-30,Tea,Cold,4.00,10,1',
        '2026-06-01,2026-06-30,Tea,Warm,5.00,10,1',
        '2026-06-01,2026-06-30,Tea,Warm,5.00,10,1',
      ),
    });
    expect(files[0]?.rows.used).toBe(3);
    const [sum] = await engine.rows(
      'SELECT sum(spend)::DECIMAL(9,2) AS spend FROM campaign_results',
    );
    expect(sum).toEqual({ spend: '14.00' });
  });
});
