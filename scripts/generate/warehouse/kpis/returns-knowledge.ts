import type { Engine } from '../engine.ts';

/**
 * What is known of what was sent back: `known`; `unmatched`, where there are returns and none is of an order in the
 * exports; `unknown`, where no export says anything.
 */
export interface ReturnsKnowledge {
  state: 'known' | 'unmatched' | 'unknown';
  /** Sources of orders of which nothing says whether any came back, as a marketplace's without its returns. */
  silentSources: string[];
}

const FOUND = `
SELECT
  EXISTS (FROM returns) AS returns,
  EXISTS (FROM returns WHERE order_key IS NOT NULL) AS matched,
  EXISTS (FROM orders WHERE refund IS NOT NULL) AS refunds_stated,
  EXISTS (FROM orders WHERE refund > 0) AS refunded`;

/** SQL: sources that state refunds, whose lines take back, or of which some return is. */
export const SOURCES_WITH_RETURNS = `
SELECT DISTINCT source FROM orders
WHERE refund IS NOT NULL
  OR order_key IN (SELECT order_key FROM returns WHERE order_key IS NOT NULL)
  OR order_id IN (SELECT order_id FROM order_lines WHERE quantity < 0)`;

const SILENT = `
SELECT DISTINCT source FROM orders
WHERE source NOT IN (${SOURCES_WITH_RETURNS}) ORDER BY source`;

/**
 * Whether any export says what was sent back of the orders: without it, a return rate of 0 would be a lie. Refunds of 0
 * say that nothing was, unless there are returns that find no order.
 */
export async function returnsKnowledge(engine: Engine): Promise<ReturnsKnowledge> {
  const [found] = await engine.rows<Record<string, boolean>>(FOUND);
  const is = (what: string): boolean => found?.[what] === true;
  const silent = await engine.rows<{ source: string }>(SILENT);
  return {
    state:
      is('matched') || is('refunded') || (is('refunds_stated') && !is('returns'))
        ? 'known'
        : is('returns')
          ? 'unmatched'
          : 'unknown',
    silentSources: silent.map(({ source }) => source),
  };
}
