import { CUSTOMER_KINDS, type CustomerKind } from './customer-kinds.ts';
import { PREMIUM_DENIM } from './product-ranges.ts';
import { ordersByEmail, type SampleOrder } from './sample-order.ts';
import type { Shop } from './simulate-shop.ts';

/** How one kind has bought in the orders as written; cancelled ones left out. Shares are 0–1, money in dollars. */
export interface KindSummary {
  id: string;
  name: string;
  customers: number;
  orders: number;
  /** Before tax and shipping, after discounts, before returns. */
  averageOrderValue: number;
  piecesPerOrder: number;
  /** Over the whole years between first and last order, of the customers who have at least one. */
  ordersPerYear: number;
  spendPerYear: number;
  returnedShare: number;
  giftShare: number;
  voucherShare: number;
  mainCategory: string;
  /** Of the pieces. */
  mainCategoryShare: number;
  premiumDenimShare: number;
  mainChannel: string;
  mainChannelShare: number;
  onlyOnceShare: number;
}

export function summariseKinds(shop: Shop): KindSummary[] {
  const byCustomer = ordersByEmail(shop.orders.filter(({ cancelledOn }) => cancelledOn === null));
  return CUSTOMER_KINDS.map((kind) => {
    const customers = shop.customers.filter((customer) => customer.kind === kind);
    return summarise(
      kind,
      customers.length,
      customers.flatMap(({ person }) => {
        const orders = byCustomer.get(person.email);
        return orders === undefined ? [] : [orders];
      }),
    );
  });
}

function summarise(kind: CustomerKind, customers: number, histories: SampleOrder[][]): KindSummary {
  const orders = histories.flat();
  const goods = orders.flatMap(({ lines }) => lines.filter(({ product }) => product !== null));
  const pieces = sum(goods.map(({ quantity }) => quantity));
  const category = largest(
    goods.map(({ product, quantity }) => [product?.category ?? '', quantity]),
  );
  const channel = largest(orders.map((order) => [order.channel, 1]));
  const years = histories.flatMap(wholeYears);
  const returned = orders.flatMap(({ returns }) => returns.map(({ quantity }) => quantity));
  const premium = goods.filter(({ vendor }) => vendor === PREMIUM_DENIM);
  const share = (test: (order: SampleOrder) => boolean) =>
    ratio(orders.filter(test).length, orders.length);
  return {
    id: kind.id,
    name: kind.name,
    customers,
    orders: orders.length,
    averageOrderValue: ratio(sum(orders.map((order) => order.money.subtotal)) / 100, orders.length),
    piecesPerOrder: ratio(pieces, orders.length),
    ordersPerYear: ratio(sum(years.map(({ orders: count }) => count)), years.length),
    spendPerYear: ratio(sum(years.map(({ spend }) => spend)), years.length),
    returnedShare: ratio(sum(returned), pieces),
    giftShare: share(({ gift }) => gift !== null),
    voucherShare: share(({ discountCode }) => discountCode !== ''),
    mainCategory: category.name,
    mainCategoryShare: ratio(category.count, pieces),
    premiumDenimShare: ratio(sum(premium.map(({ quantity }) => quantity)), pieces),
    mainChannel: channel.name,
    mainChannelShare: ratio(channel.count, orders.length),
    onlyOnceShare: ratio(histories.filter(({ length }) => length === 1).length, histories.length),
  };
}

/** The rates of one customer with at least a year between first and last order; otherwise nothing. */
function wholeYears(history: readonly SampleOrder[]): { orders: number; spend: number }[] {
  const first = history[0]?.day ?? 0;
  const years = Math.floor(((history.at(-1)?.day ?? 0) - first) / 365);
  if (years < 1) return [];
  const inside = history.filter(({ day }) => day < first + years * 365);
  const spend = sum(inside.map((order) => order.money.subtotal)) / 100;
  return [{ orders: inside.length / years, spend: spend / years }];
}

function largest(entries: readonly (readonly [string, number])[]): { name: string; count: number } {
  const counts = new Map<string, number>();
  for (const [name, count] of entries) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].reduce(
    (best, [name, count]) => (count > best.count ? { name, count } : best),
    {
      name: '',
      count: 0,
    },
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Four digits are enough for a summary; a share of nothing is shown as 0. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
}
