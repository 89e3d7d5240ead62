import type { Engine, Row } from '../engine.ts';

/**
 * What is known of what was sent back: `known`; `unmatched`, where there are returns and none is of an order in the
 * exports; `unknown`, where no export says anything.
 */
export interface ReturnsKnowledge {
  state: 'known' | 'unmatched' | 'unknown';
  /** Orders of which nothing says whether any came back, as a marketplace's without its returns. */
  silent: SilentOrders[];
}

/** The orders of a source, or those of them that one sender sent. */
export interface SilentOrders extends Row {
  source: string;
  sender: string | null;
  /** Nothing is known of any order of the source. */
  isWhole: boolean;
  /** Of the value of all things sold. */
  share: number;
}

const FOUND = `
SELECT
  EXISTS (FROM returns) AS returns,
  EXISTS (FROM returns WHERE order_key IS NOT NULL) AS matched,
  EXISTS (FROM orders WHERE refund IS NOT NULL) AS refunds_stated,
  EXISTS (FROM orders WHERE refund > 0) AS refunded`;

/** SQL: sources, by who sent the orders, that state refunds, whose lines take back, or of which some return is. */
export const SENDERS_WITH_RETURNS = `
SELECT DISTINCT source, sender FROM orders
WHERE refund IS NOT NULL
  OR order_key IN (SELECT order_key FROM returns WHERE order_key IS NOT NULL)
  OR order_id IN (SELECT order_id FROM order_lines WHERE quantity < 0)`;

const SILENT = `
WITH told AS (${SENDERS_WITH_RETURNS}),
silent AS (
  SELECT source, sender, sum(gross) FILTER (NOT cancelled) AS sold
  FROM orders ANTI JOIN told USING (source, sender) GROUP BY source, sender
)
SELECT source, CASE WHEN count(*) = 1 THEN nullif(min(sender), '') END AS sender,
  source NOT IN (SELECT source FROM told) AS "isWhole",
  coalesce(sum(sold) / (SELECT nullif(sum(gross), 0) FROM orders WHERE NOT cancelled), 0) AS share
FROM silent GROUP BY source ORDER BY source`;

/**
 * Whether any export says what was sent back of the orders: without it, a return rate of 0 would be a lie. Refunds of 0
 * say that nothing was, unless there are returns that find no order.
 */
export async function returnsKnowledge(engine: Engine): Promise<ReturnsKnowledge> {
  const [found] = await engine.rows<Record<string, boolean>>(FOUND);
  const is = (what: string): boolean => found?.[what] === true;
  return {
    state:
      is('matched') || is('refunded') || (is('refunds_stated') && !is('returns'))
        ? 'known'
        : is('returns')
          ? 'unmatched'
          : 'unknown',
    silent: await engine.rows<SilentOrders>(SILENT),
  };
}
