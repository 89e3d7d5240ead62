import type { Catalogue } from './catalogue.ts';
import type { Day } from './calendar.ts';
import type { Channel } from './customer-kinds.ts';
import { drawIndividual, type Individual } from './individual.ts';
import { drawDelivery, drawPackingProblem, drawReturns } from './order-aftermath.ts';
import { firstOrderDate, orderDates } from './order-dates.ts';
import { adjustAtTheTill, drawLines, giftWrapLine } from './order-lines.ts';
import { goodsValue, orderMoney } from './order-money.ts';
import type { Random } from './random.ts';
import { hadProblem, type SampleCustomer, type SampleOrder } from './sample-order.ts';
import { drawVoucher } from './vouchers.ts';

/** Customers of the time before the exports begin are simulated from here, so that the first year is not empty. */
const DAYS_BEFORE = 540;

/** Share who stay away after an order that went wrong. The first one is the test: follow-up calls can find that out. */
export const LOST_AFTER_A_PROBLEM = { first: 0.4, later: 0.03 } as const;

/** What every order of the shop is drawn from. */
export interface Season {
  catalogue: Catalogue;
  /** First and last day of the exports. */
  from: Day;
  newest: Day;
}

/** Somebody orders, on a day. */
interface Visit {
  customer: SampleCustomer;
  individual: Individual;
  day: Day;
  isFirst: boolean;
}

/** A customer's orders inside the period; at least one. */
export function simulateOrders(
  random: Random,
  customer: SampleCustomer,
  season: Season,
): SampleOrder[] {
  const { from, newest } = season;
  const individual = drawIndividual(random, customer.kind);
  for (;;) {
    const first = firstOrderDate(random, customer.kind, from - DAYS_BEFORE, newest);
    const orders: SampleOrder[] = [];
    for (const day of orderDates(random, customer.kind, first, newest)) {
      if (day < from) continue;
      const isFirst = day === first;
      const order = simulateOrder(random, { customer, individual, day, isFirst }, season);
      orders.push(order);
      const lost = isFirst ? LOST_AFTER_A_PROBLEM.first : LOST_AFTER_A_PROBLEM.later;
      if (hadProblem(order) && random.chance(lost)) break;
    }
    if (orders.length > 0) return orders;
  }
}

function simulateOrder(
  random: Random,
  { customer, individual, day, isFirst }: Visit,
  { catalogue, newest }: Season,
): SampleOrder {
  const { kind, person } = customer;
  const channel = random.weighted(individual.channels);
  const lines = drawLines(random, catalogue, individual, kind.twoSizes);
  adjustAtTheTill(random, channel, lines);
  const gift = random.chance(individual.gifts) ? drawGift(random) : null;
  if (gift?.wrapped === true) lines.push(giftWrapLine(goodsValue(lines)));
  const voucher = drawVoucher(random, individual.vouchers, isFirst);
  const parcel = channel !== 'pos';
  const order: SampleOrder = {
    number: 0,
    customer,
    day,
    second: drawSecond(random, channel),
    channel,
    guest: channel === 'web' && random.chance(kind.guest),
    lines,
    gift,
    discountCode: voucher.code,
    money: orderMoney(lines, person.region, parcel, voucher.rate),
    cancelledOn: null,
    delivery: parcel ? drawDelivery(random, day) : null,
    packingProblem: parcel ? drawPackingProblem(random, day) : null,
    returns: [],
  };
  if (parcel && random.chance(0.014)) cancel(random, order, newest);
  else order.returns = drawReturns(random, order, individual, newest);
  return order;
}

function cancel(random: Random, order: SampleOrder, newest: Day): void {
  order.cancelledOn = Math.min(newest, order.day + random.integer(0, 1));
  order.delivery = null;
  order.packingProblem = null;
}

function drawGift(random: Random): { wrapped: boolean; note: string | null } {
  const wrapped = random.chance(0.72);
  const note = random.pick([
    'Happy birthday!',
    'With love, see you on Sunday',
    'So proud of you',
    'For the first day of school.\nWith love',
    'Merry Christmas!\nOne for each of you',
  ]);
  return { wrapped, note: !wrapped || random.chance(0.6) ? note : null };
}

/** Seconds since midnight: the store opens at 10, the phone is answered from 9, nobody orders between 0 and 6. */
function drawSecond(random: Random, channel: Channel): number {
  const [open, close] = channel === 'pos' ? [10, 19] : channel === 'phone' ? [9, 18] : [6, 24];
  return random.integer(open * 3600, close * 3600 - 1);
}

/** Somebody buys in the store as a customer would, and leaves no address. */
export function simulateWalkIn(
  random: Random,
  like: SampleCustomer,
  day: Day,
  season: Season,
): SampleOrder {
  const individual = { ...drawIndividual(random, like.kind), channels: [['pos', 1] as const] };
  const order = simulateOrder(random, { customer: like, individual, day, isFirst: false }, season);
  return { ...order, customer: null, guest: false };
}
