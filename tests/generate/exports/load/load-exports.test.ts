import { expect, it } from 'vitest';
import { loadFiles } from './load-fixture.ts';

const DAY = { placedAt: '2026-01-05 10:00:00', placedOn: '2026-01-05' };

it('loadExports() numbers the lines an adapter makes of one row, and fills the other tables of the same rows', async () => {
  const { engine, report } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      adapter: {
        expand: (typed) =>
          `SELECT * EXCLUDE (sku), unnest(string_split(sku, '+')) AS sku FROM ${typed}`,
        also: [
          {
            table: 'returns',
            where: `"orderRefund" > 0`,
            select: {
              order: '"order"',
              sku: 'sku',
              quantity: '1',
              value: '5',
              returnedOn: '"placedOn"',
            },
          },
        ],
      },
      rows: [
        { order: '1', sku: 'A+B', quantity: 1, unitPrice: 5, orderDiscount: 1, ...DAY },
        { order: '2', sku: 'C+D+E', quantity: 1, unitPrice: 5, orderRefund: 9, ...DAY },
      ],
    },
  ]);
  const lines = await engine.rows(
    `SELECT order_key, string_agg(sku || line, ' ' ORDER BY line) AS lines, sum(discount)::DECIMAL(9,2) AS discount
    FROM order_lines GROUP BY order_key ORDER BY order_key`,
  );
  expect(lines).toEqual([
    { order_key: 'orders:1', lines: 'A1 B2', discount: '1.00' },
    { order_key: 'orders:2', lines: 'C1 D2 E3', discount: '0.00' },
  ]);
  const returns = await engine.rows('SELECT order_key, sku FROM returns ORDER BY sku');
  expect(returns.map(({ order_key, sku }) => `${order_key} ${sku}`)).toEqual([
    'orders:2 C',
    'orders:2 D',
    'orders:2 E',
  ]);
  expect(report('orders').rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
});

it('loadExports() gives tickets and traits to customers, and makes nobody one', async () => {
  const { engine } = await loadFiles([
    {
      name: 'customers',
      table: 'customers',
      adapter: { id: 'shop-customers', platform: 'shop' },
      rows: [{ customerId: '7', email: 'ann@example.com' }],
    },
    {
      name: 'orders',
      table: 'orders',
      rows: [{ order: '1', email: 'Ann@example.com', quantity: 1, unitPrice: 5, ...DAY }],
    },
    {
      name: 'brands',
      table: 'customer_traits',
      adapter: { id: 'shop-brands', platform: 'shop' },
      rows: [
        { customerId: '7', trait: 'Tarn', value: 12.5 },
        { email: 'never.bought@example.com', trait: 'Tarn', value: 3 },
      ],
    },
    {
      name: 'tickets',
      table: 'tickets',
      rows: [
        {
          ticket: 'a',
          email: "'ANN@example.com ",
          openedAt: '2026-01-06 09:00:00',
          channel: 'Email',
        },
        { ticket: 'b', order: '#1', openedOn: '2026-01-07' },
        { ticket: 'c', order: '2', email: 'never.bought@example.com', openedOn: '2026-01-08' },
      ],
    },
  ]);
  const people = await engine.rows('SELECT customer FROM people');
  expect(people).toHaveLength(1);
  const ann = people[0]?.['customer'];
  const traits = await engine.rows(
    'SELECT source, customer, trait, value FROM customer_traits ORDER BY value DESC',
  );
  expect(traits).toEqual([
    { source: 'shop', customer: ann, trait: 'Tarn', value: '12.5000' },
    { source: 'shop', customer: null, trait: 'Tarn', value: '3.0000' },
  ]);
  const tickets = await engine.rows(
    'SELECT ticket, customer, opened_on, channel FROM tickets ORDER BY ticket',
  );
  expect(tickets).toEqual([
    { ticket: 'tickets:a', customer: ann, opened_on: '2026-01-06', channel: 'email' },
    { ticket: 'tickets:b', customer: ann, opened_on: '2026-01-07', channel: null },
    { ticket: 'tickets:c', customer: null, opened_on: '2026-01-08', channel: null },
  ]);
});

it.each([
  ['returns', { quantity: 1, returnedOn: '2026-02-01' }],
  ['shipments', { shippedAt: '2026-01-06 10:00:00' }],
  ['fulfilment_checks', { checkedOn: '2026-01-06', correct: true }],
  ['survey_responses', { survey: 's', answeredOn: '2026-01-06', question: 'q', answer: 'a' }],
  ['tickets', { ticket: '1', openedAt: '2026-01-06 10:00:00' }],
] as const)('loadExports() says how many rows of %s find no order', async (table, row) => {
  const { report } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      rows: [{ order: '100', quantity: 1, unitPrice: 5, ...DAY }],
    },
    {
      name: 'other',
      table,
      rows: ['100', '#100', 'ORD-100', '101'].map((order) => ({ order, ...row })),
    },
  ]);
  const unknown = report('other').reasons.filter(({ code }) => code === 'note/unknown-order');
  expect(unknown).toMatchObject([{ rows: 2 }]);
  expect(report('other').rows).toEqual({ in: 4, used: 4, ignored: 0, rejected: 0 });
});

it.each([
  [
    'campaign_results',
    // A campaign with a variant, its resend, its ad set; one without variants, also with its cost or recipients.
    [
      { campaign: 'a', variant: 'x', sentOn: '2026-01-05' },
      { campaign: 'a', sentOn: '2026-01-05' },
      { campaign: 'a', detail: 'ad set', sentOn: '2026-01-05' },
      { campaign: 'b', sentOn: '2026-01-05' },
      { campaign: 'c', sentOn: '2026-01-05', recipients: 100 },
      { campaign: 'c', startsOn: '2026-01-01', endsOn: '2026-01-31', spend: 5 },
      { campaign: 'd', spend: 5 },
    ],
    3,
  ],
  [
    'shipments',
    [
      { order: '1', promisedOn: '2026-01-05', deliveredOn: '2026-01-05' },
      { order: '1', promisedOn: '2026-01-06' },
      { order: '1', deliveredOn: '2026-01-05' },
    ],
    2,
  ],
  [
    'customer_traits',
    [
      { email: 'ann@example.com', trait: 'tea', text: 'green' },
      { email: 'ann@example.com', trait: 'cups', value: 5 },
    ],
    1,
  ],
] as const)(
  'loadExports() says how many rows of %s are in no figure',
  async (table, rows, unused) => {
    const { report } = await loadFiles([
      { name: 'file', table, rows: [...rows] },
      { name: 'all in figures', table, rows: [rows[0]] },
    ]);
    const notes = (name: string) =>
      report(name).reasons.filter(({ code }) => code === 'note/no-figure');
    expect(notes('file')).toMatchObject([{ rows: unused }]);
    expect(notes('all in figures')).toEqual([]);
  },
);

it('loadExports() says how many answers are of people without an order', async () => {
  const answer = { survey: 'After delivery', question: 'Why?', answer: 'Gift' };
  const { report } = await loadFiles([
    {
      name: 'orders',
      table: 'orders',
      rows: [
        { order: '1', placedOn: '2026-01-05', email: 'ann@example.com', quantity: 1, unitPrice: 5 },
        { order: '2', placedOn: '2026-01-05', quantity: 1, unitPrice: 5 },
      ],
    },
    {
      name: 'answers',
      table: 'survey_responses',
      rows: [
        { ...answer, email: 'ann@example.com' },
        { ...answer, order: '1' },
        // Somebody who never bought, nobody, and an order of nobody.
        { ...answer, email: 'bea@example.com' },
        answer,
        { ...answer, order: '2' },
      ],
    },
  ]);
  expect(report('answers').reasons).toMatchObject([{ code: 'note/no-figure', rows: 3 }]);
});
