import { buildCatalogue } from './catalogue.ts';
import { dayOf, monthStart } from './calendar.ts';
import { CUSTOMER_KINDS, type CustomerKind } from './customer-kinds.ts';
import { inventPerson } from './people.ts';
import { Random } from './random.ts';
import type { SampleCustomer, SampleOrder } from './sample-order.ts';
import { simulateOrders, simulateWalkIn, type Season } from './simulate-orders.ts';

/** 49 months with the newest: four whole years and the month that begins them. */
const MONTHS_BEFORE_NEWEST = 48;
const FIRST_ORDER_NUMBER = 1001;
/** Purchases without any address, for each customer with one. */
const WALK_INS_PER_CUSTOMER = 0.08;

export interface Shop extends Season {
  seed: number;
  customers: SampleCustomer[];
  /** By time; numbered in that order. */
  orders: SampleOrder[];
}

/** Four years of the invented shop, in memory. */
export function simulateShop(seed: number, customerCount: number, newestDay: string): Shop {
  const newest = dayOf(newestDay);
  const from = monthStart(newest, MONTHS_BEFORE_NEWEST);
  const season = { from, newest, catalogue: buildCatalogue(seed) };
  const root = new Random(seed);
  const customers: SampleCustomer[] = [];
  const orders: SampleOrder[] = [];
  // Nothing about a customer's number tells the kind.
  for (const kind of root.fork('order of kinds').shuffled(kindsOf(customerCount))) {
    const random = root.fork(`customer ${String(customers.length)}`);
    const person = inventPerson(random, customers.length);
    const customer = { person, kind, acceptsMarketing: random.chance(0.72) };
    customers.push(customer);
    orders.push(...simulateOrders(random, customer, season));
  }
  orders.push(...walkIns(root.fork('walk-ins'), customers, season));
  // Of two orders in one second the earlier customer comes first: sort() is stable.
  orders.sort((a, b) => a.day - b.day || a.second - b.second);
  orders.forEach((order, index) => {
    order.number = FIRST_ORDER_NUMBER + index;
  });
  return { seed, ...season, customers, orders };
}

/** So many customers of each kind as its share says; the largest kind takes what rounding leaves. */
function kindsOf(customerCount: number): CustomerKind[] {
  const kinds = CUSTOMER_KINDS.flatMap((kind) =>
    Array.from({ length: Math.floor(kind.share * customerCount) }, () => kind),
  );
  const largest = CUSTOMER_KINDS.reduce((a, b) => (b.share > a.share ? b : a));
  while (kinds.length < customerCount) kinds.push(largest);
  return kinds;
}

function walkIns(
  random: Random,
  customers: readonly SampleCustomer[],
  season: Season,
): SampleOrder[] {
  const { from, newest } = season;
  const count = Math.max(1, Math.round(customers.length * WALK_INS_PER_CUSTOMER));
  return Array.from({ length: count }, (_, index) => {
    const like = random.pick(customers);
    // The first one makes sure that the newest day has an order, however small the sample is.
    const day = index === 0 ? newest : random.integer(from, newest);
    return simulateWalkIn(random, like, day, season);
  });
}
