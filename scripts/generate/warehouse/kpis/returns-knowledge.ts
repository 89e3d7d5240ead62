import type { Engine } from '../engine.ts';

/**
 * What is known of what was sent back: `known`; `unmatched`, where there are returns and none is of an order in the
 * exports; `unknown`, where no export says anything.
 */
export type ReturnsKnowledge = 'known' | 'unmatched' | 'unknown';

const FOUND = `
SELECT
  EXISTS (FROM returns) AS returns,
  EXISTS (FROM returns WHERE order_key IS NOT NULL) AS matched,
  EXISTS (FROM orders WHERE refund IS NOT NULL) AS refunds_stated,
  EXISTS (FROM orders WHERE refund > 0) AS refunded`;

/**
 * Whether any export says what was sent back of the orders: without it, a return rate of 0 would be a lie. Refunds of 0
 * say that nothing was, unless there are returns that find no order.
 */
export async function returnsKnowledge(engine: Engine): Promise<ReturnsKnowledge> {
  const [found] = await engine.rows<Record<string, boolean>>(FOUND);
  const is = (what: string): boolean => found?.[what] === true;
  if (is('matched') || is('refunded')) return 'known';
  if (is('returns')) return 'unmatched';
  return is('refunds_stated') ? 'known' : 'unknown';
}
