import type { Engine } from './engine.ts';

/**
 * Table `order_sums`: what the lines of each order come to, one row an order with lines. Adding up all lines takes longer than
 * anything that is then asked of the sums, so totals, KPIs and Portraits share the table: whoever is first makes it.
 *
 * Money is that of products, without tax. `items` are the products' pieces, null for an order whose things no export
 * names; `product_lines` counts lines of products that were bought, `taken_back` is what other lines of products give back.
 */
export async function createOrderSums(engine: Engine): Promise<void> {
  await engine.run(ORDER_SUMS);
}

const ORDER_SUMS = `
CREATE TEMP TABLE IF NOT EXISTS order_sums AS
SELECT order_id,
       bool_or(quantity > 0) AS bought,
       bool_or(is_product) AS names_product,
       count(*) FILTER (is_product AND quantity > 0) AS product_lines,
       CAST(sum(quantity) FILTER (is_product AND quantity > 0 AND NOT whole_order) AS DECIMAL(18,4)) AS items,
       CAST(coalesce(sum(net) FILTER (is_product AND quantity >= 0), 0) AS DECIMAL(28,8)) AS paid,
       CAST(coalesce(sum(net_discount) FILTER (is_product AND quantity >= 0), 0) AS DECIMAL(28,8)) AS discount,
       CAST(-coalesce(sum(net + net_discount) FILTER (is_product AND quantity < 0), 0) AS DECIMAL(28,8)) AS taken_back
FROM order_lines
GROUP BY order_id`;
