import type { Engine } from '#generate/warehouse/engine.ts';
import { shopifyOrders } from '#generate/exports/adapters/shopify-orders.ts';
import { SHOPIFY_COLUMNS } from '#sample/shopify-columns.ts';

/**
 * The engine's bare typed scan plus aggregate of a file in Shopify's format: the columns that the adapter reads, cast
 * by the engine's own reader, and one figure of each. Nothing is checked, matched, grouped or kept.
 */
export async function scanShopifyLines(engine: Engine, file: string): Promise<void> {
  const read = Object.values(shopifyOrders.columns).flatMap(({ headers: names, type }) =>
    names.filter((name) => SHOPIFY_COLUMNS.includes(name)).map((name) => ({ name, type })),
  );
  const types = new Map(read.map(({ name, type }) => [name, type]));
  const columns = SHOPIFY_COLUMNS.map(
    (name) => `'${name}': '${types.get(name) === 'decimal' ? 'DECIMAL(18,4)' : 'VARCHAR'}'`,
  );
  const figures = read.map(({ name, type }) =>
    type === 'decimal' ? `sum("${name}")` : `max("${name}")`,
  );
  await engine.rows(
    `SELECT ${figures.join(', ')} FROM read_csv($1, delim = ',', quote = '"', escape = '"', header = true,
      auto_detect = false, columns = {${columns.join(', ')}})`,
    [file],
  );
}
