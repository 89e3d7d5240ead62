import type { KpiWindow } from '#core/kpis/kpi-windows.ts';
import type { OrderSums } from '#core/kpis/order-sums.ts';
import type { Engine, Row } from '../engine.ts';

/**
 * Purchases and their money from the day $1 to $2. Squares and products, for intervals, are of what each person bought in it:
 * orders of one customer are alike. A purchase of nobody known is a person of its own. A statement a window: to group the
 * people of all windows at once takes nearly twice as long.
 */
const ORDER_SUMS = `
WITH of_people AS (
  SELECT
    count(*) FILTER (is_purchase) AS orders,
    sum(paid) AS paid,
    coalesce(sum(returned) FILTER (is_purchase), 0) AS returned,
    coalesce(sum(returned) FILTER (NOT is_purchase), 0) AS credited,
    CAST(sum(paid_cents) AS HUGEINT) AS paid_cents,
    CAST(coalesce(sum(returned_cents) FILTER (is_purchase), 0) AS HUGEINT) AS returned_cents
  FROM kpi_orders
  WHERE placed_on >= CAST($1 AS DATE) AND placed_on <= CAST($2 AS DATE) AND (CAST($3 AS BOOLEAN) IS NULL OR returns_known = $3)
  GROUP BY coalesce(person, -1 - rowid)
)
SELECT
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
FROM of_people`;

/**
 * What was bought and sent back in each window.
 *
 * @param areReturnsTold only orders of senders whose returns some export tells, or only the others; all by default
 */
export async function orderSumsByWindow(
  engine: Engine,
  windows: readonly KpiWindow[],
  areReturnsTold: boolean | null = null,
): Promise<Map<string, OrderSums>> {
  const sums = new Map<string, OrderSums>();
  for (const { id, from, to } of windows) {
    const [row = {}] = await engine.rows(ORDER_SUMS, [from, to, areReturnsTold]);
    sums.set(id, orderSums(row));
  }
  return sums;
}

function orderSums(row: Row): OrderSums {
  // A sum of nothing is null.
  const sum = (name: string): number => Number(row[name] ?? 0);
  return {
    orders: sum('orders'),
    people: sum('people'),
    paid: sum('paid'),
    returned: sum('returned'),
    credited: sum('credited'),
    paidCents: sum('paid_cents'),
    returnedCents: sum('returned_cents'),
    ordersSquared: sum('orders_squared'),
    paidCentsSquared: sum('paid_cents_squared'),
    returnedCentsSquared: sum('returned_cents_squared'),
    paidTimesReturnedCents: sum('paid_times_returned_cents'),
    ordersTimesPaidCents: sum('orders_times_paid_cents'),
  };
}
