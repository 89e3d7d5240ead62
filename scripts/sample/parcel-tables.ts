import { isoDay, type Day } from './calendar.ts';
import type { Row } from './table-file.ts';
import { allProducts, type Catalogue } from './catalogue.ts';
import { Random } from './random.ts';
import { orderName, type SampleOrder } from './sample-order.ts';
import { money } from './money.ts';
import type { Shop } from './simulate-shop.ts';

/** Share of parcels that somebody opens again before they leave. */
const CHECKED = 0.12;

export const PRODUCT_COLUMNS = ['sku', 'title', 'category', 'brand', 'cost'] as const;
export const RETURN_COLUMNS = [
  'order',
  'sku',
  'quantity',
  'value',
  'returnedOn',
  'reason',
  'outcome',
  'currency',
] as const;
export const SHIPMENT_COLUMNS = [
  'order',
  'shippedAt',
  'promisedOn',
  'deliveredOn',
  'carrier',
] as const;
export const CHECK_COLUMNS = ['order', 'checkedOn', 'correct', 'problem'] as const;

export function* productRows(catalogue: Catalogue): Generator<Row> {
  for (const { sku, title, category, brand, cost } of allProducts(catalogue)) {
    yield { sku, title, category, brand, cost: money(cost) };
  }
}

/** By the day on which they came back. */
export function* returnRows(orders: readonly SampleOrder[]): Generator<Row> {
  const returns = orders.flatMap((order) => order.returns.map((entry) => ({ order, entry })));
  returns.sort((a, b) => a.entry.returnedOn - b.entry.returnedOn);
  for (const { order, entry } of returns) {
    yield {
      order: orderName(order),
      sku: entry.line.sku,
      quantity: entry.quantity,
      value: money(entry.value),
      returnedOn: isoDay(entry.returnedOn),
      reason: entry.reason,
      outcome: entry.outcome,
      currency: 'USD',
    };
  }
}

/** Parcels that have left; what has not arrived yet has no day of delivery. */
export function* shipmentRows(orders: readonly SampleOrder[], newest: Day): Generator<Row> {
  for (const order of orders) {
    const { delivery } = order;
    if (delivery === null || delivery.shippedOn > newest) continue;
    yield {
      order: orderName(order),
      shippedAt: `${isoDay(delivery.shippedOn)} 17:30:00`,
      promisedOn: isoDay(delivery.promisedOn),
      deliveredOn: delivery.deliveredOn > newest ? null : isoDay(delivery.deliveredOn),
      carrier: delivery.carrier,
    };
  }
}

export interface FulfilmentCheck {
  order: SampleOrder;
  checkedOn: Day;
}

/** The parcels that were opened again, drawn by chance so that their share of faults holds for all. */
export function drawChecks(shop: Shop): FulfilmentCheck[] {
  const random = new Random(shop.seed).fork('fulfilment checks');
  return shop.orders.flatMap((order) => {
    const checkedOn = order.delivery?.shippedOn;
    return random.chance(CHECKED) && checkedOn !== undefined && checkedOn <= shop.newest
      ? [{ order, checkedOn }]
      : [];
  });
}

export function* checkRows(checks: readonly FulfilmentCheck[]): Generator<Row> {
  for (const { order, checkedOn } of checks) {
    yield {
      order: orderName(order),
      checkedOn: isoDay(checkedOn),
      correct: order.packingProblem === null ? 'yes' : 'no',
      problem: order.packingProblem,
    };
  }
}
