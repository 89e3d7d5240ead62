import type { OrderSums } from '#core/kpis/order-sums.ts';

/** Twenty purchases of twenty people worth 900, of which 90 came back; a test changes one thing. */
export function orderSumsOf(change: Partial<OrderSums> = {}): OrderSums {
  return Object.freeze({
    orders: 20,
    people: 20,
    paid: 900,
    returned: 90,
    credited: 10,
    paidCents: 90_000,
    returnedCents: 9000,
    ordersSquared: 20,
    paidCentsSquared: 410_000_000,
    returnedCentsSquared: 41_000_000,
    paidTimesReturnedCents: 41_000_000,
    ordersTimesPaidCents: 90_000,
    ...change,
  });
}
