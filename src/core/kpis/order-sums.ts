/** Sums over the purchases of one window; money in major units, squares and products in cents. */
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
  paidCentsSquared: number;
  returnedCentsSquared: number;
  paidTimesReturnedCents: number;
}

export const NO_ORDERS = 'No orders in this period';
