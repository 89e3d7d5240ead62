import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KpiSchema } from '#core/schemas/kpi.ts';
import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import { generate } from '#generate/generate.ts';
import { silentProgress } from '#generate/progress.ts';
import { plantCustomers, type PlantedOrder } from './content/persona-shop.ts';
import { exportsFolder, shopConfig } from './exports/exports-fixture.ts';
import { folderTexts, temporaryFolder } from './temporary-folder.ts';

const RATE = 1.19;
const SHIPPING = 5;

/** Whether the prices of the order with this number hold the tax. */
type IsInside = (number: number) => boolean;

/** What generate writes of these exports, by path. */
async function contentOf(
  files: Record<string, string>,
  change: Partial<PortalConfigInput> = {},
): Promise<Record<string, string>> {
  const contentDirectory = join(temporaryFolder(), 'content');
  await generate({
    exportsDirectory: await exportsFolder(files),
    contentDirectory,
    stateDirectory: `${contentDirectory}.portal`,
    config: shopConfig(change),
    check: false,
    refit: false,
    progress: silentProgress,
  });
  return folderTexts(contentDirectory);
}

function currentValue(content: Record<string, string>, kpi: string): unknown {
  const { facts } = KpiSchema.parse(JSON.parse(content[`kpis/${kpi}.json`] ?? ''));
  return facts.find(({ id }) => id === 'current')?.value;
}

/** Net prices in tens: with the tax they are whole cents, and so is the tenth that a voucher takes off. */
const ORDERS = plantCustomers(170).flatMap(({ email, orders }) =>
  orders.map((order) => ({
    ...order,
    email,
    lines: order.lines.map((line) => ({ ...line, price: Math.ceil(line.price / 10) * 10 })),
  })),
);

const netGoods = ({ lines, discount }: PlantedOrder): number =>
  lines.reduce((sum, { price }) => sum + price, 0) * (discount ? 0.9 : 1);

const HEADER =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Vendor,Refunded Amount';

/** The same purchases as Shopify exports them, by whether the prices of each hold the tax. Every tenth was paid back. */
function shopifyOrders(isInside: IsInside): string {
  const rows = ORDERS.flatMap((order, number) => {
    const stated = (net: number): string => (net * (isInside(number) ? RATE : 1)).toFixed(2);
    const net = netGoods(order) + SHIPPING;
    const full = order.lines.reduce((sum, { price }) => sum + price, 0);
    const total = (net * RATE).toFixed(2);
    return order.lines.map(({ category, brand, price }, line) =>
      [
        `#${1001 + number}`,
        order.email,
        ...(line === 0
          ? [
              ...['paid', 'GBP', stated(netGoods(order)), stated(SHIPPING)],
              ...[(net * (RATE - 1)).toFixed(2), total, order.discount ? 'TEN' : ''],
              stated(full - netGoods(order)),
            ]
          : Array<string>(8).fill('')),
        `${order.day} 10:00:00 +0000`,
        ...[1, category, stated(price), category, brand],
        line === 0 && number % 10 === 0 ? total : '',
      ].join(','),
    );
  });
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** First pieces of orders that were not paid back; every other return states its value, in the order's prices. */
function returnsOf(isInside: IsInside): string {
  const rows = ORDERS.flatMap((order, number) => {
    const [line] = order.lines;
    if (!order.returned || number % 10 === 0 || line === undefined) return [];
    const value = line.price * (order.discount ? 0.9 : 1) * (isInside(number) ? RATE : 1);
    return [
      `${1001 + number},${line.category},1,${number % 2 ? value.toFixed(2) : ''},${order.day}`,
    ];
  });
  return `order,sku,quantity,value,returnedOn\n${rows.join('\n')}\n`;
}

const PRODUCTS = `sku,category\n${[
  ...new Set(ORDERS.flatMap(({ lines }) => lines.map(({ category }) => category))),
]
  .map((category) => `${category},${category}`)
  .join('\n')}\n`;

/** All that is said of money, of customers and of Portraits; dataset.json says how the orders add up. */
async function figuresOf(isInside: IsInside): Promise<Record<string, string>> {
  const content = await contentOf(
    {
      'orders.csv': shopifyOrders(isInside),
      'returns.csv': returnsOf(isInside),
      'products.csv': PRODUCTS,
    },
    { portraits: { most: 4 } },
  );
  return Object.fromEntries(
    Object.entries(content).filter(([path]) => path !== 'dataset.json' && path.endsWith('.json')),
  );
}

test('generate() tells the same of a shop whose prices hold the tax, of one that adds it, and of both at once', async () => {
  const onTop = await figuresOf(() => false);
  expect(Object.keys(onTop).filter((path) => path.startsWith('personas/')).length).toBeGreaterThan(
    3,
  );
  const lastYear = ORDERS.filter(({ day }) => day.startsWith('2025'));
  expect(Number(currentValue(onTop, 'average-order-value'))).toBeCloseTo(
    lastYear.reduce((sum, order) => sum + netGoods(order), 0) / lastYear.length,
    2,
  );
  expect(Number(currentValue(onTop, 'return-rate'))).toBeGreaterThan(0);
  expect(await figuresOf(() => true)).toEqual(onTop);
  expect(await figuresOf((number) => number % 2 === 0)).toEqual(onTop);
}, 120_000);

test('generate() finds the same return rate in returns without a value and in refunds', async () => {
  const orders = Array.from({ length: 40 }, (_, index) => {
    const start = `#${1001 + index},c${index}@example.com`;
    const at = `2026-0${1 + (index % 5)}-10 10:00:00 +0000,1`;
    return [
      `${start},paid,GBP,238.00,0.00,38.00,238.00,,0.00,${at},Coat,119.00,A,,119.00`,
      `${start},,,,,,,,,${at},Hat,119.00,B,,`,
    ].join('\n');
  });
  const files = { 'orders.csv': `${[HEADER, ...orders].join('\n')}\n` };
  const returns = orders.map((_, index) => `${1001 + index},B,1,2026-0${1 + (index % 5)}-10`);
  const returnsFile = `order,sku,quantity,returnedOn\n${returns.join('\n')}\n`;
  for (const exports of [files, { ...files, 'returns.csv': returnsFile }]) {
    const content = await contentOf(exports, { privacy: { floor: 2 } });
    expect(currentValue(content, 'net-revenue')).toBe(4000);
    expect(currentValue(content, 'return-rate')).toBe(0.5);
  }
}, 60_000);
