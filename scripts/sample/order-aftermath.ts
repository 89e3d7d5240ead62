import { isoDay, monthOf, type Day } from './calendar.ts';
import type { Individual } from './individual.ts';
import { paidFor, taxOn } from './order-money.ts';
import type { Random } from './random.ts';
import {
  isCancelledBy,
  type Delivery,
  type SampleOrder,
  type SampleReturn,
} from './sample-order.ts';

/** Carriers do not exist; the second is late more than twice as often, and everybody in December. */
export const CARRIERS = [
  { name: 'Harbor Post', share: 0.62, late: 0.06 },
  { name: 'Bluebird Parcel', share: 0.38, late: 0.15 },
] as const;
const DECEMBER_LATENESS = 1.6;

/** Packing got better when the bench got the checklist. */
export const PACKING = { checklistFrom: '2025-06-01', before: 0.922, since: 0.943 } as const;

/** So many days after the order the last pieces come back. */
export const LATEST_RETURN_DAYS = 60;

export function drawDelivery(random: Random, day: Day): Delivery {
  const carrier = random.weighted(CARRIERS.map((entry) => [entry, entry.share] as const));
  const shippedOn = day + random.integer(0, 2);
  const promisedOn = day + 6;
  const late = random.chance(carrier.late * (monthOf(day) === 12 ? DECEMBER_LATENESS : 1));
  const deliveredOn = late
    ? promisedOn + 1 + random.poisson(2.2)
    : Math.min(promisedOn, shippedOn + random.integer(2, 5));
  return { shippedOn, promisedOn, deliveredOn, carrier: carrier.name, late };
}

export function drawPackingProblem(random: Random, day: Day): string | null {
  const accuracy = isoDay(day) < PACKING.checklistFrom ? PACKING.before : PACKING.since;
  if (random.chance(accuracy)) return null;
  return random.weighted([
    ['wrong size', 4],
    ['item missing', 3],
    ['wrong color', 2],
    ['damaged', 1],
  ]);
}

/** Pieces that come back until `newest`, most within three weeks, some as late as 60 days. */
export function drawReturns(
  random: Random,
  order: SampleOrder,
  individual: Individual,
  newest: Day,
): SampleReturn[] {
  const received = order.delivery?.deliveredOn ?? order.day;
  const sendsOn = received + Math.round(3 + 9 * random.gap(2));
  const returnedOn = Math.min(sendsOn, order.day + LATEST_RETURN_DAYS);
  const returns: SampleReturn[] = [];
  for (const line of order.lines) {
    if (line.product === null) continue;
    const quantity = random.binomial(line.quantity, individual.returns);
    const reason = drawReason(random, order);
    const outcome = random.weighted<SampleReturn['outcome']>([
      ['refund', 78],
      ['exchange', 14],
      ['store credit', 8],
    ]);
    const value = paidFor(order, line, quantity);
    if (quantity === 0 || value === 0 || returnedOn > newest) continue;
    returns.push({ line, quantity, value, returnedOn, reason, outcome });
  }
  return returns;
}

/** What has been paid back until a day, with its tax. */
export function refundedBy(order: SampleOrder, until: Day): number {
  if (isCancelledBy(order, until)) return order.money.total;
  const value = order.returns
    .filter(({ outcome, returnedOn }) => outcome === 'refund' && returnedOn <= until)
    .reduce((sum, entry) => sum + entry.value, 0);
  return value + taxOn(order, value);
}

function drawReason(random: Random, order: SampleOrder): string {
  if (order.packingProblem !== null && random.chance(0.6)) return order.packingProblem;
  return random.weighted([
    ['too small', 30],
    ['too large', 24],
    ['not as expected', 18],
    ['ordered several sizes', 16],
    ['changed mind', 9],
    ['quality', 3],
  ]);
}
