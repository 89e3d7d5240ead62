/** The order number in a cell, as order_numbers holds it: "#1001" and "'1001" are 1001. */
export function orderNumber(cell: string): string {
  return `trim(ltrim(${cell}, '#'''))`;
}

const UNIQUE = 'GROUP BY number HAVING min(order_key) = max(order_key)';

/**
 * SQL that joins the order a row names, as "order_key"; null where none or several have the number. A platform
 * with orders of its own means its own numbers, inner ones first; any other tool means a number that people know.
 *
 * @param rows a query with a column "order"
 * @param source the place ($1) that the platform's name is bound to
 */
export function withOrders(rows: string, source: string): string {
  const own = `FROM order_numbers WHERE source = ${source}`;
  return `(
    SELECT r.*, coalesce(k.order_key, n.order_key, o.order_key) AS order_key FROM (${rows}) r
    LEFT JOIN (SELECT number, min(order_key) AS order_key ${own} AND is_key ${UNIQUE}) k
      ON k.number = ${orderNumber('r."order"')}
    LEFT JOIN (SELECT number, min(order_key) AS order_key ${own} ${UNIQUE}) n
      ON n.number = ${orderNumber('r."order"')}
    LEFT JOIN (
      SELECT number, min(order_key) AS order_key FROM order_numbers
      WHERE NOT is_inner AND NOT EXISTS (SELECT 1 ${own}) ${UNIQUE}
    ) o ON o.number = ${orderNumber('r."order"')}
  )`;
}
