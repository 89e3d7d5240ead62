import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { campaignRows } from './campaign-rows.ts';

const SINGLE = `Email Campaign Report
"Title:","Tea sale"
"Subject Line:","Leaves, reduced"
"Delivery Date/Time:","Mon, Apr 26, 2027 12:25 pm"

"Overall Stats"
"Total Recipients:","1,250"
"Successful Deliveries:","1,244"
"Bounces:","6 (0.5%)"
"Times Forwarded:","0"
"Recipients Who Opened:","350 (28.1%)"
"Total Opens:","500"
"Last Open Date:","4/30/27 6:04"
"Recipients Who Clicked:","100 (8.0%)"
"Total Clicks:","150"
"Total Unsubs:","5"
"Total Abuse Complaints:","0"

"Clicks by URL"
"URL","Total Clicks","Unique Clicks"
"https://shop.example/tea","120","80"
"https://shop.example/cups","30","20"
`;

const combination = (
  number: number,
  subject: string,
  recipients: string,
  opened: string,
  sender = 'The shop',
) =>
  `"Combination ${number} Stats"
"Subject Line:","${subject}"
"From Name:","${sender}"
"From Email:","shop@example.com"
"Total Recipients:","${recipients}"
"Successful Deliveries:","1,742"
"Bounces:","9 (0.5%)"
"Recipients Who Opened:","${opened}"
"Recipients Who Clicked:","20 (1.1%)"
"Total Unsubs:","1"
"Total Abuse Complaints:","0"
`;
const ab = (title: string, first: string, second: string): string =>
  `Campaign Report
"Title:","${title}"
"Delivery Date/Time:","Sat, May 1, 2027 10:15"

${combination(1, first, '1,751', '141 (8.1%)')}
${combination(2, second, '1,750', '125 (7.2%)')}`;

it('reads Mailchimp’s sectioned reports; each combination of a test is an arm', async () => {
  const { files, engine } = await readFiles({
    'ab.csv': ab('Subject test', 'Up to 30% off', 'Last days'),
    'from.csv': ab('Sender test', 'Hello', 'Hello'),
    'single.csv': SINGLE,
  });
  expect(files.map(({ adapter, rows, reasons }) => [adapter, rows, reasons.length])).toEqual([
    ['mailchimp-ab-report', { in: 2, used: 2, ignored: 0, rejected: 0 }, 0],
    ['mailchimp-ab-report', { in: 2, used: 2, ignored: 0, rejected: 0 }, 0],
    ['mailchimp-report', { in: 4, used: 1, ignored: 3, rejected: 0 }, 1],
  ]);
  expect(files[2]?.reasons).toMatchObject([{ code: 'ignored/other-section', rows: 3 }]);
  const columns =
    'campaign, variant, sent_on::VARCHAR AS sent, recipients::INTEGER AS recipients, delivered::INTEGER AS delivered, opens::INTEGER AS opens, clicks::INTEGER AS clicks, unsubscribes::INTEGER AS unsubscribes';
  const arm = { sent: '2027-05-01', delivered: 1742, clicks: 20, unsubscribes: 1 };
  expect(await campaignRows(engine, columns)).toEqual([
    { ...arm, campaign: 'Sender test', variant: 'Combination 1', recipients: 1751, opens: 141 },
    { ...arm, campaign: 'Sender test', variant: 'Combination 2', recipients: 1750, opens: 125 },
    { ...arm, campaign: 'Subject test', variant: 'Last days', recipients: 1750, opens: 125 },
    { ...arm, campaign: 'Subject test', variant: 'Up to 30% off', recipients: 1751, opens: 141 },
    { campaign: 'Tea sale', variant: null, sent: '2027-04-26', recipients: 1250, delivered: 1244, opens: 350, clicks: 100, unsubscribes: 5 },
  ]); // prettier-ignore
});

it('mailchimp-ab-report calls combinations of one subject by who sent them', async () => {
  const [head = ''] = ab('Sender test', 'Hello', 'Hello').split('"Combination 1');
  const senders = ['The shop', 'Ann of the shop'].map((sender, index) =>
    combination(index + 1, 'Hello', '1,751', '141 (8.1%)', sender),
  );
  const { engine } = await readFiles({ 'from.csv': `${head}${senders.join('\n')}` });
  expect(await campaignRows(engine, 'variant')).toEqual([
    { variant: 'Ann of the shop' },
    { variant: 'The shop' },
  ]);
});

it('mailchimp-report reads a report that was saved with tabs', async () => {
  const tabbed = SINGLE.replaceAll('","', '"\t"');
  const { files } = await readFiles({ 'report.csv': tabbed });
  expect(files[0]).toMatchObject({ adapter: 'mailchimp-report', rows: { used: 1, ignored: 3 } });
});

it('mailchimp-report refuses a report that ends before its figures', async () => {
  const [head = ''] = SINGLE.split('"Overall Stats"');
  for (const cut of [head, `${head}"Overall Stats"\n"Bounces:","6 (0.5%)"\n`]) {
    await expect(readFiles({ 'report.csv': cut })).rejects.toMatchObject({
      code: 'export/missing-column',
    });
  }
});
