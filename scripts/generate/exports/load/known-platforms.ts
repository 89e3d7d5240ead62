import type { Engine } from '#generate/warehouse/engine.ts';

/** Platforms that brought orders, and returns, of identified customers. */
export interface KnownPlatforms {
  orders: string[];
  returns: string[];
}

/** Platforms with an order whose buyer is identified; marketplaces may have none. */
export async function platformsOfKnownBuyers(engine: Engine): Promise<string[]> {
  const rows = await engine.rows<{ source: string }>(
    'SELECT DISTINCT source FROM orders WHERE customer IS NOT NULL',
  );
  return rows.map(({ source }) => source);
}

/** How many of the returns loaded so far are of orders whose buyer is identified. */
export async function countKnownReturns(engine: Engine): Promise<number> {
  const [row] = await engine.rows<{ known: string }>(
    'SELECT count(*) AS known FROM returns JOIN orders USING (order_key) WHERE customer IS NOT NULL',
  );
  return Number(row?.known ?? 0);
}
