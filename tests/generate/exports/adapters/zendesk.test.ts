import { expect, it } from 'vitest';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

const VIEW = [
  ['Summation column', '1'],
  ['Id', ''],
  ['Requester', 'Ann Example'],
  ['Requester id', '9000000001'],
  ['Requester external id', ''],
  ['Requester email', 'ann@example.com'],
  ['Requester domain', 'example.com'],
  ['Submitter', 'Ann Example'],
  ['Assignee', 'Elle Example'],
  ['Group', 'Care'],
  ['Subject', 'Where, please,\nis my ""scarf""?'],
  ['Tags', ''],
  ['Status', 'Closed'],
  ['Priority', 'Normal'],
  ['Via', 'Mail'],
  ['Ticket type', 'Question'],
  ['Created at', ''],
  ['Updated at', '2026-06-12 09:53'],
  ['Assigned at', ''],
  ['Organization', ''],
  ['Due date', ''],
  ['Initially assigned at', ''],
  ['Solved at', ''],
  ['Resolution time', '2'],
  ['Satisfaction Score', ''],
  ['Group stations', '1'],
  ['Assignee stations', '1'],
  ['Reopens', '0'],
  ['Replies', '1'],
  ['First reply time in minutes', ''],
  ['First reply time in minutes within business hours', '3'],
  ['First resolution time in minutes', ''],
  ['First resolution time in minutes within business hours', ''],
  ['Full resolution time in minutes', ''],
  ['Full resolution time in minutes within business hours', ''],
  ['Agent wait time in minutes', ''],
  ['Agent wait time in minutes within business hours', ''],
  ['Requester wait time in minutes', ''],
  ['Requester wait time in minutes within business hours', ''],
  ['On hold time in minutes', ''],
  ['On hold time in minutes within business hours', ''],
  ['Contact reason [list]', ''],
  ['Order number [txt]', ''],
] as const;

type Header = (typeof VIEW)[number][0];

function row(cells: Partial<Record<Header, string>>): string {
  return VIEW.map(([name, usual]) => `"${cells[name] ?? usual}"`).join(',');
}

it('zendesk reads the view export: constant first column, minutes, Good and Bad', async () => {
  const rows = [
    row({ Id: '501', 'Created at': '2026-06-12 07:53', 'Solved at': '2026-06-12 09:53', 'Satisfaction Score': 'Good', Reopens: '1', Replies: '2', 'First reply time in minutes': '16', 'First resolution time in minutes': '60', 'Full resolution time in minutes': '120', 'Contact reason [list]': 'Parcel::Late', 'Order number [txt]': '77' }),
    row({ Id: '502', 'Created at': '2026-06-13 08:00', 'Satisfaction Score': 'Bad with comment', 'Requester email': '', 'First reply time in minutes': '0', Tags: 'refund scarf' }),
    row({ Id: '503', 'Created at': '2026-06-14 08:00', 'Satisfaction Score': 'Offered', Replies: '0', Tags: 'closed_by_merge' }),
    row({ Id: '504', 'Created at': '2026-06-15 08:00', 'Satisfaction Score': '4' }),
  ]; // prettier-ignore
  const header = VIEW.map(([name]) => `"${name}"`).join(',');
  const { files, engine } = await readFiles({
    'orders.csv': ordersCsv('77,2026-06-01,ann@example.com,S1,Scarf,1,20'),
    'view.csv': `${header}\n${rows.join('\n')}\n`,
  });
  const report = files.find(({ path }) => path === 'view.csv');
  expect([report?.adapter, report?.rows.used]).toEqual(['zendesk', 4]);
  expect(report?.reasons.map(({ code, rows: n }) => [code, n])).toEqual([
    ['note/merged-ticket', 1],
    ['note/rated', 3],
  ]);
  const tickets = await engine.rows(
    `SELECT ticket, opened_at::VARCHAR AS opened, closed_at::VARCHAR AS closed, first_reply::INTEGER AS reply,
      resolution::INTEGER AS resolution, contacts::INTEGER AS contacts, channel, topic, satisfaction::VARCHAR AS csat, order_key
    FROM tickets ORDER BY ticket`,
  );
  expect(tickets.map(Object.values)).toEqual([
    ['zendesk:501', '2026-06-12 06:53:00', '2026-06-12 08:53:00', 16, 120, 3, 'mail', 'Parcel › Late', '1.0000', 'generic-orders:77'],
    ['zendesk:502', '2026-06-13 07:00:00', null, 0, null, 1, 'mail', 'refund scarf', '0.0000', null],
    ['zendesk:503', '2026-06-14 07:00:00', null, null, null, 0, 'mail', 'closed_by_merge', null, null],
    ['zendesk:504', '2026-06-15 07:00:00', null, null, null, 1, 'mail', null, '0.7500', null],
  ]); // prettier-ignore
});

it('zendesk-explore reads a report by its other names, with aggregators and hours', async () => {
  const report = [
    'Ticket ID,Ticket created - Timestamp,Ticket solved - Date,Ticket channel,Ticket tags,Ticket satisfaction rating,Requester email,Order ID,MED(First reply time (min)),SUM(Full resolution time (hrs)),SUM(Agent replies),COUNT(Tickets)',
    '601,2026-01-27T13:21:10,2026-01-28,Email,vip,Good,ann@example.com,1001,12.5,2,3,1',
    '602,2026-01-28T13:21:10,-,Web,,Unoffered,-,-,-,-,-,1',
  ];
  const { files, engine } = await readFiles({ 'tickets.csv': `${report.join('\n')}\n` });
  expect([files[0]?.adapter, files[0]?.rows.used]).toEqual(['zendesk-explore', 2]);
  const tickets = await engine.rows(
    `SELECT ticket, opened_at::VARCHAR AS opened, closed_at::VARCHAR AS closed, first_reply::VARCHAR AS reply,
      resolution::INTEGER AS resolution, contacts::INTEGER AS contacts, channel, satisfaction::INTEGER AS csat
    FROM tickets ORDER BY ticket`,
  );
  expect(tickets.map(Object.values)).toEqual([
    ['zendesk:601', '2026-01-27 13:21:10', '2026-01-28 00:00:00', '12.5000', 120, 3, 'email', 1],
    ['zendesk:602', '2026-01-28 13:21:10', null, null, null, null, 'web', null],
  ]); // prettier-ignore
});

it('zendesk-json reads tickets of the JSON export, with who asked, what was said and its metrics', async () => {
  const ticket = (id: number, more: object): string =>
    JSON.stringify({
      url: `https://shop.zendesk.com/api/v2/tickets/${id}.json`,
      id,
      via: { channel: 'email', source: { from: { address: 'ann@example.com' }, rel: null } },
      created_at: '2026-06-11T22:30:00Z',
      raw_subject: 'Where is "it"?',
      status: 'closed',
      tags: ['late', 'parcel'],
      custom_fields: [{ id: 36, value: 'x' }],
      ...more,
    });
  const lines = [
    ticket(1, {
      satisfaction_rating: { score: 'good', comment: 'Thanks, Elle' },
      requester: { id: 77, name: 'Ann Example', email: 'ann@example.com' },
      comments: [{ author_id: 77, body: 'Hi' }, { author_id: 5 }, { author_id: 77 }],
      metric_set: {
        solved_at: '2026-06-12T08:30:00Z',
        reply_time_in_minutes: { calendar: 90, business: 30 },
        full_resolution_time_in_minutes: { calendar: 600, business: 100 },
      },
    }),
    ticket(2, { satisfaction_rating: { score: 'offered' }, requester: { id: 78 }, tags: [] }),
  ];
  const { files, engine } = await readFiles({
    'orders.csv': ordersCsv('1001,2026-03-01,ann@example.com,S-1,Scarf,1,20'),
    'tickets.json': `${lines.join('\n')}\n`,
  });
  expect(files[1]).toMatchObject({ adapter: 'zendesk-json', rows: { in: 2, used: 2 } });
  expect(JSON.stringify(files)).not.toMatch(/ann@|Elle/);
  expect(
    await engine.rows(
      `SELECT ticket, customer IS NOT NULL AS known, opened_at::VARCHAR AS opened, opened_on::VARCHAR AS "on", closed_at::VARCHAR AS closed,
        first_reply::INTEGER AS reply, resolution::INTEGER AS resolution, contacts::INTEGER AS contacts, channel, topic, satisfaction::INTEGER AS rated
      FROM tickets ORDER BY ticket`,
    ),
  ).toEqual([
    { ticket: 'zendesk:1', known: true, opened: '2026-06-11 22:30:00', on: '2026-06-11', closed: '2026-06-12 08:30:00', reply: 90, resolution: 600, contacts: 2, channel: 'email', topic: 'late, parcel', rated: 1 },
    { ticket: 'zendesk:2', known: false, opened: '2026-06-11 22:30:00', on: '2026-06-11', closed: null, reply: null, resolution: null, contacts: null, channel: 'email', topic: null, rated: null },
  ]); // prettier-ignore
});

it('zendesk counts a ticket once that two of its exports hold, by the row that says more', async () => {
  const ticket = (id: number): string =>
    JSON.stringify({ id, via: { channel: 'email' }, created_at: `2026-06-1${id}T10:00:00Z`, requester: { id: 7 } }); // prettier-ignore
  const { files, engine } = await readFiles({
    'explore.csv':
      'Ticket ID,Ticket created - Timestamp,Ticket channel,First reply time (min)\n1,2026-06-11 11:00:00,Email,90\n3,2026-06-13 11:00:00,Email,30\n',
    'tickets.json': `${ticket(1)}\n${ticket(2)}\n`,
  });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['zendesk-explore', 2, 0],
    ['zendesk-json', 1, 1],
  ]);
  expect(files[1]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/same-ticket', rows: 1 }),
  );
  expect(
    await engine.rows('SELECT ticket, first_reply::INTEGER AS reply FROM tickets ORDER BY ticket'),
  ).toEqual([
    { ticket: 'zendesk:1', reply: 90 },
    { ticket: 'zendesk:2', reply: null },
    { ticket: 'zendesk:3', reply: 30 },
  ]);
});
