/**
 * Sums over the purchases of one window; money in major units. Squares and products are of what each person bought in it,
 * in cents, an unidentified purchase alone.
 */
export interface OrderSums {
  /** Purchases. */
  orders: number;
  /** Identified customers, and each unidentified purchase as a person of its own. */
  people: number;
  /** Product value after discounts, without tax and shipping, before returns. */
  paid: number;
  /** What came back of these purchases. */
  returned: number;
  /** Credit notes dated in the window: documents that only take back. */
  credited: number;
  paidCents: number;
  returnedCents: number;
  ordersSquared: number;
  paidCentsSquared: number;
  returnedCentsSquared: number;
  paidTimesReturnedCents: number;
  ordersTimesPaidCents: number;
}

export const NO_ORDERS = 'No orders in this period';
