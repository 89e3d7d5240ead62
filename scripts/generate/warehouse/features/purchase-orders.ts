import type { Engine, Parameter } from '../engine.ts';
import { shortened } from '../money-sql.ts';
import { isSentBy, type OrderSender } from '../order-senders.ts';
import { createOrderSums } from '../order-sums.ts';

/**
 * Table `buyers`: identified customers with a purchase, numbered by their digest. Everything after it works with the
 * number, so that neither the local secret nor row order can matter.
 * Table `purchase_orders`: one row a purchase – an order that was not cancelled, of an identified customer, up to
 * as-of, with at least one product line of a quantity above zero. `paid` is what its products cost after discounts,
 * before returns, without postage and tax, and `discount` what was taken off; `items` is null for an order whose things
 * no export names, `returned_items` also where no export tells what came back of orders of its source and sender, or of orders
 * after its newest return. Table `order_returns`: what came back of known orders, whenever it did.
 */
export async function createPurchaseOrders(engine: Engine, asOf: string): Promise<void> {
  await createOrderSums(engine);
  await engine.run(ORDER_RETURNS);
  const returned = await engine.rows<ReturnedSender>(RETURNED_SENDERS, [asOf]);
  const parameters: Parameter[] = [asOf];
  const bind = (value: string): string => `$${parameters.push(value)}`;
  const isReturned = isSentBy(
    returned.filter(({ until }) => until === null),
    bind,
  );
  const wasReturned = returned.flatMap((sender) =>
    sender.until === null
      ? []
      : [`${isSentBy([sender], bind)} AND o.placed_on <= CAST(${bind(sender.until)} AS DATE)`],
  );
  await engine.run(purchased([isReturned, ...wasReturned].join(' OR ')), parameters);
  await engine.run(BUYERS);
  await engine.run(PURCHASES, [asOf]);
  await engine.run('DROP TABLE purchased');
}

/**
 * SQL: a sum of one order or buyer, of money or pieces, in 64 bits, to four decimals – the engine adds these up several
 * times as fast as those of 128 bits. Only one converted from another currency has more decimals to lose.
 */
export function in64Bits(sum: string): string {
  return shortened(sum, 4);
}

/** SQL: a sum of amounts that are in 64 bits, which is so again. */
export function sumOf(column: string, only?: string): string {
  return `CAST(sum(${column})${only === undefined ? '' : ` FILTER (WHERE ${only})`} AS DECIMAL(18, 4))`;
}

/** Looked up by the orders' names once, here. */
const ORDER_RETURNS = `
CREATE OR REPLACE TEMP TABLE order_returns AS
SELECT o.order_id, r.quantity, r.returned_on, r.reason, r.outcome
FROM returns r JOIN orders o USING (order_key)`;

/** So long nothing is missed, `sourceFreshness`. */
const USUAL_DAYS = 31;
/** Returns that come by chance are silent for so many times their mean distance once in a hundred times: ln 100. */
const LONG_SILENCE = 4.6;
/** Fewer, and nobody knows how far apart they lie. */
const FEWEST_RETURNS = 10;

/** Of whose orders some return is known; where returns end before as-of, until which day. */
interface ReturnedSender extends OrderSender {
  until: string | null;
}

/**
 * Sources, by who sent the orders, of which some return is: of the others nobody says what came back. Without returns all are
 * alike. Where they are silent for longer than chance would have it (Poisson), the export ends with the newest.
 */
const RETURNED_SENDERS = `
WITH returned AS (
  SELECT source, sender, count(*) AS returns, min(returned_on) AS first_on, max(returned_on) AS last_on
  FROM orders JOIN order_returns USING (order_id)
  GROUP BY source, sender
)
SELECT source, sender,
       CASE WHEN returns >= ${FEWEST_RETURNS}
           AND CAST($1 AS DATE) - last_on > greatest(${USUAL_DAYS}, ${LONG_SILENCE} * (last_on - first_on) / (returns - 1))
         THEN CAST(last_on AS VARCHAR) END AS until
FROM (SELECT DISTINCT source, sender FROM orders) LEFT JOIN returned USING (source, sender)
WHERE last_on IS NOT NULL OR NOT EXISTS (FROM order_returns)
ORDER BY source, sender`;

/** Orders that are a purchase, up to the day $1, with what their products cost. */
const purchased = (returnsKnown: string): string => `
CREATE OR REPLACE TEMP TABLE purchased AS
SELECT o.customer_id, o.order_id, (${returnsKnown}) AS returns_known, o.placed_on, o.channel, o.gift,
       o.discount_code IS NOT NULL OR coalesce(o.discount, 0) > 0 OR s.discount > 0 AS discounted,
       s.items, ${in64Bits('s.paid')} AS paid, ${in64Bits('s.discount')} AS discount
FROM orders o
JOIN order_sums s ON s.order_id = o.order_id AND s.product_lines > 0
WHERE o.customer_id IS NOT NULL AND NOT o.cancelled AND o.placed_on <= CAST($1 AS DATE)`;

const BUYERS = `
CREATE OR REPLACE TEMP TABLE buyers AS
SELECT c.customer, n.customer_id, n.buyer
FROM (
  -- Their keys are looked up afterwards: sorting them along takes longer.
  SELECT customer_id, CAST(row_number() OVER (ORDER BY digest, customer_id) AS INTEGER) AS buyer
  FROM customers
  WHERE customer_id IN (SELECT customer_id FROM purchased)
) n
JOIN customers c USING (customer_id)`;

/** What tools write of a return for which something else was sent. */
const EXCHANGE = 'exchang|tausch|échang|cambio|omruil|swap';

/** What came back of each order up to the day $1. */
const RETURNS = `
SELECT order_id, sum(quantity) AS items,
       sum(quantity) FILTER (WHERE regexp_matches(lower(outcome), '${EXCHANGE}')) AS exchanged
FROM order_returns
WHERE returned_on <= CAST($1 AS DATE)
GROUP BY order_id`;

/** Never more than was bought, and so in 64 bits like it; null where nobody says. */
const atMostBought = (items: string): string =>
  `CAST(CASE WHEN o.items IS NOT NULL AND o.returns_known THEN least(o.items, coalesce(${items}, 0)) END AS DECIMAL(18, 4))`;
const RETURNED = atMostBought('r.items');
const EXCHANGED = atMostBought('r.exchanged');

/** Purchases of the table, of the buyers in the other table, as they were known at the end of the day $1. */
export const earlierPurchases = (table: string, buyers: string): string => `
SELECT o.* REPLACE (${RETURNED} AS returned_items, ${EXCHANGED} AS exchanged_items)
FROM ${table} o
LEFT JOIN (${RETURNS}) r USING (order_id)
WHERE o.placed_on <= CAST($1 AS DATE) AND o.buyer IN (SELECT buyer FROM ${buyers})`;

const PURCHASES = `
CREATE OR REPLACE TEMP TABLE purchase_orders AS
SELECT b.buyer, o.* EXCLUDE (customer_id), ${RETURNED} AS returned_items, ${EXCHANGED} AS exchanged_items
FROM purchased o
JOIN buyers b USING (customer_id)
LEFT JOIN (${RETURNS}) r USING (order_id)`;
