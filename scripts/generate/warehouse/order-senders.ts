import type { Row } from './engine.ts';

/** A source of orders, and who of it sent them; the empty text where nobody says. */
export interface OrderSender extends Row {
  source: string;
  sender: string;
}

/**
 * SQL: whether an order `o` was sent by one of these. Each order is compared with a few texts, which takes a fraction of joining
 * millions by texts.
 *
 * @param bind keeps a value for the statement and gives its placeholder
 */
export function isSentBy(senders: readonly OrderSender[], bind: (value: string) => string): string {
  const conditions = senders.map(
    ({ source, sender }) => `o.source = ${bind(source)} AND o.sender = ${bind(sender)}`,
  );
  return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
}
