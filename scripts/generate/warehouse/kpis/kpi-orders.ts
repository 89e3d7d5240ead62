import type { Engine, Parameter } from '../engine.ts';
import { inCents, inHundredMillionths } from '../money-sql.ts';
import { isSentBy, type OrderSender } from '../order-senders.ts';
import { createOrderSums } from '../order-sums.ts';
import { SENDERS_WITH_RETURNS } from './returns-knowledge.ts';

/**
 * Table `kpi_orders`: one row for each purchase and each credit note up to as-of. A purchase is an order that was not cancelled
 * and holds a product; a credit note is a document whose product lines only take back, cancelled or not.
 *
 * Money is that of products alone, without tax (`net` of the lines); of a refund that also covers tax and shipping the
 * share of the products is kept, a quotient within one row, rounded to eight places before anything is added up.
 * Returns beyond what was paid are cut off, so that no order is worth less than nothing.
 *
 * `returns_known` says that some export tells what came back of orders of its source and sender: a return rate is of these alone.
 *
 * `person` is the customer's number of this run: counting and joining millions of 64-character keys takes several
 * times as long. `net_units` is the net in hundred-millionths, for sums over whole numbers.
 */
export async function createKpiOrders(engine: Engine, asOf: string): Promise<void> {
  await createOrderSums(engine);
  const told = await engine.rows<OrderSender>(SENDERS_WITH_RETURNS);
  const parameters: Parameter[] = [asOf];
  const isTold = isSentBy(told, (value) => `$${parameters.push(value)}`);
  await engine.run(kpiOrders(isTold), parameters);
}

const kpiOrders = (returnsKnown: string): string => `
CREATE OR REPLACE TEMP TABLE kpi_orders AS
WITH returned_goods AS (
  SELECT order_key, sum(value) AS value
  FROM returns
  WHERE order_key IS NOT NULL AND value IS NOT NULL AND returned_on <= CAST($1 AS DATE)
  GROUP BY order_key
),
product_money AS (
  SELECT
    o.customer_id AS person,
    o.placed_on,
    NOT o.cancelled AND s.product_lines > 0 AS is_purchase,
    s.taken_back,
    o.total,
    o.refund,
    ${returnsKnown} AS returns_known,
    r.value AS returned_goods,
    s.paid
  FROM orders o
  JOIN order_sums s ON s.order_id = o.order_id
  LEFT JOIN returned_goods r ON r.order_key = o.order_key
  WHERE o.placed_on <= CAST($1 AS DATE) AND s.names_product AND (NOT o.cancelled OR s.product_lines = 0)
),
product_returns AS (
  SELECT
    person,
    placed_on,
    is_purchase,
    returns_known,
    CASE WHEN is_purchase THEN paid ELSE 0 END AS paid,
    taken_back,
    CASE
      WHEN NOT is_purchase THEN 0
      WHEN returned_goods IS NOT NULL THEN returned_goods
      WHEN refund > 0 AND total > 0 THEN CAST(paid * least(1.0, refund / total) AS DECIMAL(28,8))
      ELSE coalesce(refund, 0)
    END AS sent_back
  FROM product_money
),
money AS (
  SELECT
    person,
    placed_on,
    is_purchase,
    returns_known,
    CAST(paid AS DECIMAL(28,8)) AS paid,
    CAST(taken_back + greatest(0, least(paid - taken_back, sent_back)) AS DECIMAL(28,8)) AS returned
  FROM product_returns
)
SELECT
  person,
  placed_on,
  is_purchase,
  returns_known,
  paid,
  returned,
  ${inCents('paid')} AS paid_cents,
  ${inCents('returned')} AS returned_cents,
  ${inHundredMillionths('paid - returned')} AS net_units
FROM money
WHERE is_purchase OR returned <> 0`;
