import { addDays } from '#core/kpis/calendar.ts';

/** What is known of somebody who calls, beside their Portrait. */
export interface Caller {
  orders: number;
  /** Day of the last order, YYYY-MM-DD. */
  lastOn: string;
  gifts: number;
  openTickets: number;
  /** What was heard of them lately: "answer" or "rating", both bad, or a "ticket" of which no more is known; null: nothing. */
  complaint: string | null;
}

/** Of so many orders one was a gift at least: they buy for others too. */
const GIFT_GIVER_SHARE = 0.25;

/** For so long a first order is new: it has come, or is about to, and most shops still take it back. */
const WELCOME_DAYS = 30;

/** A year holds every season once: even who buys in one of them only has left one out. */
const LONG_AWAY_DAYS = 365;

/**
 * How to greet a caller – what an agent does first, a line each, the most delicate first.
 * Definition: an open ticket, what they were unhappy with or wrote about lately, a first order of the last 30 days, no order for more than 365
 * days, a giver of gifts (a quarter of the orders).
 * Empty case: no line; the Portrait's own lines are enough.
 *
 * @param asOf the day of the figures, YYYY-MM-DD; null: nobody knows, and nothing is said of how long ago anything was
 * @example greeting({ orders: 1, lastOn: '2026-10-29', gifts: 0, openTickets: 0, complaint: null }, '2026-10-31') // => ['Their first order: welcome them, and ask whether it came as they expected']
 * @example greeting({ orders: 1, lastOn: '2023-10-29', gifts: 0, openTickets: 0, complaint: null }, '2026-10-31') // => ['They have not ordered for more than a year: greet them as somebody who comes back, and explain what has changed since']
 * @example greeting({ orders: 8, lastOn: '2026-10-20', gifts: 2, openTickets: 1, complaint: 'ticket' }, '2026-10-31') // => ['They are waiting for an answer from us: begin with that', 'They buy for others too: ask whether the gift is in time, and for whom it should look good']
 * @example greeting({ orders: 8, lastOn: '2026-10-20', gifts: 0, openTickets: 0, complaint: null }, '2026-10-31') // => []
 */
export function greeting(
  { orders, lastOn, gifts, openTickets, complaint }: Caller,
  asOf: string | null,
): string[] {
  return [
    openTickets > 0 && 'They are waiting for an answer from us: begin with that',
    openTickets === 0 &&
      complaint !== null &&
      (complaint === 'ticket'
        ? 'They wrote to us lately: ask whether it was settled the way they wanted'
        : 'They were unhappy with us lately: ask whether it was put right the way they wanted'),
    isNewCustomer({ orders, lastOn }, asOf) &&
      'Their first order: welcome them, and ask whether it came as they expected',
    asOf !== null &&
      addDays(lastOn, LONG_AWAY_DAYS) < asOf &&
      'They have not ordered for more than a year: greet them as somebody who comes back, and explain what has changed since',
    gifts > 0 &&
      gifts >= GIFT_GIVER_SHARE * orders &&
      'They buy for others too: ask whether the gift is in time, and for whom it should look good',
  ].filter((line) => line !== false);
}

/** All that they have done with us is a first order of late. */
function isNewCustomer(
  { orders, lastOn }: Pick<Caller, 'orders' | 'lastOn'>,
  asOf: string | null,
): boolean {
  return orders === 1 && asOf !== null && addDays(lastOn, WELCOME_DAYS) >= asOf;
}
