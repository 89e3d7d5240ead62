/** A Portrait's customers and orders, and what may be told of how many came back. */
export interface CountedOrders {
  customers: number;
  orders: number;
  repeatCustomers: number;
  /** Nothing is told of how many came back: they are a handful, or would give one away. */
  isWithheld: boolean;
}

/**
 * Told orders – how many orders the figures of a Portrait may be made of, where a handful came back: every order more than
 * there are customers is one of theirs, and what was paid ÷ an average order is the number of orders.
 * Definition: of a handful, the middle of the step of 2 × floor in which their number lies, counted from one for each
 * customer on; the largest other Portrait whose share is withheld takes the difference, so that all orders less those of
 * everybody else tell no more, as far as it has one for each customer. Nobody can then say more than the step. Others: as they are.
 * Source: controlled tabular adjustment (Hundepool et al., 2012, Statistical Disclosure Control, chapter 4).
 * Empty case: without Portraits none.
 *
 * @example toldOrders([{ customers: 49, orders: 52, repeatCustomers: 2, isWithheld: true }], 10) // => [59]
 */
export function toldOrders(portraits: readonly CountedOrders[], floor: number): number[] {
  const step = 2 * floor;
  const isFew = ({ repeatCustomers }: CountedOrders): boolean =>
    repeatCustomers > 0 && repeatCustomers < floor;
  const told = portraits.map((one) =>
    isFew(one)
      ? one.customers + step * (Math.ceil((one.orders - one.customers) / step) - 0.5)
      : one.orders,
  );
  const moved = told.reduce((sum, orders, at) => sum + orders - (portraits[at]?.orders ?? 0), 0);
  const others = portraits.filter((one) => one.isWithheld && !isFew(one));
  const largest = others.toSorted((a, b) => b.orders - a.orders)[0];
  return told.map((orders, at) =>
    largest !== undefined && portraits[at] === largest
      ? Math.max(largest.customers, orders - moved)
      : orders,
  );
}
