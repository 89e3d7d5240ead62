import type { Engine } from '../engine.ts';
import { in64Bits, sumOf } from './purchase-orders.ts';

/** Where it lies what each buyer bought by category, brand and channel, and what shares of it are of. */
export const SPLIT_TABLES = {
  category: { table: 'buyer_categories', measure: 'paid' },
  brand: { table: 'buyer_brands', measure: 'paid' },
  channel: { table: 'buyer_channels', measure: 'orders' },
} as const;

/** Days of a quarter. */
export const QUARTER_DAYS = 91;

const QUARTER_AGO = `CAST($1 AS DATE) - ${QUARTER_DAYS}`;

/**
 * Texts that purchases are told apart by, each with the enumeration that stands for it in the engine, in the order of texts.
 * The empty text is one of each: an enumeration of nothing cannot be.
 */
const NAMES = {
  category: 'category_name',
  brand: 'brand_name',
} as const;

/**
 * Tables `buyer_categories`, `buyer_brands` and `buyer_channels`: what each buyer bought by category, brand and channel,
 * where the exports name them; `earlier_paid` and `earlier_orders` are what it was a quarter ago.
 */
export async function createBuyerSplits(engine: Engine, asOf: string): Promise<void> {
  for (const [column, type] of Object.entries(NAMES)) {
    await engine.run(
      `CREATE OR REPLACE TEMP TYPE ${type} AS ENUM (
         SELECT '' AS name UNION SELECT ${column} FROM order_lines WHERE ${column} <> '' ORDER BY name)`,
    );
  }
  await engine.run(LINES, [asOf]);
  await engine.run(linesBy('category', 'buyer_categories'));
  await engine.run(linesBy('brand', 'buyer_brands'));
  await engine.run('DROP TABLE buyer_lines');
  await engine.run(CHANNELS, [asOf]);
}

/**
 * Both splits are of the same lines, which are looked up once. They are grouped by enumerations: the engine compares
 * their numbers, not the texts.
 */
const LINES = `
CREATE OR REPLACE TEMP TABLE buyer_lines AS
SELECT o.buyer, o.placed_on <= ${QUARTER_AGO} AS earlier,
       ${Object.entries(NAMES)
         .map(([column, type]) => `CAST(nullif(l.${column}, '') AS ${type}) AS ${column}`)
         .join(', ')},
       ${in64Bits('l.net')} AS paid
FROM order_lines l JOIN purchase_orders o USING (order_id)
WHERE l.is_product AND l.quantity > 0`;

const linesBy = (column: keyof typeof NAMES, table: string): string => `
CREATE OR REPLACE TEMP TABLE ${table} AS
SELECT buyer, ${column} AS name, ${sumOf('paid')} AS paid,
       ${sumOf('paid', 'earlier')} AS earlier_paid
FROM buyer_lines
WHERE ${column} IS NOT NULL
GROUP BY buyer, ${column}`;

const CHANNELS = `
CREATE OR REPLACE TEMP TABLE buyer_channels AS
SELECT buyer, channel AS name, count(*) AS orders, ${sumOf('paid')} AS paid,
       nullif(count(*) FILTER (WHERE placed_on <= ${QUARTER_AGO}), 0) AS earlier_orders
FROM purchase_orders
WHERE channel <> ''
GROUP BY buyer, channel`;
