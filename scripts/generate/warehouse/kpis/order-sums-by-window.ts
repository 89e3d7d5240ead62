import type { OrderSums } from '#core/kpis/order-sums.ts';
import type { Engine, Row } from '../engine.ts';

/** Purchases and their money by window; squares and products of cents for the interval of the return rate. */
const ORDER_SUMS_BY_WINDOW = `
SELECT
  w.id,
  count(*) FILTER (o.is_purchase) AS orders,
  count(DISTINCT o.person) FILTER (o.is_purchase)
    + count(*) FILTER (o.is_purchase AND o.person IS NULL) AS people,
  coalesce(sum(o.paid), 0) AS paid,
  coalesce(sum(o.returned) FILTER (o.is_purchase), 0) AS returned,
  coalesce(sum(o.returned) FILTER (NOT o.is_purchase), 0) AS credited,
  coalesce(sum(o.paid_cents), 0) AS paid_cents,
  coalesce(sum(o.returned_cents) FILTER (o.is_purchase), 0) AS returned_cents,
  coalesce(sum(CAST(o.paid_cents AS HUGEINT) * o.paid_cents), 0) AS paid_cents_squared,
  coalesce(sum(CAST(o.returned_cents AS HUGEINT) * o.returned_cents) FILTER (o.is_purchase), 0)
    AS returned_cents_squared,
  coalesce(sum(CAST(o.paid_cents AS HUGEINT) * o.returned_cents) FILTER (o.is_purchase), 0)
    AS paid_times_returned_cents
FROM kpi_windows w
LEFT JOIN kpi_orders o ON o.placed_on >= w.from_day AND o.placed_on <= w.to_day
WHERE w.kind = $1
GROUP BY w.id
ORDER BY w.id`;

/** What was bought and sent back in each window of the kind. */
export async function orderSumsByWindow(
  engine: Engine,
  kind: string,
): Promise<Map<string, OrderSums>> {
  const rows = await engine.rows(ORDER_SUMS_BY_WINDOW, [kind]);
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
    paidCentsSquared: Number(row['paid_cents_squared']),
    returnedCentsSquared: Number(row['returned_cents_squared']),
    paidTimesReturnedCents: Number(row['paid_times_returned_cents']),
  };
}
