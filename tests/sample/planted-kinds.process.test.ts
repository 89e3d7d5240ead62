import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SampleTruth } from '#sample/truth.ts';
import { readCsv } from './read-csv.ts';
import { readShopifyOrders } from './read-shopify-orders.ts';

/**
 * The default sample, written by the command and judged by its files alone: order export, products, returns and the
 * truth beside them.
 */
const root = mkdtempSync(join(tmpdir(), 'sample-default-'));
const folder = join(root, 'exports');
let printed = '';
let truth: SampleTruth;
let orders: Order[] = [];
let categories = new Map<string, string>();

interface Order {
  name: string;
  email: string;
  day: string;
  cancelled: boolean;
  /** Dollars after discounts, before tax and shipping. */
  subtotal: number;
  goods: { sku: string; vendor: string; quantity: number }[];
  source: string;
  voucher: boolean;
  gift: boolean;
}

beforeAll(() => {
  printed = execFileSync('node', ['scripts/sample/main.ts', '--to', folder, '--summary'], {
    encoding: 'utf8',
  });
  truth = JSON.parse(readFileSync(`${folder}.truth.json`, 'utf8')) as SampleTruth;
  orders = [...readShopifyOrders(folder)].map(([name, rows]) => order(name, rows));
  categories = new Map(
    readCsv(join(folder, 'products.csv')).map((row) => [row['sku'] ?? '', row['category'] ?? '']),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run sample', () => {
  test('sample holds at least 6,000 customers and 48 months, to the newest day', () => {
    const days = orders.map(({ day }) => day).sort();
    const months = new Set(days.map((day) => day.slice(0, 7)));
    expect(new Set(orders.map(({ email }) => email)).size).toBeGreaterThan(6_000);
    expect(months.size).toBeGreaterThanOrEqual(48);
    expect(days.at(-1)).toBe('2026-10-31');
  });

  test('sample plants eight kinds between 3 and 30 % of the customers', () => {
    const kinds = Map.groupBy(Object.values(truth.customers), (kind) => kind);
    expect(kinds.size).toBe(8);
    for (const customers of kinds.values()) {
      const share = customers.length / Object.keys(truth.customers).length;
      expect(share).toBeGreaterThan(0.03);
      expect(share).toBeLessThan(0.3);
    }
  });

  test('sample lets the Brand Enthusiast buy monthly, cheaply, in 4 categories with 72 % jeans', () => {
    const goods = ordersOf('brand-enthusiast').flatMap((entry) => entry.goods);
    const jeans = goods.filter(({ sku }) => categories.get(sku) === 'Jeans');
    expect(new Set(goods.map(({ sku }) => categories.get(sku))).size).toBe(4);
    expect(pieces(jeans) / pieces(goods)).toBeCloseTo(0.72, 1);
    const premium = jeans.filter(({ vendor }) => vendor === 'Brackenloom');
    expect(pieces(premium) / pieces(jeans)).toBeGreaterThan(0.9);
    expect(yearly('brand-enthusiast').orders).toBeGreaterThan(10);
    expect(meanOrder('brand-enthusiast')).toBeLessThan(100);
  });

  test('sample lets the Power Shopper spend as much a year in two evenly spread orders', () => {
    const goods = ordersOf('power-shopper').flatMap((entry) => entry.goods);
    const shares = [...Map.groupBy(goods, ({ sku }) => categories.get(sku)).values()].map(
      (group) => pieces(group) / pieces(goods),
    );
    expect(Math.max(...shares)).toBeLessThan(0.35);
    expect(yearly('power-shopper').orders).toBeLessThan(3);
    expect(meanOrder('power-shopper')).toBeGreaterThan(350);
    const ratio = yearly('power-shopper').spend / yearly('brand-enthusiast').spend;
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  test('sample lets the grandparent spend about $642 a year, mostly on gifts', () => {
    expect(yearly('gift-giving-grandparent').spend).toBeGreaterThan(610);
    expect(yearly('gift-giving-grandparent').spend).toBeLessThan(675);
    expect(share('gift-giving-grandparent', ({ gift }) => gift)).toBeGreaterThan(0.8);
  });

  test('sample lets savers buy only with vouchers, and fit seekers send half of it back', () => {
    expect(share('voucher-saver', ({ voucher }) => voucher)).toBeGreaterThan(0.9);
    expect(share('power-shopper', ({ voucher }) => voucher)).toBeLessThan(0.1);
    expect(returned('fit-seeker')).toBeGreaterThan(0.45);
    expect(returned('brand-enthusiast')).toBeLessThan(0.1);
  });

  test('sample lets visitors come before Christmas, families fill boxes, planners come in spring', () => {
    expect(share('christmas-visitor', ({ day }) => /-1[12]-/.test(day))).toBe(1);
    expect(share('expedition-planner', ({ day }) => /-0[3-6]-/.test(day))).toBeGreaterThan(0.6);
    const family = ordersOf('family-restocker');
    expect(pieces(family.flatMap(({ goods }) => goods)) / family.length).toBeGreaterThan(5);
  });

  test('sample plants campaign effects that the drawn counts show', () => {
    const rows = readCsv(join(folder, 'campaign-results.csv'));
    for (const campaign of truth.campaigns) {
      for (const arm of campaign.arms) {
        const row = rows.find(
          (entry) => entry['campaign'] === campaign.campaign && entry['variant'] === arm.variant,
        );
        const error = Math.sqrt((arm.orderRate * (1 - arm.orderRate)) / arm.recipients);
        const rate = Number(row?.['orders']) / arm.recipients;
        expect(Math.abs(rate - arm.orderRate), arm.variant).toBeLessThan(3 * error);
      }
    }
  });

  test('sample prints the table that docs/sample-retailer.md shows', () => {
    const table = printed.slice(printed.indexOf('| kind'), printed.lastIndexOf('|') + 1);
    const documented = readFileSync('docs/sample-retailer.md', 'utf8');
    expect(cellsOf(documented)).toContain(cellsOf(table));
  });

  test('sample plants in the platforms’ files what docs/sample-retailer.md says', () => {
    const documented = readFileSync('docs/sample-retailer.md', 'utf8');
    const { exports: planted } = truth;
    const dollars = (cents: number) => `$${(cents / 100).toLocaleString('en-US')}`;
    for (const figure of [
      planted.shopifyOrders.orders,
      planted.shopifyOrders.repeatedOrders,
      planted.shopifyOrders.repeatedRows,
      planted.shopifyOrders.refundedSince,
      planted.shopifyCustomers.neverBought,
      planted.shopifyCustomers.withoutEmail,
      planted.amazonOrders.orders,
      planted.amazonOrders.cancelledOrders,
      planted.amazonOrders.pendingOrders,
      planted.amazonOrders.cancelledLines,
      planted.amazonOrders.sentForShop.orders,
      planted.amazonOrders.sentForShop.rows,
      planted.amazonReturns.pieces,
      planted.amazonReturns.repeatedRows,
      planted.klaviyoFlows.orders,
      planted.gorgias.tickets,
      planted.gorgias.spam,
      planted.brandReport.customers,
      planted.brandReport.known,
    ]) {
      expect(documented).toMatch(new RegExp(`[ (]${figure.toLocaleString('en-US')}[ ,;.]`));
    }
    for (const money of [
      planted.googleAds.cost,
      planted.metaAds.spend,
      planted.klaviyoFlows.revenue,
      planted.brandReport.total,
    ]) {
      expect(documented).toContain(dollars(money));
    }
  });

  test('sample explains itself with --help and refuses a wrong call with a hint', () => {
    expect(call('--help')).toMatchObject({ status: 0 });
    expect(call('--to', folder, '--newest', '2026-02-30').stderr).toMatchInlineSnapshot(`
      "Cannot write the sample: --newest is "2026-02-30"; expected a day such as "2026-10-31"
      Hint: See "npm run sample -- --help"
      "
    `);
    expect(call()).toMatchObject({ status: 1, stdout: '' });
  });
});

function call(...flags: string[]) {
  return spawnSync('node', ['scripts/sample/main.ts', ...flags], { encoding: 'utf8' });
}

function order(name: string, rows: Record<string, string>[]): Order {
  const first = rows[0] ?? {};
  return {
    name,
    email: (first['Email'] ?? '').toLowerCase(),
    day: (first['Created at'] ?? '').slice(0, 10),
    cancelled: first['Cancelled at'] !== '',
    subtotal: Number(first['Subtotal']),
    goods: rows
      .filter((row) => row['Vendor'] !== '')
      .map((row) => ({
        sku: row['Lineitem sku'] ?? '',
        vendor: row['Vendor'] ?? '',
        quantity: Number(row['Lineitem quantity']),
      })),
    source: first['Source'] ?? '',
    voucher: first['Discount Code'] !== '',
    gift: first['Tags'] !== '',
  };
}

function ordersOf(kind: string): Order[] {
  return orders.filter(({ email, cancelled }) => !cancelled && truth.customers[email] === kind);
}

function share(kind: string, test: (order: Order) => boolean): number {
  const all = ordersOf(kind);
  return all.filter(test).length / all.length;
}

function pieces(goods: Order['goods']): number {
  return goods.reduce((sum, { quantity }) => sum + quantity, 0);
}

function meanOrder(kind: string): number {
  const all = ordersOf(kind);
  return all.reduce((sum, { subtotal }) => sum + subtotal, 0) / all.length;
}

/** Mean rates over the whole years between first and last order, of customers with at least one such year. */
function yearly(kind: string): { orders: number; spend: number } {
  const rates = [...Map.groupBy(ordersOf(kind), ({ email }) => email).values()].flatMap((own) => {
    const days = own.map(({ day }) => Date.parse(day) / 86_400_000);
    const first = Math.min(...days);
    const years = Math.floor((Math.max(...days) - first) / 365);
    const inside = own.filter((_, index) => (days[index] ?? 0) < first + years * 365);
    const spend = inside.reduce((sum, { subtotal }) => sum + subtotal, 0);
    return years < 1 ? [] : [{ orders: inside.length / years, spend: spend / years }];
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { orders: mean(rates.map((r) => r.orders)), spend: mean(rates.map((r) => r.spend)) };
}

function returned(kind: string): number {
  const of = new Map(ordersOf(kind).map((entry) => [entry.name, entry]));
  const back = readCsv(join(folder, 'returns.csv'))
    .filter((row) => of.has(row['order'] ?? ''))
    .reduce((sum, row) => sum + Number(row['quantity']), 0);
  return back / pieces([...of.values()].flatMap(({ goods }) => goods));
}

/** A Markdown table without the spaces that a formatter adds. */
function cellsOf(text: string): string {
  return text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}
