import type { Engine } from '#generate/warehouse/engine.ts';
import { shopifyOrders } from '#generate/exports/adapters/shopify-orders.ts';
import { SHOPIFY_COLUMNS } from '#sample/shopify-columns.ts';

/**
 * The engine's bare typed scan plus aggregate of a file in Shopify's format: the columns that the adapter reads, cast
 * by the engine's own reader, and one figure of each. Nothing is checked, matched, grouped or kept.
 */
export async function scanShopifyLines(engine: Engine, file: string): Promise<void> {
  const { rows, decimals, texts } = shopifyRows();
  const figures = [
    ...decimals.map((name) => `sum("${name}")`),
    ...texts.map((name) => `max("${name}")`),
  ];
  await engine.rows(`SELECT ${figures.join(', ')} FROM ${rows}`, [file]);
}

/**
 * The same columns added up by order: a row an order with the sum of each number and any one of each text, which is the least
 * that a reader of orders has to make of lines. Nothing is checked, matched or joined.
 */
export async function addUpShopifyOrders(engine: Engine, file: string): Promise<void> {
  const { rows, decimals, texts } = shopifyRows();
  const figures = [
    ...decimals.map((name) => `sum("${name}") AS "${name}"`),
    ...texts.map((name) => `any_value("${name}") AS "${name}"`),
  ];
  await engine.run(
    `CREATE TABLE added_up AS SELECT ${figures.join(', ')} FROM ${rows} GROUP BY "Name"`,
    [file],
  );
}

/** SQL of the rows of the file $1, and the columns that the adapter reads of it. */
function shopifyRows(): { rows: string; decimals: string[]; texts: string[] } {
  const read = Object.values(shopifyOrders.columns).flatMap(({ headers: names, type }) =>
    names
      .filter((name) => SHOPIFY_COLUMNS.includes(name))
      .map((name) => ({ name, isDecimal: type === 'decimal' })),
  );
  const decimals = read.filter(({ isDecimal }) => isDecimal).map(({ name }) => name);
  const columns = SHOPIFY_COLUMNS.map(
    (name) => `'${name}': '${decimals.includes(name) ? 'DECIMAL(18,4)' : 'VARCHAR'}'`,
  );
  return {
    rows: `read_csv($1, delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, columns = {${columns.join(', ')}})`,
    decimals,
    texts: read.filter(({ isDecimal }) => !isDecimal).map(({ name }) => name),
  };
}
