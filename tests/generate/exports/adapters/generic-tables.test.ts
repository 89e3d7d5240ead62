import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const ORDERS = ordersCsv(
  '1001,2026-03-01,ann@example.com,S1,Scarf,2,20',
  '1002,2026-03-02,ben@example.com,H1,Hat,1,35',
);

it('the mappings for Delighted, Loop and AfterShip in docs/exports.md read files of their fields', async () => {
  const { files, engine } = await readFiles(
    {
      'orders.csv': ORDERS,
      'delighted/nps.csv': [
        'Name,Email,Score,Comment,Survey Type,Created At,Delighted Source,Order',
        'Ann Example,ann@example.com,9,"Soft, and warm",nps,2026-03-20 10:00:00,email,1001',
        'Ben Example,ben@example.com,4,,nps,2026-03-21 10:00:00,email,',
      ].join('\n'),
      // One return with two outcomes, and one that has expired.
      'loop/returns.csv': [
        'Return ID,State,Created At,Order Name,SKU,Refund,Currency,Outcome,Parent Return Reason,Return Reason',
        '1,closed,2026-03-10,#1001,S1,20.00,GBP,refund,Size,Too small',
        '1,closed,2026-03-10,#1001,S1,0.00,GBP,exchange,Size,Too small',
        '2,expired,2026-03-11,#1002,H1,35.00,GBP,refund,Other,',
      ].join('\n'),
      // An RMA number that two returns share; one refused return.
      'aftership/rma.csv': [
        'RMA Number,Order Number,Requested Date,RMA Status,SKU,Return Quantity,Refund Value,Return Reason,Return Subreason,Resolution',
        'A1B2C3D4,1002,12/03/2026,Resolved,H1,1,35.00,Quality,Colour,Refund',
        'A1B2C3D4,1001,13/03/2026,Approved,S1,1,,Changed mind,,Store credit',
        'B1B2C3D4,1001,14/03/2026,Rejected,S1,1,20.00,Changed mind,,Refund',
      ].join('\n'),
    },
    shopConfig({
      sources: [
        {
          name: 'delighted',
          files: ['delighted/*.csv'],
          table: 'survey_responses',
          columns: {
            survey: { constant: 'Delighted' },
            question: { constant: 'How likely are you to recommend us?' },
            answeredOn: 'Created At',
            score: 'Score',
            answer: 'Comment',
            email: 'Email',
            order: 'Order',
          },
        },
        {
          name: 'loop',
          files: ['loop/*.csv'],
          table: 'returns',
          columns: {
            returnId: 'Return ID',
            order: 'Order Name',
            sku: 'SKU',
            quantity: { constant: '1' },
            value: 'Refund',
            currency: 'Currency',
            returnedOn: 'Created At',
            reason: 'Parent Return Reason',
            subreason: 'Return Reason',
            outcome: 'Outcome',
          },
          cancelled: { column: 'State', matches: '^(cancelled|expired)$' },
        },
        {
          name: 'aftership',
          files: ['aftership/*.csv'],
          table: 'returns',
          columns: {
            order: 'Order Number',
            sku: 'SKU',
            quantity: 'Return Quantity',
            value: 'Refund Value',
            returnedOn: 'Requested Date',
            reason: 'Return Reason',
            subreason: 'Return Subreason',
            outcome: 'Resolution',
          },
          dateFormat: '%d/%m/%Y',
          cancelled: { column: 'RMA Status', matches: '^(Rejected|Expired)$' },
        },
      ],
    }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['aftership', 2, 1],
    ['delighted', 2, 0],
    ['loop', 2, 1],
    ['generic-orders', 2, 0],
  ]);
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/cancelled-return', rows: 1 }),
  );
  const returns = await engine.rows(
    `SELECT order_key, sku, quantity::INTEGER AS quantity, value::INTEGER AS value, returned_on::VARCHAR AS "on", reason, outcome
    FROM returns ORDER BY "on", outcome`,
  );
  expect(returns.map(Object.values)).toEqual([
    ['generic-orders:1001', 'S1', 1, 0, '2026-03-10', 'Size › Too small', 'exchange'],
    ['generic-orders:1001', 'S1', 1, 20, '2026-03-10', 'Size › Too small', 'refund'],
    ['generic-orders:1002', 'H1', 1, 35, '2026-03-12', 'Quality › Colour', 'Refund'],
    ['generic-orders:1001', 'S1', 1, 20, '2026-03-13', 'Changed mind', 'Store credit'],
  ]);
  const answers = await engine.rows(
    `SELECT score::INTEGER AS score, answer, order_key, customer IS NOT NULL AS known FROM survey_responses ORDER BY score`,
  );
  expect(answers.map(Object.values)).toEqual([
    [4, null, null, true],
    [9, 'Soft, and warm', 'generic-orders:1001', true],
  ]);
});

it('generic-tickets, generic-customers and generic-customer-traits are recognised and meet the buyers', async () => {
  const { files, engine } = await readFiles({
    'orders.csv': ORDERS,
    'tickets.csv': [
      'ticket,openedAt,closedAt,firstReply,resolution,contacts,channel,topic,satisfaction,email,order,firstReplyDuration',
      'T1,2026-03-05 09:00:00,2026-03-05 11:00:00,30,120,2,email,late parcel,0.75,ann@example.com,1001,',
      'T2,2026-03-06 09:00:00,,,,1,chat,,,nobody@example.com,,26:30:00',
    ].join('\n'),
    'customers.csv':
      'customerId,email,acceptsMarketing\nC1,ann@example.com,yes\nC2,new@example.com,no\n',
    'customer-traits.csv':
      'email,trait,value\nann@example.com,Brand A,12.50\nann@example.com,Tier,gold\nnobody@example.com,Tier,none\n',
  });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual([
    ['generic-customer-traits', 3],
    ['generic-customers', 2],
    ['generic-orders', 2],
    ['generic-tickets', 2],
  ]);
  const tickets = await engine.rows(
    `SELECT ticket, opened_on::VARCHAR AS "on", first_reply::INTEGER AS reply, resolution::INTEGER AS resolution,
      satisfaction::VARCHAR AS csat, order_key, customer IS NOT NULL AS known FROM tickets ORDER BY ticket`,
  );
  expect(tickets.map(Object.values)).toEqual([
    ['generic-tickets:T1', '2026-03-05', 30, 120, '0.7500', 'generic-orders:1001', true],
    ['generic-tickets:T2', '2026-03-06', 1590, null, null, null, false],
  ]);
  const traits = await engine.rows(
    `SELECT trait, value::VARCHAR AS value, text, customer IS NOT NULL AS known FROM customer_traits ORDER BY trait, text`,
  );
  expect(traits.map(Object.values)).toEqual([
    ['Brand A', '12.5000', '12.50', true],
    ['Tier', null, 'gold', true],
    ['Tier', null, 'none', false],
  ]);
  const customers = await engine.rows(
    'SELECT accepts_marketing AS accepts, count(*)::INTEGER AS n FROM customers GROUP BY ALL ORDER BY ALL',
  );
  expect(customers).toEqual([
    { accepts: true, n: 1 },
    { accepts: null, n: 1 },
  ]);
});

it('returns.csv counts a return once that a later export corrects, and repeated ones of a file as often as they stand', async () => {
  const header = 'order,sku,quantity,value,returnedOn,reason,outcome';
  const early = [header, '1,A,1,20,2026-02-01,late,', '1,A,1,20,2026-02-01,late,'];
  const late = [
    header,
    // Corrected: half of the money, and what became of it.
    '1,A,1,10,2026-02-01,too small,refund',
    '1,A,1,10,2026-02-01,too small,refund',
    // Further returns of the order: of another thing, and of another day.
    '1,B,1,5,2026-02-01,late,refund',
    '1,A,1,7,2026-02-20,late,refund',
  ];
  for (const [first, second] of [
    ['a', 'b'],
    ['b', 'a'],
  ]) {
    const { files, engine } = await readFiles({
      'orders.csv': ordersCsv('1,2026-01-05,ann@example.com,A,Tea,3,20'),
      [`returns_${first}.csv`]: early.join('\n'),
      [`returns_${second}.csv`]: late.join('\n'),
    });
    const values = await engine.rows(
      'SELECT value::INTEGER AS value FROM returns ORDER BY value DESC',
    );
    expect(values.map(({ value }) => value)).toEqual([10, 10, 7, 5]);
    expect(files.find(({ path }) => path === `returns_${first}.csv`)).toMatchObject({
      rows: { in: 2, used: 0, ignored: 2, rejected: 0 },
      reasons: [
        {
          code: 'ignored/overlap',
          reason: `Rows that a newer file of the same export (returns_${second}.csv) holds too`,
        },
      ],
    });
  }
});

it('shipments.csv and fulfilment-checks.csv count a row once that a later export completes', async () => {
  const { engine } = await readFiles({
    'orders.csv': ordersCsv('1,2026-01-05,ann@example.com,A,Tea,3,20'),
    'shipments_1.csv':
      'order,shippedAt,promisedOn,deliveredOn,carrier\n1,2026-01-06 10:00:00,2026-01-09,,Harbor\n1,2026-01-06 10:00:00,2026-01-09,,Bird\n',
    'shipments_0.csv':
      'order,shippedAt,promisedOn,deliveredOn,carrier\n1,2026-01-06 10:00:00,2026-01-09,2026-01-08,Harbor\n1,2026-01-06 10:00:00,2026-01-09,,Bird\n',
    'checks_1.csv': 'order,checkedOn,correct,problem\n1,2026-01-06,yes,\n',
    'checks_0.csv': 'order,checkedOn,correct,problem\n1,2026-01-06,no,wrong size\n',
  });
  const parcels = await engine.rows(
    'SELECT carrier, delivered_on::VARCHAR AS "on" FROM shipments ORDER BY carrier',
  );
  expect(parcels).toEqual([
    { carrier: 'Bird', on: null },
    { carrier: 'Harbor', on: '2026-01-08' },
  ]);
  expect(await engine.rows('SELECT correct FROM fulfilment_checks')).toEqual([{ correct: false }]);
});
