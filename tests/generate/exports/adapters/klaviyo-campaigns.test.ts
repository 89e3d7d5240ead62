import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

/** The header of 2023–2025; the subject has line breaks, the list commas, counts are written as 1000.0. */
const CLASSIC = `Campaign Name,Tags,Subject,List,Send Time,Send Weekday,Total Recipients,Unique Placed Order,Placed Order Rate,Revenue,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Spam Complaints,Spam Complaints Rate,Successful Deliveries,Bounces,Bounce Rate,Campaign ID,Campaign Channel
Tea Week,Spring,"Steep on this —

a new tea ☕","Engaged (1 month), Buyers (no purchase, 1 month)",2026-03-02 09:00:00,Monday,1000.0,12.0,1.21%,640.5,500.0,50.51%,700.0,40.0,4.04%,60.0,5.0,1.0,0.10%,990.0,10.0,1.00%,01HZTEA,Email
[Follow-up] Tea Week,Spring,Still steeping,[Engaged non-openers] Tea Week,2026-03-04 09:00:00,Wednesday,400.0,3.0,0.76%,120.0,90.0,22.78%,95.0,9.0,2.28%,11.0,2.0,0.0,0.00%,395.0,5.0,1.25%,01HZFOL,Email
Cups A/B,,[MULTIPLE VARIATIONS],All,2026-03-05 09:00:00,Thursday,2000.0,20.0,1.01%,900.0,800.0,40.40%,1000.0,90.0,4.55%,120.0,9.0,2.0,0.10%,1980.0,20.0,1.00%,01HZCUP,Email
Flash sale,,"{{ person.first_name|title|default:'friend' }}, ends tonight",Phones,2026-03-06 18:00:00,Friday,300.0,7.0,2.36%,310.0,,,,33.0,11.15%,40.0,4.0,0.0,0.00%,296.0,4.0,1.33%,01HZSMS,SMS
`;

/** The report builder's names, in another order; deliveries are recipients less bounces. */
const BUILDER = `Message send date time,Campaign name,Subject line,Audiences list,Total recipients,Total bounced,Unique opens,Unique clicks,Count of unique conversions,Conversion value,Unique unsubscribes,Total spam complaints
2026-04-02 10:00:00,April news,Hello,All,500,8,200,25,6,199.90,3,1
`;

/** The account's metric is no order: its count is a conversion. */
const OTHER_METRIC = `Campaign Name,Variant,Subject,List,Send Time,Total Recipients,Unique Started Checkout,Started Checkout Rate,Unique Opens,Open Rate,Unique Clicks,Unsubscribes,Spam Complaints,Successful Deliveries,Campaign ID,Campaign Channel,Winning Variant?
May test,A,Hi,All,2026-05-01 09:00:00,100,9,9.09%,40,40.40%,8,1,0,99,01HZMAY,Email,true
May test,B,Hey,All,2026-05-01 09:00:00,101,4,4.00%,41,41.00%,3,0,0,100,01HZMAY,Email,false
`;

it('reads Klaviyo’s campaigns of both vintages and tells resends, variations and SMS apart', async () => {
  const { files, engine } = await readFiles({
    'builder.csv': BUILDER,
    'classic.csv': CLASSIC,
    'metric.csv': OTHER_METRIC,
  });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['klaviyo-campaigns', 1, 0],
    ['klaviyo-campaigns', 4, 0],
    ['klaviyo-campaigns', 2, 0],
  ]);
  expect(reasonCounts(files[1])).toEqual({ 'note/follow-up': 1, 'note/variants-collapsed': 1 });
  const columns =
    'campaign, detail, variant, collapsed, channel, delivered::INTEGER AS delivered, opens::INTEGER AS opens, orders::INTEGER AS orders, conversions::INTEGER AS conversions, revenue::DECIMAL(18,2) AS revenue';
  const arm = { detail: null, variant: null, collapsed: false, conversions: null };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...arm, campaign: 'Tea Week', channel: 'email', delivered: 990, opens: 500, orders: 12, revenue: '640.50' },
    { ...arm, campaign: 'Tea Week', detail: 'Follow-up', channel: 'email', delivered: 395, opens: 90, orders: 3, revenue: '120.00' },
    { ...arm, campaign: 'Cups A/B', collapsed: true, channel: 'email', delivered: 1980, opens: 800, orders: 20, revenue: '900.00' },
    { ...arm, campaign: 'Flash sale', channel: 'sms', delivered: 296, opens: null, orders: 7, revenue: '310.00' },
    { ...arm, campaign: 'April news', channel: null, delivered: 492, opens: 200, orders: 6, revenue: '199.90' },
    { ...arm, campaign: 'May test', variant: 'Hey', channel: 'email', delivered: 100, opens: 41, orders: null, conversions: 4, revenue: null },
    { ...arm, campaign: 'May test', variant: 'Hi', channel: 'email', delivered: 99, opens: 40, orders: null, conversions: 9, revenue: null },
  ]); // prettier-ignore
});

it('klaviyo-campaigns calls variations that nobody named by their subjects, and keeps names that somebody gave', async () => {
  const row = (campaign: string, variant: string, subject: string, day: number): string =>
    `${campaign},${variant},"${subject}",2026-05-0${day} 09:00:00,100,9,40,8,1,0,99,01${campaign}${day},Email`;
  const { engine } = await readFiles({
    'variants.csv': [
      'Campaign Name,Variant,Subject,Send Time,Total Recipients,Unique Placed Order,Unique Opens,Unique Clicks,Unsubscribes,Spam Complaints,Successful Deliveries,Campaign ID,Campaign Channel',
      row('Basket', 'Variation A', 'Complete your purchase', 1),
      row('Basket', 'Variation B', 'We saved your basket', 1),
      row('Named', 'Push', 'Complete your purchase', 2),
      row('Named', 'Serve', 'We saved your basket', 2),
      // One name with another subject each time is no name of a subject.
      row('Weekly', 'Variation A', 'One', 3),
      row('Weekly', 'Variation B', 'Two', 3),
      row('Weekly', 'Variation A', 'Three', 4),
      row('Weekly', 'Variation B', 'Four', 4),
      row('Without', 'Variation A', '', 5),
      row('Without', 'Variation B', '', 5),
    ].join('\n'),
  });
  const rows = await campaignRows(engine, 'campaign, variant');
  expect(rows.map(({ campaign, variant }) => `${String(campaign)}: ${String(variant)}`)).toEqual([
    'Basket: Complete your purchase',
    'Basket: We saved your basket',
    'Named: Push',
    'Named: Serve',
    'Weekly: Variation A',
    'Weekly: Variation B',
    'Weekly: Variation A',
    'Weekly: Variation B',
    'Without: Variation A',
    'Without: Variation B',
  ]);
});
