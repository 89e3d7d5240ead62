import { describe, expect, it } from 'vitest';
import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import { ORDERS_HEADER, ordersCsv, readFiles, shopConfig } from './exports-fixture.ts';

const SHOPIFY_HEADER =
  'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Vendor,Cancelled at,Source,Lineitem discount,Phone,Notes,Tags';

describe('time', () => {
  it.each([
    ['2026-01-05 10:00:00', '2026-01-05 10:00:00', '2026-01-05'],
    ['2026-07-05T00:30', '2026-07-04 23:30:00', '2026-07-05'],
    ['2026-07-05', '2026-07-04 23:00:00', '2026-07-05'],
    ['2026-07-05T00:30:00Z', '2026-07-05 00:30:00', '2026-07-05'],
    ['2026-07-04 23:30:00 +0000', '2026-07-04 23:30:00', '2026-07-05'],
    ['2026-07-04T20:30:00.123-03:00', '2026-07-04 23:30:00', '2026-07-05'],
    // Occurs twice on the day the clock goes back: the first offset (summer time) counts.
    ['2026-10-25 01:30:00', '2026-10-25 00:30:00', '2026-10-25'],
    ['2026-10-25 02:00:00', '2026-10-25 02:00:00', '2026-10-25'],
    ['2026-03-29 02:00:00', '2026-03-29 01:00:00', '2026-03-29'],
  ])('readExports() stores "%s" as %s UTC, a purchase of %s', async (cell, utc, day) => {
    const { engine } = await readFiles({
      'orders.csv': ordersCsv(`A1,${cell},ann@example.com,S1,Mug,1,10.00`),
    });
    const rows = await engine.rows(
      'SELECT placed_at::VARCHAR AS utc, placed_on AS day FROM orders',
    );
    expect(rows).toEqual([{ utc, day }]);
  });

  it('readExports() takes a day whose midnight does not exist', async () => {
    const config = shopConfig({ timeZone: 'America/Sao_Paulo' });
    const text = ordersCsv('A1,2018-11-04,ann@example.com,S1,Mug,1,10.00');
    const { engine } = await readFiles({ 'orders.csv': text }, config);
    const rows = await engine.rows(
      'SELECT placed_at::VARCHAR AS utc, placed_on AS day FROM orders',
    );
    expect(rows).toEqual([{ utc: '2018-11-04 03:00:00', day: '2018-11-04' }]);
  });
});

describe('customers', () => {
  it('readExports() joins guest and account orders by e-mail, else phone, else id', async () => {
    const text = `order,placedAt,email,phone,customerId,quantity,unitPrice
1,2026-01-05, Ann@Example.com ,,,1,1
2,2026-01-06,ann@example.COM,+44 20 7946 0000,9,1,1
3,2026-01-07,,+44 (20) 7946-0000,,1,1
4,2026-01-08,none,0044 20 7946 0000,9,1,1
5,2026-01-09,,,9,1,1
6,2026-01-10,,,,1,1
`;
    const { engine } = await readFiles({ 'orders.csv': text });
    const people = await engine.rows(
      `SELECT identified_by, email, phone, count(o.order_key)::INTEGER AS orders
      FROM customers c JOIN orders o USING (customer) GROUP BY ALL ORDER BY identified_by`,
    );
    expect(people).toEqual([
      { identified_by: 'email', email: 'ann@example.com', phone: '+442079460000', orders: 4 },
      { identified_by: 'id', email: null, phone: null, orders: 1 },
    ]);
  });
});

describe('overlap', () => {
  const line = (order: string, day: string, price = '1.00'): string =>
    `${order},${day},ann@example.com,S1,Mug,1,${price}`;

  it('readExports() removes it between files, the newest file wins, and keeps true duplicates', async () => {
    const old = ordersCsv(
      line('1', '2026-01-01'),
      line('2', '2026-01-02'),
      line('2', '2026-01-02'),
    );
    const fresh = ordersCsv(
      line('2', '2026-01-02', '5.00'),
      line('3', '2026-01-03'),
      line('3', '2026-01-03'),
    );
    for (const names of [
      ['a.csv', 'b.csv'],
      ['b.csv', 'a.csv'],
    ] as const) {
      const { files, engine } = await readFiles({ [names[0]]: old, [names[1]]: fresh });
      const report = files.find(({ path }) => path === names[0]);
      expect(report?.rows).toEqual({ in: 3, used: 1, ignored: 2, rejected: 0 });
      expect(report?.reasons.find(({ code }) => code === 'ignored/overlap')?.rows).toBe(2);
      const lines = await engine.rows('SELECT order_key, value FROM order_lines ORDER BY ALL');
      expect(lines.map(({ order_key, value }) => `${order_key} ${value}`)).toEqual([
        'generic-orders:1 1.00000000',
        'generic-orders:2 5.00000000',
        'generic-orders:3 1.00000000',
        'generic-orders:3 1.00000000',
      ]);
    }
  });

  it('readExports() compares whole rows where there is no key', async () => {
    const header = 'survey,answeredOn,question,answer,score';
    const one = `${header}\nTea,2026-02-01,How is it?,Good,5\nTea,2026-02-01,How is it?,Good,5\n`;
    const two = `${header}\nTea,2026-02-01,How is it?,Good,5\nTea,2026-02-02,How is it?,Good,5\n`;
    const { files, engine } = await readFiles({ 'r1.csv': one, 'r2.csv': two });
    expect(await engine.rows('SELECT count(*)::INTEGER AS n FROM survey_responses')).toEqual([
      { n: 3 },
    ]);
    expect(files.reduce((sum, { rows }) => sum + rows.ignored, 0)).toBe(1);
  });
});

describe('Shopify orders', () => {
  it('readExports() shares the order’s discount over its lines to the cent', async () => {
    const text = `${SHOPIFY_HEADER}
#1,ann@example.com,GBP,20.00,0.00,0.00,20.00,TEN,10.00,2026-01-05 10:00:00 +0000,1,Mug,10.00,S1,Acme,,web,0.00,'+442079460000,"a
gift, please",vip
#1,ann@example.com,,,,,,,,2026-01-05 10:00:00 +0000,1,Cup,10.00,S2,Acme,,,0.00,,,
#1,ann@example.com,,,,,,,,2026-01-05 10:00:00 +0000,1,Jug,10.00,S3,Acme,,,0.00,,,
#2,,GBP,0.00,0.00,0.00,0.00,FREE,36.00,2026-01-06 10:00:00 +0000,2,Mug,18.00,S1,Acme,2026-01-06 11:00:00 +0000,301689896961,0.00,'+442079460001,,
`;
    const { files, engine } = await readFiles(
      { 'orders_export.csv': text },
      shopConfig({ giftPatterns: ['\\bgift\\b'] }),
    );
    expect(files[0]).toMatchObject({ adapter: 'shopify-orders', rows: { in: 4, used: 4 } });
    const lines = await engine.rows(
      'SELECT line, sku, brand, discount::DECIMAL(18,2) AS discount FROM order_lines ORDER BY order_key, line',
    );
    expect(lines).toEqual(
      [
        { line: 1, sku: 'S1', brand: 'Acme', discount: '3.33' },
        { line: 2, sku: 'S2', brand: 'Acme', discount: '3.33' },
        { line: 3, sku: 'S3', brand: 'Acme', discount: '3.34' },
        { line: 1, sku: 'S1', brand: 'Acme', discount: '36.00' },
      ].map((row, i) =>
        i < 3 ? { ...row, discount: expect.stringMatching(/^3\.3[34]$/) as string } : row,
      ),
    );
    const [sum] = await engine.rows(
      `SELECT sum(discount)::DECIMAL(18,2) AS d FROM order_lines WHERE order_key LIKE '%#1'`,
    );
    expect(sum).toEqual({ d: '10.00' });
    const orders = await engine.rows(
      'SELECT gift, cancelled, channel, total::DECIMAL(18,2) AS total FROM orders ORDER BY order_key',
    );
    expect(orders).toEqual([
      { gift: true, cancelled: false, channel: 'web', total: '20.00' },
      { gift: false, cancelled: true, channel: 'app 301689896961', total: '0.00' },
    ]);
  });
});

describe('brand, category and products', () => {
  it('readExports() takes them from the products table, else the patterns, and counts double matches', async () => {
    const config = shopConfig({
      nonProducts: ['^POST$'],
      brandPatterns: [{ pattern: '^L-', brand: 'Loomwell' }],
      categoryPatterns: [
        { pattern: 'Jeans', category: 'jeans' },
        { pattern: 'Black', category: 'black things' },
      ],
    });
    const { files, engine } = await readFiles(
      {
        'orders.csv': ordersCsv(
          '1,2026-01-05,a@example.com,L-1,Black Jeans,1,10',
          '1,2026-01-05,a@example.com,P-1,Parka,1,10',
          '1,2026-01-05,a@example.com,POST,Postage,1,3',
        ),
        'products.csv':
          'sku,title,category,brand,cost\nP-1,Parka,coats,Tarn,4.50\nP-1,Parka,coats,Tarn,4.50\n',
      },
      config,
    );
    const lines = await engine.rows(
      'SELECT sku, brand, category, is_product FROM order_lines ORDER BY line',
    );
    expect(lines).toEqual([
      { sku: 'L-1', brand: 'Loomwell', category: 'jeans', is_product: true },
      { sku: 'P-1', brand: 'Tarn', category: 'coats', is_product: true },
      { sku: 'POST', brand: null, category: null, is_product: false },
    ]);
    const reasons = files.find(({ path }) => path === 'orders.csv')?.reasons;
    expect(reasons?.map(({ code, rows }) => [code, rows])).toEqual([
      ['note/non-product', 1],
      ['note/two-categories', 1],
    ]);
    const products = files.find(({ path }) => path === 'products.csv');
    expect(products?.rows).toEqual({ in: 2, used: 1, ignored: 1, rejected: 0 });
  });
});

describe('the other generic tables', () => {
  it('readExports() fills each of them and finds the orders they name', async () => {
    const { engine, sources } = await readFiles({
      'orders.csv': ordersCsv('#7,2026-01-05,a@example.com,S1,Mug,1,10'),
      'returns.csv':
        'order,sku,quantity,value,returnedOn,reason\n7,S1,1,10.00,2026-01-20,too small\nX,S1,1,1,2026-01-20,\n',
      'shipments.csv':
        'order,shippedAt,promisedOn,deliveredOn,carrier\n#7,2026-01-06 08:00,2026-01-08,2026-01-09,Van\n',
      'fulfilment-checks.csv': 'order,checkedOn,correct,problem\n7,2026-01-06,no,wrong size\n',
      'survey-responses.csv':
        'survey,answeredOn,question,answer,score,order\nnps,2026-01-12,Why,Lovely,9,7\n',
      'campaign-results.csv':
        'campaign,variant,recipients,sentAt,assignment,control,orders,revenue\nSpring,push,1000,2026-01-02 09:00,randomized,yes,20,900.50\n',
      'kpi-snapshots.csv':
        'kpi,period,value,unit,n,tool\nnps,2026-Q1,41.5,points,200,Delighted\nnps,2025,40,points,,\nnps,2026-02,1,points,,\nnps,2026-01-05/2026-01-09,1,points,,\n',
      'persona-statistics.csv': 'persona,trait,value,unit,n\nCore,yearly spend,642,money,50\n',
    });
    const one = async (sql: string): Promise<unknown> => (await engine.rows(sql))[0];
    const orderKey = 'generic-orders:#7';
    const returns = await engine.rows(
      'SELECT order_key FROM returns ORDER BY order_key NULLS LAST',
    );
    expect(returns).toEqual([{ order_key: orderKey }, { order_key: null }]);
    expect(
      await one('SELECT order_key, shipped_at::VARCHAR AS at, delivered_on FROM shipments'),
    ).toEqual({
      order_key: orderKey,
      at: '2026-01-06 08:00:00',
      delivered_on: '2026-01-09',
    });
    expect(await one('SELECT order_key, correct FROM fulfilment_checks')).toEqual({
      order_key: orderKey,
      correct: false,
    });
    expect(
      await one('SELECT order_key, customer IS NOT NULL AS known, score FROM survey_responses'),
    ).toEqual({
      order_key: orderKey,
      known: true,
      score: '9.0000',
    });
    expect(await one('SELECT assignment, is_control, revenue FROM campaign_results')).toEqual({
      assignment: 'randomised',
      is_control: true,
      revenue: '900.50000000',
    });
    const periods = await engine.rows(
      'SELECT source, period_from AS f, period_to AS t FROM kpi_snapshots ORDER BY f, t',
    );
    expect(periods).toEqual([
      { source: 'generic-kpi-snapshots', f: '2025-01-01', t: '2025-12-31' },
      { source: 'Delighted', f: '2026-01-01', t: '2026-03-31' },
      { source: 'generic-kpi-snapshots', f: '2026-01-05', t: '2026-01-09' },
      { source: 'generic-kpi-snapshots', f: '2026-02-01', t: '2026-02-28' },
    ]);
    expect(await one('SELECT persona, value FROM persona_statistics')).toEqual({
      persona: 'Core',
      value: 642,
    });
    expect(Object.keys(sources).filter((name) => !name.startsWith('known_'))).toHaveLength(8);
  });
});

it('readExports() maps a foreign file by the config: decimal comma, own dates, constants, row tests', async () => {
  const config = shopConfig({
    sources: [
      {
        name: 'kasse',
        files: ['kasse/*.txt'],
        table: 'orders',
        columns: {
          order: 'Beleg',
          placedAt: 'Datum',
          customerId: 'Kunde',
          sku: 'Artikel',
          quantity: { constant: '1' },
          unitPrice: 'Preis',
          channel: { constant: 'pos' },
        },
        dateFormat: '%d.%m.%Y %H:%M',
        decimal: ',',
        cancelled: { column: 'Art', matches: '^Storno' },
        nonProduct: { column: 'Artikel', matches: '^Pfand$' },
      },
    ],
  });
  const text =
    'Beleg;Datum;Kunde;Artikel;Preis;Art\n1;5.1.2026 10:00;7;Hose;1.234,50;Verkauf\n2;05.01.2026 11:00;7;Pfand;0,25;Storno\n';
  const { files, engine } = await readFiles({ 'kasse/januar.txt': text }, config);
  expect(files[0]).toMatchObject({ adapter: 'kasse', rows: { in: 2, used: 2 } });
  const lines = await engine.rows(
    'SELECT o.channel, o.cancelled, l.value::DECIMAL(18,2) AS value, l.is_product FROM orders o JOIN order_lines l USING (order_key) ORDER BY order_key',
  );
  expect(lines).toEqual([
    { channel: 'pos', cancelled: false, value: '1234.50', is_product: true },
    { channel: 'pos', cancelled: true, value: '0.25', is_product: false },
  ]);
});

it('readExports() does not depend on the order of rows or files', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `${i % 13},2026-01-${10 + (i % 13)},c${i % 5}@example.com,S${i % 7},Thing,${1 + (i % 3)},${i}.99`,
  );
  const content = async (ordered: string[]): Promise<unknown> => {
    const { engine } = await readFiles({
      'orders.csv': `${[ORDERS_HEADER, ...ordered].join('\n')}\n`,
    });
    return [
      await engine.rows('SELECT * EXCLUDE (order_id, customer_id) FROM orders ORDER BY order_key'),
      await engine.rows('SELECT * EXCLUDE (order_id, line) FROM order_lines ORDER BY ALL'),
      await engine.rows('SELECT * EXCLUDE (customer_id) FROM customers ORDER BY customer'),
    ];
  };
  expect(await content(rows.toReversed())).toEqual(await content(rows));
});

it('readExports() takes Shopify’s shipping time only where no shipments export knows the order', async () => {
  const header =
    'Name,Email,Currency,Total,Created at,Fulfilled at,Lineitem quantity,Lineitem name,Lineitem price';
  const order = (name: string): string =>
    `${name},a@example.com,GBP,5.00,2026-01-05 10:00:00 +0000,2026-01-07 10:00:00 +0000,1,Mug,5.00`;
  const { engine } = await readFiles({
    'orders.csv': `${header}\n${order('#1')}\n${order('#2')}\n`,
    'shipments.csv': 'order,shippedAt,deliveredOn\n1,2026-01-07 11:00:00,2026-01-09\n',
  });
  const shipments = await engine.rows(
    'SELECT order_key, delivered_on FROM shipments ORDER BY order_key',
  );
  expect(shipments).toEqual([
    { order_key: 'shopify-orders:#1', delivered_on: '2026-01-09' },
    { order_key: 'shopify-orders:#2', delivered_on: null },
  ]);
});

it('readExports() takes the tax out of prices that hold it by the config, where an order states none', async () => {
  const orders = `order,placedAt,email,sku,quantity,unitPrice,orderTax
1,2026-10-05,ann@example.com,A,1,12.00,
2,2026-10-05,bob@example.com,A,1,12.00,2.40
`;
  const nets = async (setting: Partial<PortalConfigInput>): Promise<unknown[]> => {
    const config = shopConfig(setting);
    const { engine, arithmetic } = await readFiles({ 'orders.csv': orders }, config);
    const lines = await engine.rows(
      'SELECT CAST(net AS DECIMAL(9,2)) AS net FROM order_lines ORDER BY order_key',
    );
    return [...lines.map(({ net }) => net), arithmetic[0]?.taxKnown];
  };
  const ofPlatform = (taxInPrices: number) => ({
    platforms: { 'generic-orders': { taxInPrices } },
  });
  const names = ['order', 'placedAt', 'email', 'sku', 'quantity', 'unitPrice', 'orderTax'];
  const columns = Object.fromEntries(names.map((name) => [name, name]));
  const till = {
    name: 'till',
    files: ['*.csv'],
    table: 'orders' as const,
    columns,
    taxInPrices: 0.2,
  };
  expect(await nets(ofPlatform(0))).toEqual(['12.00', '12.00', 1]);
  expect(await nets(ofPlatform(0.2))).toEqual(['10.00', '12.00', 2]);
  expect(await nets({ sources: [till] })).toEqual(['10.00', '12.00', 2]);
});
