import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingExports } from '#generate/content/missing-exports.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { readFiles } from '../exports/exports-fixture.ts';
import { contextOf } from '../warehouse/kpis/small-shop.ts';

const TWO_YEARS = { from: '2024-11-01', to: '2026-10-31' };

/** Ten orders of 10 each, nine of a known buyer, with a category in `categorised` of them. */
async function shop(categorised: number): Promise<Engine> {
  const engine = await openEngine();
  await createCanonicalTables(engine);
  await engine.run(
    `INSERT INTO orders (order_id, order_key, source, customer, placed_at, placed_on, channel, cancelled, gift, discount)
    SELECT i, 's:' || i, 's', CASE WHEN i > 1 THEN 'c' || i END, '2026-01-01', '2026-01-01', 'web', false, i = 1, 1
    FROM range(1, 11) t(i)`,
  );
  await engine.run(
    `INSERT INTO order_lines (order_id, order_key, line, brand, category, is_product, quantity, unit_price, value, discount, valid)
    SELECT i, 's:' || i, 1, 'Loom', CASE WHEN i <= $1 THEN 'Jeans' END, true, 1, 10, 10, 0, true FROM range(1, 11) t(i)`,
    [categorised],
  );
  await engine.run(
    `INSERT INTO returns (order_key, quantity, value, returned_on) VALUES ('s:2', 1, 10, '2026-01-09')`,
  );
  return engine;
}

/** What a shop without any figures of delivery and service is told. */
const NO_SERVICE = [
  'No parcels with a promised day and a day of delivery',
  'No tickets of the help desk',
  'No checks of packed orders',
];

async function lacksOf(engine: Engine, period = TWO_YEARS): Promise<string[]> {
  return (await missingExports(contextOf(engine, '2026-10-31', { period }))).map(
    ({ lacks }) => lacks,
  );
}

test('missingExports() says what the tables lack, by how much of what was sold is described', async () => {
  const none = ['No campaign results', ...NO_SERVICE];
  const full = await shop(8);
  expect(await lacksOf(full)).toEqual(none);
  expect(await lacksOf(full, { from: '2026-10-02', to: '2026-10-31' })).toEqual([
    'Orders of 30 days only',
    ...none,
  ]);
  const half = await shop(5);
  expect(await lacksOf(half)).toEqual(['Categories for only 50% of what was sold', ...none]);
  await half.run(`UPDATE orders SET customer = NULL WHERE order_key <> 's:2'`);
  await half.run('UPDATE order_lines SET category = NULL, brand = NULL');
  await half.run('DELETE FROM returns');
  await half.run(
    `INSERT INTO campaign_results (source, campaign, collapsed, is_control) VALUES ('m', 'x', false, false)`,
  );
  expect(await lacksOf(half)).toEqual([
    'Nobody is known behind 90% of the orders',
    'No categories',
    'No brands',
    'No returns',
    'No campaign with groups to compare',
    ...NO_SERVICE,
  ]);
  full.close();
  half.close();
});

test('missingExports() does not ask for returns that are there and find no order', async () => {
  const engine = await shop(8);
  await engine.run('UPDATE returns SET order_key = NULL');
  const gaps = await missingExports(contextOf(engine, '2026-10-31', { period: TWO_YEARS }));
  engine.close();
  expect(gaps[0]).toMatchObject({
    lacks: 'No returns of orders in the exports, only of others',
    remedy: 'Compare the order numbers of the returns export with those of the order export',
  });
});

test('missingExports() asks for returns of customers we know where all are of a marketplace’s buyers', async () => {
  const engine = await shop(8);
  const theirs = 'No returns of customers we know, only of others';
  expect(await lacksOf(engine)).not.toContain(theirs);
  await engine.run("UPDATE returns SET order_key = 's:1'");
  expect(await lacksOf(engine)).toContain(theirs);
  engine.close();
});

test('missingExports() asks for the returns of sources that sell much and tell none', async () => {
  const engine = await shop(8);
  await engine.run(
    `UPDATE orders SET gross = 10, source = CASE WHEN order_id < 8 THEN 's' ELSE 'ebay' END`,
  );
  expect(await lacksOf(engine)).toContain('No returns of orders of eBay, 30% of what was sold');
  await engine.run('UPDATE orders SET gross = 1 WHERE order_id > 8');
  expect(await lacksOf(engine)).not.toContain(expect.stringContaining('eBay'));
  engine.close();
});

test('missingExports() asks for orders first, and for nothing that only orders could tell', async () => {
  const engine = await openEngine();
  await createCanonicalTables(engine);
  expect(await lacksOf(engine)).toEqual(['No orders', 'No campaign results', ...NO_SERVICE]);
  const withTable = contextOf(
    engine,
    '2026-10-31',
    { period: null },
    { customerTable: { files: ['customers.csv'], key: 'E-Mail' } },
  );
  const [noOrders] = await missingExports(withTable);
  expect(noOrders?.cannotTell, 'a table of customers makes Portraits').toBe(
    'how the shop stands: KPIs are worked out from orders',
  );
  engine.close();
});

test('missingExports() points at parts of the docs that are there', async () => {
  const engine = await shop(0);
  await engine.run('UPDATE orders SET channel = NULL, gift = false, discount = 0, customer = NULL');
  await engine.run('DELETE FROM returns');
  const period = { from: '2026-10-31', to: '2026-10-31' };
  const gaps = await missingExports(contextOf(engine, '2026-10-31', { period }));
  expect(gaps.length).toBeGreaterThan(7);
  for (const { docs } of gaps) {
    const [file = '', anchor] = docs.split('#');
    const text = readFileSync(file, 'utf8');
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    if (anchor !== undefined) expect(anchors, docs).toContain(anchor);
  }
  engine.close();
});

test('missingExports() asks for parcels, tickets and checks, each until it is there or a tool’s figure is', async () => {
  const engine = await shop(8);
  const service = async () => (await lacksOf(engine)).filter((lacks) => NO_SERVICE.includes(lacks));
  await engine.run("INSERT INTO shipments (promised_on) VALUES ('2026-10-01')");
  expect(await service()).toEqual(NO_SERVICE);
  await engine.run("UPDATE shipments SET delivered_on = '2026-10-01'");
  expect(await service()).toEqual(NO_SERVICE.slice(1));
  await engine.run(
    `INSERT INTO tickets (ticket, source, opened_at, opened_on, first_reply) VALUES ('1', 't', '2026-10-01', '2026-10-01', 30)`,
  );
  expect(await service()).toEqual(NO_SERVICE.slice(2));
  await engine.run(
    `INSERT INTO kpi_snapshots (source, kpi, period_from, period_to, value, unit) VALUES ('t', 'x', '2026-10-01', '2026-10-31', 1, 'ratio')`,
  );
  expect(await service()).toEqual([]);
  engine.close();
});

test('missingExports() asks for no discounts where an order export has columns for them, all zero', async () => {
  const lacks = async (files: Record<string, string>): Promise<string[]> => {
    const { engine, sources } = await readFiles(files);
    const context = contextOf(engine, '2026-10-31', { period: TWO_YEARS, sources });
    return (await missingExports(context)).map((gap) => gap.lacks);
  };
  const order = '1,2026-10-01,ann@example.com,S1,Mug,1,10';
  const header = 'order,placedAt,email,sku,title,quantity,unitPrice';
  expect(await lacks({ 'orders.csv': `${header}\n${order}\n` })).toContain('No discounts');
  expect(
    await lacks({ 'orders.csv': `${header},discount,discountCode\n${order},0,\n` }),
  ).not.toContain('No discounts');
});
