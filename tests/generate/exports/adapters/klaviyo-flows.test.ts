import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

/** Performance by day: rates are shares of 0–1, amounts may have a sign, blanks and N/A. */
const DAILY = `Day,Flow ID,Flow Name,Flow Message ID,Flow Message Name,Flow Message Channel,Status,Delivered,Unique Opens,Open Rate,Unique Clicks,Click Rate,Placed Order,Placed Order Rate,Revenue,Revenue per Recipient,Unsub Rate,Complaint Rate,Bounce Rate,Tags
2026-02-01,F1,Welcome,M1,Welcome 1,Email,live,200,100,0.5,20,0.1,4,0.02,"$1,240.50",6.20,0.015,0.005,0.01,
2026-02-01,F1,Welcome,M2,Welcome 2,SMS,live,50,,,N/A,N/A,1,0.02,$20.00,0.40,0.02,0,0,
2026-02-02,F1,Welcome,M1,Welcome 1,Email,live,100,40,0.4,5,0.05,0,0,$0.00,0,0.01,,0.02,
`;

/** Flow analytics of a period, in an order of columns of its own: counts of opens are missing. */
const ANALYTICS = `Date Range,Flow Name,Flow ID,Message Name,Message ID,Message Channel,Message Status,Tags,Total Recipients,Open Rate,Click Rate,Unsubscribe Rate,Bounce Rate,Spam Complaints Rate,SMS Failed Delivery Rate,Total Placed Order,Unique Placed Order,Total Placed Order Value,Placed Order Rate,Total Subscription started on ReCharge
Feb 01 2026 - Feb 28 2026,Cart,F2,Cart 1,M9,email,live,,1000,0.5,0.1,0.01,0.02,0.001,N/A,12,10,"$1,500.25",0.0102,0
`;

it('reads Klaviyo’s flows by day and of a period, and derives counts that only rates state', async () => {
  const { files, engine } = await readFiles({ 'a.csv': ANALYTICS, 'daily.csv': DAILY });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['klaviyo-flows', 1, 0],
    ['klaviyo-flows', 3, 0],
  ]);
  expect(reasonCounts(files[0])).toEqual({ 'note/counts-from-rates': 1 });
  const columns =
    'campaign, detail, channel, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, delivered::INTEGER AS delivered, opens::INTEGER AS opens, clicks::INTEGER AS clicks, orders::INTEGER AS orders, unsubscribes::INTEGER AS unsubscribes, complaints::INTEGER AS complaints, revenue::DECIMAL(18,2) AS revenue';
  expect(await campaignRows(engine, columns)).toEqual([
    // 1000 recipients, 2 % bounced: 980 delivered, of which 50 % opened.
    { campaign: 'Cart', detail: 'Cart 1', channel: 'email', starts: '2026-02-01', ends: '2026-02-28', delivered: 980, opens: 490, clicks: 98, orders: 10, unsubscribes: 10, complaints: 1, revenue: '1500.25' },
    { campaign: 'Welcome', detail: 'Welcome 1', channel: 'email', starts: '2026-02-01', ends: '2026-02-01', delivered: 200, opens: 100, clicks: 20, orders: 4, unsubscribes: 3, complaints: 1, revenue: '1240.50' },
    { campaign: 'Welcome', detail: 'Welcome 2', channel: 'sms', starts: '2026-02-01', ends: '2026-02-01', delivered: 50, opens: null, clicks: null, orders: 1, unsubscribes: 1, complaints: 0, revenue: '20.00' },
    { campaign: 'Welcome', detail: 'Welcome 1', channel: 'email', starts: '2026-02-02', ends: '2026-02-02', delivered: 100, opens: 40, clicks: 5, orders: 0, unsubscribes: 1, complaints: null, revenue: '0.00' },
  ]); // prettier-ignore
});

/** Flow analytics as the tool writes them: the column `Date` is a period, and there are counts beside the rates. */
const PERIODS = `Flow ID,Flow Name,Date,Message Channel,Status,Open Rate,Click Rate,Unsubscribe Rate,Bounce Rate,Spam Complaints Rate,Total Recipients,Total Opens,Unique Opens,Total Clicks,Total Unsubscribes,Unique Unsubscribes,Spam Complaints,Bounces,Unique Clicks,Tags
F1,Basket,May 01 2026 - May 31 2026,Email,Manual,0.66802,0.0749,0.0081,0.01002,0.0,499,650,330,53,4,4,0,5,37,Q1
F2,Win back,"Jun 1 - Jun 30, 2026",Email,Draft,0.57245,0.01162,0.00876,0.00136,3e-05,29393,24995,16803,439,259,257,1,40,341,N/A
`;

it('klaviyo-flows takes the counts that flow analytics state, and their periods', async () => {
  const { files, engine } = await readFiles({ 'flows.csv': PERIODS });
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(reasonCounts(files[0])).toEqual({});
  const rows = await campaignRows(
    engine,
    'campaign, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, delivered::INTEGER AS delivered, opens::INTEGER AS opens, unsubscribes::INTEGER AS unsubscribes, complaints::INTEGER AS complaints',
  );
  expect(rows.map(Object.values)).toEqual([
    ['Basket', '2026-05-01', '2026-05-31', 494, 330, 4, 0],
    ['Win back', '2026-06-01', '2026-06-30', 29_353, 16_803, 257, 1],
  ]);
});
