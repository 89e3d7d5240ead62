import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

const TAIL =
  '"Send Date","Send Weekday","Total Recipients","Successful Deliveries","Soft Bounces","Hard Bounces","Total Bounces","Times Forwarded","Forwarded Opens","Unique Opens","Open Rate","Total Opens","Unique Clicks","Click Rate","Total Clicks",Unsubscribes,"Abuse Complaints","Times Liked on Facebook","Folder Id","Unique Id","Total Orders","Total Gross Sales","Total Revenue"';
const ANALYTICS =
  '"Analytics ROI","Campaign Cost","Revenue Created",Visits,"New Visits",Pages/Visit,"Bounce Rate","Time on Site","Goal Conversion Rate","Per Visit Goal Value",Transactions,"Ecommerce Conversion Rate","Per Visit Value","Average Value"';
const NOTHING = Array.from({ length: 14 }, () => 'n/a').join(',');

/** 40 columns: a shop is connected, one of the campaigns was sent twice to three people. */
const TRACKED = `Title,Subject,Audience,${TAIL},${ANALYTICS}
"Spring news","Fresh leaves",Readers,"Mar 02, 2026 02:56 pm",Monday,1200,1180,12,8,20,0,0,400,33.90%,520,60,5.08%,90,7,1,0,0,aa11bb22cc,5,260.5,248.75,${NOTHING}
"Spring news","Fresh leaves",Team,"Mar 01, 2026 12:05 am",Sunday,3,3,0,0,0,0,0,3,100.00%,6,0,0.00%,0,0,0,0,0,dd33ee44ff,0,0,0,${NOTHING}
"Spring news","Fresh leaves",Team,"Mar 01, 2026 12:05 pm",Sunday,3,3,0,0,0,0,0,3,100.00%,5,1,33.33%,1,0,0,0,0,0123456789,0,0,0,${NOTHING}
`;
/** A test of subjects, one of senders that the file does not name, and two tests that nothing but their day tells apart. */
const TESTS = `Title,Subject,List,${TAIL}
"Beta | Winner","Hello","Readers","Mar 23, 2026 03:00 pm",Monday,1902,1901,0,1,1,0,0,221,11.63%,286,18,0.95%,19,8,4,0,0,a1,0,0,0
"Beta | Combo 1","Hello","Readers","Mar 23, 2026 11:00 am",Monday,634,632,1,1,2,0,0,101,15.98%,134,13,2.06%,13,4,1,0,0,a2,0,0,0
"Beta | Combo 2","Take it, please","Readers","Mar 23, 2026 11:00 am",Monday,633,633,0,0,0,0,0,80,12.64%,90,9,1.42%,9,3,0,0,0,a3,0,0,0
"Senders | Combo 1","Hello","Readers","Mar 23, 2026 12:00 pm",Monday,100,100,0,0,0,0,0,10,10%,10,1,1%,1,0,0,0,0,b1,0,0,0
"Senders | Combo 2","Hello","Readers","Mar 23, 2026 12:00 pm",Monday,101,100,0,0,0,0,0,10,10%,10,1,1%,1,0,0,0,0,b2,0,0,0
"Weekly | Combo 1","One","Readers","Mar 24, 2026 11:00 am",Tuesday,100,100,0,0,0,0,0,10,10%,10,1,1%,1,0,0,0,0,a4,0,0,0
"Weekly | Combo 1","Two","Readers","Mar 31, 2026 11:00 am",Tuesday,100,100,0,0,0,0,0,10,10%,10,1,1%,1,0,0,0,0,a5,0,0,0
`;
/** 26 columns, no shop: zero sales say nothing. */
const UNTRACKED = `Title,Subject,List,${TAIL}
,"No title","Readers","Apr 05, 2026 09:00 am",Sunday,100,99,1,0,1,0,0,30,30.30%,33,4,4.04%,5,1,0,0,0,77aa77aa77,0,0,0
`;

it('reads Mailchimp’s campaigns, keeps small sendings and does not take zero sales for a fact', async () => {
  const { files, engine } = await readFiles({ 'shop.csv': TRACKED, 'blog.csv': UNTRACKED });
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.used])).toEqual([
    ['blog.csv', 'mailchimp-campaigns', 1],
    ['shop.csv', 'mailchimp-campaigns', 3],
  ]);
  expect(reasonCounts(files[1])).toEqual({ 'note/few-recipients': 2, 'note/no-sales': 2 });
  const columns =
    "campaign, variant, channel, strftime(sent_at, '%Y-%m-%d %H:%M') AS sent, recipients::INTEGER AS recipients, delivered::INTEGER AS delivered, opens::INTEGER AS opens, clicks::INTEGER AS clicks, orders::INTEGER AS orders, revenue::DECIMAL(18,2) AS revenue, unsubscribes::INTEGER AS unsubscribes, complaints::INTEGER AS complaints";
  const row = { campaign: 'Spring news', variant: null, channel: 'email' };
  const test = { ...row, recipients: 3, delivered: 3, opens: 3, orders: 0, revenue: '0.00', unsubscribes: 0, complaints: 0 }; // prettier-ignore
  expect(await campaignRows(engine, columns)).toEqual([
    { ...test, sent: '2026-03-01 00:05', clicks: 0 },
    { ...test, sent: '2026-03-01 12:05', clicks: 1 },
    { ...row, sent: '2026-03-02 14:56', recipients: 1200, delivered: 1180, opens: 400, clicks: 60, orders: 5, revenue: '248.75', unsubscribes: 7, complaints: 1 },
    { ...row, campaign: 'No title', sent: '2026-04-05 08:00', recipients: 100, delivered: 99, opens: 30, clicks: 4, orders: null, revenue: null, unsubscribes: 1, complaints: 0 },
  ]); // prettier-ignore
});

it('mailchimp-campaigns calls the combinations of a test by their subjects, and takes the winner for a part of it', async () => {
  const { engine } = await readFiles({ 'tests.csv': TESTS });
  const rows = await campaignRows(
    engine,
    'campaign, variant, detail, recipients::INTEGER AS recipients',
  );
  expect(rows.map(Object.values)).toEqual([
    ['Beta', 'Hello', null, 634],
    ['Beta', 'Take it, please', null, 633],
    ['Senders', 'Combo 1', null, 100],
    ['Senders', 'Combo 2', null, 101],
    ['Beta', null, 'Winner', 1902],
    ['Weekly | Combo 1', null, null, 100],
    ['Weekly | Combo 1', null, null, 100],
  ]);
});
