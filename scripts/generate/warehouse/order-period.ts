import type { Period } from '#core/schemas/identifiers.ts';
import type { Engine } from './engine.ts';

/** First and last day with an order in the shop's zone; null without any order. */
export async function orderPeriod(engine: Engine): Promise<Period | null> {
  const [row] = await engine.rows<{ first: string | null; last: string | null }>(
    'SELECT min(placed_on)::VARCHAR AS first, max(placed_on)::VARCHAR AS last FROM orders',
  );
  return row?.first && row.last ? { from: row.first, to: row.last } : null;
}
