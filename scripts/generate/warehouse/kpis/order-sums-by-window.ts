import type { OrderSums } from '#core/kpis/order-sums.ts';
import type { Engine, Row } from '../engine.ts';

/**
 * Purchases and their money by window. Squares and products, for intervals, are of what each person bought in it: orders
 * of one customer are alike. A purchase of nobody known is a person of its own.
 */
const ORDER_SUMS_BY_WINDOW = `
WITH of_people AS (
  SELECT
    w.id,
    count(*) FILTER (o.is_purchase) AS orders,
    coalesce(sum(o.paid), 0) AS paid,
    coalesce(sum(o.returned) FILTER (o.is_purchase), 0) AS returned,
    coalesce(sum(o.returned) FILTER (NOT o.is_purchase), 0) AS credited,
    CAST(coalesce(sum(o.paid_cents), 0) AS HUGEINT) AS paid_cents,
    CAST(coalesce(sum(o.returned_cents) FILTER (o.is_purchase), 0) AS HUGEINT) AS returned_cents
  FROM kpi_windows w
  LEFT JOIN kpi_orders o ON o.placed_on >= w.from_day AND o.placed_on <= w.to_day AND (CAST($2 AS BOOLEAN) IS NULL OR o.returns_known = $2)
  WHERE w.kind = $1
  GROUP BY w.id, coalesce(o.person, -1 - o.rowid)
)
SELECT
  id,
  sum(orders) AS orders,
  count(*) FILTER (orders > 0) AS people,
  sum(paid) AS paid,
  sum(returned) AS returned,
  sum(credited) AS credited,
  sum(paid_cents) AS paid_cents,
  sum(returned_cents) AS returned_cents,
  sum(orders * orders) AS orders_squared,
  sum(paid_cents * paid_cents) AS paid_cents_squared,
  sum(returned_cents * returned_cents) AS returned_cents_squared,
  sum(paid_cents * returned_cents) AS paid_times_returned_cents,
  sum(orders * paid_cents) AS orders_times_paid_cents
FROM of_people
GROUP BY id
ORDER BY id`;

/**
 * What was bought and sent back in each window of the kind.
 *
 * @param areReturnsTold only orders of senders whose returns some export tells, or only the others; all by default
 */
export async function orderSumsByWindow(
  engine: Engine,
  kind: string,
  areReturnsTold: boolean | null = null,
): Promise<Map<string, OrderSums>> {
  const rows = await engine.rows(ORDER_SUMS_BY_WINDOW, [kind, areReturnsTold]);
  return new Map(rows.map((row) => [String(row['id']), orderSums(row)]));
}

function orderSums(row: Row): OrderSums {
  return {
    orders: Number(row['orders']),
    people: Number(row['people']),
    paid: Number(row['paid']),
    returned: Number(row['returned']),
    credited: Number(row['credited']),
    paidCents: Number(row['paid_cents']),
    returnedCents: Number(row['returned_cents']),
    ordersSquared: Number(row['orders_squared']),
    paidCentsSquared: Number(row['paid_cents_squared']),
    returnedCentsSquared: Number(row['returned_cents_squared']),
    paidTimesReturnedCents: Number(row['paid_times_returned_cents']),
    ordersTimesPaidCents: Number(row['orders_times_paid_cents']),
  };
}
