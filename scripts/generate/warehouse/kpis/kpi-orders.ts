import { inCents } from '../money-sql.ts';
import { SENDERS_WITH_RETURNS } from './returns-knowledge.ts';

/**
 * One row for each purchase and each credit note up to as-of (bound). A purchase is an order that was not cancelled
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
export const KPI_ORDERS = `
CREATE OR REPLACE TEMP TABLE kpi_orders AS
WITH product_lines AS (
  SELECT
    order_id,
    count(*) FILTER (quantity > 0) AS bought,
    sum(CASE WHEN quantity < 0 THEN 0 ELSE net END) AS paid,
    sum(CASE WHEN quantity < 0 THEN -(net + net_discount) ELSE 0 END) AS taken_back
  FROM order_lines
  WHERE is_product
  GROUP BY order_id
),
returned_goods AS (
  SELECT order_key, sum(value) AS value
  FROM returns
  WHERE order_key IS NOT NULL AND value IS NOT NULL AND returned_on <= CAST($1 AS DATE)
  GROUP BY order_key
),
product_money AS (
  SELECT
    o.customer_id AS person,
    o.placed_on,
    NOT o.cancelled AND l.bought > 0 AS is_purchase,
    l.taken_back,
    o.total,
    o.refund,
    told.source IS NOT NULL AS returns_known,
    r.value AS returned_goods,
    CAST(l.paid AS DECIMAL(28,8)) AS paid
  FROM orders o
  JOIN product_lines l ON l.order_id = o.order_id
  LEFT JOIN returned_goods r ON r.order_key = o.order_key
  LEFT JOIN (${SENDERS_WITH_RETURNS}) told ON told.source = o.source AND told.sender = o.sender
  WHERE o.placed_on <= CAST($1 AS DATE) AND (NOT o.cancelled OR l.bought = 0)
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
  CAST((paid - returned) * 100000000 AS BIGINT) AS net_units
FROM money
WHERE is_purchase OR returned <> 0`;
