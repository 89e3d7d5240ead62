import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

/** Neither recipients nor deliveries; a rate as programs write small numbers; the time of day in a column of its own. */
const REPORT = `Campaign Message ID,Campaign Message Name,Send Date,Send Time,Open Rate,Click Rate,Unsubscribe Rate,Bounce Rate,Spam Complaints Rate,Total Opens,Unique Opens,Total Clicks,Unique Clicks,Total Unsubscribes,Unique Unsubscribes,Spam Complaints,Bounces,Subject,Preview Text,Day of Week,Campaign Message Channel
01HZTEA,October 29th: Last call,2026-10-29,10:30 AM,0.53213,0.00562,0.00238,0.00529,5e-05,87159,70006,965,740,313,313,7,699,Final 48 hours!,"Your gift, awaiting 🎁",Thursday,Email
01HZLID,May 23: Lid,2026-05-23,12:00 PM,0.83333,0.33333,0.0,0.0,0.0,20,10,12,4,0,0,0,0,We heard you!,,Saturday,Email
`;

it('klaviyo-report works out deliveries from the rate of opens and takes all other counts', async () => {
  const { files, engine } = await readFiles({ 'report.csv': REPORT });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['klaviyo-report', 2, 0],
  ]);
  expect(reasonCounts(files[0])).toEqual({ 'note/counts-from-rates': 2 });
  const rows = await campaignRows(
    engine,
    'campaign, channel, sent_on::VARCHAR AS sent, recipients::INTEGER AS recipients, delivered::INTEGER AS delivered, opens::INTEGER AS opens, clicks::INTEGER AS clicks, unsubscribes::INTEGER AS unsubscribes, complaints::INTEGER AS complaints',
  );
  expect(rows.map(Object.values)).toEqual(
    expect.arrayContaining([
      // 10 of 12 opened it.
      ['May 23: Lid', 'email', '2026-05-23', 12, 12, 10, 4, 0, 0],
      // 70,006 / 0.53213 = 131,558.1; 699 more were sent and bounced.
      ['October 29th: Last call', 'email', '2026-10-29', 132_257, 131_558, 70_006, 740, 313, 7],
    ]),
  );
});

it('klaviyo-report counts a message that two reports hold once', async () => {
  const [header = '', first = ''] = REPORT.split('\n');
  const { files } = await readFiles({ 'a.csv': REPORT, 'b.csv': `${header}\n${first}\n` });
  expect(files.map(({ rows }) => rows.used + rows.ignored)).toEqual([2, 1]);
  expect(files.reduce((sum, { rows }) => sum + rows.used, 0)).toBe(2);
});

it('klaviyo-report leaves a sending to the export of campaigns, which knows its recipients', async () => {
  const campaigns =
    'Campaign Name,Subject,List,Send Time,Total Recipients,Unique Placed Order,Revenue,Unique Opens,Open Rate,Unique Clicks,Successful Deliveries,Campaign ID,Campaign Channel\n' +
    'May 23: Lid,We heard you!,All,2026-05-23 12:00:00,14,1,20.00,10,83.33%,4,12,01HZC,Email\n';
  const { files, engine } = await readFiles({ 'campaigns.csv': campaigns, 'report.csv': REPORT });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['klaviyo-campaigns', 1, 0],
    ['klaviyo-report', 1, 1],
  ]);
  expect(reasonCounts(files[1])).toMatchObject({ 'ignored/same-sending': 1 });
  expect(await campaignRows(engine, 'campaign, recipients::INTEGER AS recipients')).toEqual([
    { campaign: 'May 23: Lid', recipients: 14 },
    { campaign: 'October 29th: Last call', recipients: 132_257 },
  ]);
});
