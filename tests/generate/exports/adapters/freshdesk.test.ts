import { expect, it } from 'vitest';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

const EXPORT = [
  ['Ticket ID', ''],
  ['Subject', 'Where is my ""scarf"", please?'],
  ['Status', 'Closed'],
  ['Priority', 'Low'],
  ['Source', 'Email'],
  ['Type', ''],
  ['Agent', 'Elle Example'],
  ['Group', 'Care'],
  ['Created time', ''],
  ['Due by Time', '2026-06-20 17:00:00'],
  ['Resolved time', ''],
  ['Closed time', ''],
  ['Last update time', '2026-06-18 10:00:00'],
  ['Initial response time', ''],
  ['Time tracked', '00:00:00'],
  ['First response time (in hrs)', ''],
  ['Resolution time (in hrs)', ''],
  ['Agent interactions', '1'],
  ['Customer interactions', '1'],
  ['Resolution status', 'Within SLA'],
  ['First response status', 'Within SLA'],
  ['Tags', 'scarf,late'],
  ['Survey results', ''],
  ['Product', ''],
  ['Order number', ''],
  ['Loyalty level', 'gold'],
  ['Full name', 'Ann Example'],
  ['Email', 'ann@example.com'],
  ['Contact ID', ''],
  ['Tags', 'wholesale'],
] as const;

type Header = (typeof EXPORT)[number][0];

function csv(...tickets: Partial<Record<Header, string>>[]): string {
  const header = EXPORT.map(([name]) => name).join(',');
  const rows = tickets.map((cells) =>
    EXPORT.map(([name, usual]) => `"${cells[name] ?? usual}"`).join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

it('freshdesk reads tickets with minutes between their times, else of their durations', async () => {
  const { files, engine } = await readFiles({
    'orders.csv': ordersCsv('77,2026-06-01,ann@example.com,S1,Scarf,1,20'),
    'tickets.csv': csv(
      // Answered on the next morning: 15 hours by the clock, 30 minutes of business hours.
      { 'Ticket ID': '501', 'Created time': '2026-06-12 17:30:00', 'Initial response time': '2026-06-13 08:30:00', 'Resolved time': '2026-06-13 17:30:00', 'Closed time': '2026-06-16 02:00:00', 'First response time (in hrs)': '00:30:00', 'Resolution time (in hrs)': '09:00:00', 'Survey results': 'Very happy', Type: 'Late parcel', 'Order number': '#77' },
      { 'Ticket ID': '502', 'Created time': '2026-06-14 08:00:00', 'First response time (in hrs)': '26:03:30', 'Resolution time (in hrs)': '126:00:00', Email: '', 'Contact ID': 'ann@example.com', 'Survey results': 'Mostly fine' },
      { 'Ticket ID': '503', 'Created time': '2026-06-15 08:00:00', Status: 'Open', 'Customer interactions': '3', Source: 'Portal', Email: '', 'Contact ID': '43001', 'Survey results': 'Extremely unhappy' },
    ), // prettier-ignore
  });
  const report = files.find(({ path }) => path === 'tickets.csv');
  expect([report?.adapter, report?.rows.used]).toEqual(['freshdesk', 3]);
  expect(report?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
    ['note/business-hours', 1],
    ['note/rated', 2],
  ]);
  const tickets = await engine.rows(
    `SELECT opened_at::VARCHAR AS opened, closed_at::VARCHAR AS closed, first_reply::DECIMAL(9,1) AS reply,
      resolution::DECIMAL(9,1) AS resolution, contacts::INTEGER AS contacts, channel, topic, satisfaction, order_key,
      customer IS NOT NULL AS known
    FROM tickets ORDER BY opened_at`,
  );
  expect(tickets.map(Object.values)).toEqual([
    ['2026-06-12 16:30:00', '2026-06-13 16:30:00', '900.0', '1440.0', 1, 'email', 'Late parcel', '0.8333', 'generic-orders:77', true],
    ['2026-06-14 07:00:00', null, '1563.5', '7560.0', 1, 'email', null, null, null, true],
    ['2026-06-15 07:00:00', null, null, null, 3, 'portal', null, '0.0000', null, false],
  ]); // prettier-ignore
});

it('freshdesk rejects what is no duration, and leaves the list of another help desk alone', async () => {
  const good = Array.from({ length: 200 }, (_, i) => ({
    'Ticket ID': String(i),
    'Created time': '2026-06-12 17:30:00',
    'First response time (in hrs)': '1:05',
  }));
  const { files } = await readFiles({
    'orders.csv': ordersCsv('77,2026-06-01,ann@example.com,S1,Scarf,1,20'),
    'other.csv': 'Ticket Id,Subject,Created Time\n1,Scarf,2026-06-12 17:30:00\n',
    'tickets.csv': csv(
      ...good,
      { ...good[0], 'Ticket ID': '900', 'First response time (in hrs)': '1:75:00' }, // no such minute
    ),
  });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['generic-orders', 1, 0],
    [null, 0, 0],
    ['freshdesk', 200, 1],
  ]);
  expect(files[2]?.reasons).toMatchObject([
    { reason: 'Expected a duration such as 1:30:00' },
    { code: 'note/business-hours', rows: 200 },
  ]);
});

it('freshdesk knows a caller by any of their phones', async () => {
  const { engine } = await readFiles({
    'orders.csv':
      'order,placedAt,phone,sku,quantity,unitPrice\n77,2026-06-01,+49 151 2000037,S1,1,20\n',
    'tickets.csv': `Ticket ID,Created time,Resolved time,Source,Status,Work phone,Mobile phone
1,2026-06-12 17:30:00,,Phone,Open,,+49 151 2000037
2,2026-06-13 17:30:00,,Phone,Open,+49 151 2000037,+49 151 9999999
`,
  });
  expect(await engine.rows('SELECT customer IS NOT NULL AS known FROM tickets')).toEqual([
    { known: true },
    { known: true },
  ]);
});
