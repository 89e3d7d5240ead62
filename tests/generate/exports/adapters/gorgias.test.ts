import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Ticket id,Tags,Initial channel,Priority,Last used integration name,Last used integration type,Created by an agent,Subject,Creation date,Closed date,Survey score,Survey replied date,Assignee name,Assignee email,Customer email,Customer name,First response time (s),Resolution time (s),Number of agent messages,Number of customer messages,Ticket URL,Ticket Field: AI Intent,Ticket Field: Brand,Ticket Field: Order number,Customer Field: Customer Type';

function ticket(
  id: number,
  [tags, subject, opened, closed]: string[],
  [score, email]: string[],
  [reply, resolution, agent, customer]: (number | '')[],
  [intent, order]: string[],
): string {
  return `${id},"${tags}",Email,normal,Care,outlook,False,"${subject}",${opened},${closed},${score},,Elle,elle@example.com,${email},One Customer,${reply},${resolution},${agent},${customer},https://example.com/${id},${intent},Brand A,${order},Retail`;
}

it('gorgias reads seconds as minutes, finds closing dates and leaves spam out of response times', async () => {
  const rows = [
    ticket(1001, ['vip,parcel', 'Where is\nit?', '2026-04-14 10:00:00', '2026-04-15 09:30:00'], ['5', 'ann@example.com'], [205, 84_600, 2, 2], ['Order::Status::Other', '#77']),
    ticket(1002, ['return', '', '2026-07-01 23:30:00', ''], ['2', ''], [90, 800, 1, 1], ['', '']),
    ticket(1003, ['auto-close,non-support', 'Expo', '2026-04-14 10:10:00', ''], ['', 'lead@example.com'], [0, 1, 0, 1], ['Other::No Reply::Other', '']),
    ticket(1004, ['', 'Open', '2026-04-16 10:10:00', ''], ['', ''], ['', '', 0, 3], ['', '']),
  ]; // prettier-ignore
  const { files, engine } = await readFiles(
    {
      'orders.csv': ordersCsv('77,2026-04-01,ann@example.com,S1,Scarf,1,20'),
      'tickets.csv': `${HEADER}\n${rows.join('\n')}\n`,
      // The next month's file holds ticket 1002 again, rated better.
      'tickets-may.csv': `${HEADER}\n${rows[1]?.replace(',2,,Elle', ',4,,Elle').replace('1002,', '1002,')}\n${rows[3]?.replaceAll('1004', '1005').replace('2026-04-16', '2026-07-16')}\n`,
    },
    shopConfig({ platforms: { gorgias: { timeZone: 'UTC' } } }),
  );
  const report = files.find(({ path }) => path === 'tickets.csv');
  expect(report?.adapter).toBe('gorgias');
  expect(report?.rows).toEqual({ in: 4, used: 3, ignored: 1, rejected: 0 });
  expect(report?.reasons.map(({ code, rows: n }) => [code, n])).toEqual(
    expect.arrayContaining([
      ['ignored/overlap', 1],
      ['note/unanswered', 2],
      ['note/closed-without-date', 1],
      ['note/rated', 1],
    ]),
  );
  const tickets = await engine.rows(
    `SELECT ticket, opened_on::VARCHAR AS "on", closed_at::VARCHAR AS closed, first_reply::VARCHAR AS reply,
      resolution::VARCHAR AS resolution, contacts::INTEGER AS contacts, channel, topic, satisfaction::VARCHAR AS csat,
      customer IS NOT NULL AS known, order_key
    FROM tickets ORDER BY ticket`,
  );
  expect(tickets.map(Object.values)).toEqual([
    ['gorgias:1001', '2026-04-14', '2026-04-15 09:30:00', '3.4167', '1410.0000', 2, 'email', 'Order › Status › Other', '1.0000', true, 'generic-orders:77'],
    // 23:30 UTC is the next day in London's summer; closed 800 seconds later.
    ['gorgias:1002', '2026-07-02', '2026-07-01 23:43:20', '1.5000', '13.3333', 1, 'email', 'return', '0.7500', false, null],
    ['gorgias:1003', '2026-04-14', '2026-04-14 10:10:01', null, null, 1, 'email', 'Other › No Reply › Other', null, false, null],
    ['gorgias:1004', '2026-04-16', null, null, null, 3, 'email', null, null, false, null],
    ['gorgias:1005', '2026-07-16', null, null, null, 3, 'email', null, null, false, null],
  ]); // prettier-ignore
});
