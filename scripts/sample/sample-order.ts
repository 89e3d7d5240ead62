import type { Product } from './catalogue.ts';
import type { Day } from './calendar.ts';
import type { Channel, CustomerKind } from './customer-kinds.ts';
import type { Person } from './people.ts';

export interface SampleCustomer {
  person: Person;
  kind: CustomerKind;
  acceptsMarketing: boolean;
}

export interface SampleLine {
  /** Null for wrapping and hemming: services, not goods. */
  product: Product | null;
  sku: string;
  name: string;
  vendor: string;
  /** Cents. */
  price: number;
  /** Cents, or null: never sold dearer. */
  compareAtPrice: number | null;
  quantity: number;
  /** Cents taken off this line by the till; not part of the order's discount. */
  discount: number;
}

export interface SampleReturn {
  line: SampleLine;
  quantity: number;
  /** Cents after discounts, before tax. */
  value: number;
  returnedOn: Day;
  reason: string;
  outcome: 'refund' | 'exchange' | 'store credit';
}

/** How a parcel went; orders taken home from the store have none. */
export interface Delivery {
  shippedOn: Day;
  promisedOn: Day;
  deliveredOn: Day;
  carrier: string;
  late: boolean;
}

export interface SampleOrder {
  /** Counted in the order of time once all are known: #1001, #1002 … */
  number: number;
  /** Null: paid in the store by somebody who left no address. */
  customer: SampleCustomer | null;
  day: Day;
  /** Seconds since midnight, shop time. */
  second: number;
  channel: Channel;
  guest: boolean;
  lines: SampleLine[];
  gift: { wrapped: boolean; note: string | null } | null;
  discountCode: string;
  /**
   * Cents, after discounts: subtotal = lines − line discounts − discount; total = subtotal + shipping + taxes, unless
   * the taxes are inside the prices.
   */
  money: {
    discount: number;
    subtotal: number;
    shipping: number;
    taxes: readonly { name: string; value: number }[];
    taxInside: boolean;
    total: number;
  };
  cancelledOn: Day | null;
  delivery: Delivery | null;
  /** What was wrong in the parcel when it left, whether or not anybody checked. */
  packingProblem: string | null;
  returns: SampleReturn[];
}

export function orderName(order: SampleOrder): string {
  return `#${String(order.number)}`;
}

/** The orders of each known customer, by e-mail, in their order. */
export function ordersByEmail(orders: readonly SampleOrder[]): Map<string, SampleOrder[]> {
  const known = orders.filter(({ customer }) => customer !== null);
  return Map.groupBy(known, ({ customer }) => customer?.person.email ?? '');
}

/** Whether the order had been cancelled when that day ended. */
export function isCancelledBy(order: SampleOrder, day: Day): boolean {
  return order.cancelledOn !== null && order.cancelledOn <= day;
}

/** What went wrong between the click and the unpacking, as the customer sees it. */
export function hadProblem(order: SampleOrder): boolean {
  return order.packingProblem !== null || (order.delivery?.late ?? false);
}
