import { expect, it } from 'vitest';
import { campaignArms } from '#generate/warehouse/campaigns/campaign-arms.ts';
import { computeTotals } from '#generate/warehouse/totals.ts';
import { ordersCsv, readFiles, shopConfig } from '../../exports/exports-fixture.ts';

const KLAVIYO = `Campaign Name,Variant,Send Time,Total Recipients,Unique Placed Order,Revenue,Unique Opens,Unique Clicks,Unsubscribes,Spam Complaints,Successful Deliveries,Campaign ID,Campaign Channel
Tea,A,2026-06-01 09:00:00,100,9,90.00,40,8,1,0,99,01A,Email
Tea,B,2026-06-01 09:00:00,100,4,40.00,41,3,1,0,98,01A,Email
[Follow-up] Tea,,2026-06-03 09:00:00,60,5,50.00,10,2,0,0,60,01B,Email
`;
const META = `Reporting starts,Reporting ends,Campaign name,Ad set name,Amount spent (GBP),Impressions,Link clicks,Purchases,Purchases conversion value
2026-06-01,2026-06-30,Tea,Cold,4.00,10,1,2,500
2026-06-01,2026-06-30,Tea,Warm,5.00,10,1,3,600
`;
const GA4 = `# ----------------------------------------
# Start date: 20260601
# End date: 20260630
Session campaign,Sessions,Key events,Total revenue
Tea,100,3,700
`;

it('campaignArms() compares arms only: no ad set, channel, resend or flow is one', async () => {
  const { engine } = await readFiles({
    'ga4.csv': GA4,
    'klaviyo.csv': KLAVIYO,
    'meta.csv': META,
    'orders.csv': ordersCsv('1,2026-07-01,ann@example.com,S1,Mug,1,10.00'),
  });
  const campaigns = await campaignArms(engine, '2026-07-31', 'Europe/London');
  expect(campaigns.map(({ source, campaign }) => [source, campaign])).toEqual([
    ['klaviyo-campaigns', 'Tea'],
  ]);
  expect(
    campaigns[0]?.arms.map(({ variant, orders, sentAt }) => [variant, orders, sentAt]),
  ).toEqual([
    ['A', 9, '2026-06-01 09:00'],
    ['B', 4, '2026-06-01 09:00'],
  ]);
  // What tools claim to have brought is never added to what the shop sold.
  expect(await computeTotals(engine, shopConfig())).toMatchObject({ orders: 1, revenue: 10 });
});
