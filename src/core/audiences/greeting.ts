/** What is known of somebody who calls, beside their Portrait. */
export interface Caller {
  orders: number;
  gifts: number;
  openTickets: number;
  /** What went wrong lately: "ticket", "answer"; null: nothing that we know of. */
  complaint: string | null;
}

/** Of so many orders one was a gift at least: they buy for others too. */
const GIFT_GIVER_SHARE = 0.25;

/**
 * How to greet a caller – what an agent does first, a line each, the most delicate first.
 * Definition: an open ticket, a complaint that is closed, a first order, a giver of gifts (a quarter of the orders).
 * Empty case: no line; the Portrait's own lines are enough.
 * @example greeting({ orders: 1, gifts: 0, openTickets: 0, complaint: null }) // => ['Their first order: welcome them, and ask whether it came as they expected']
 * @example greeting({ orders: 8, gifts: 2, openTickets: 1, complaint: 'ticket' }) // => ['They are waiting for an answer from us: begin with that', 'They buy for others too: ask whether the gift is in time, and for whom it should look good']
 * @example greeting({ orders: 8, gifts: 0, openTickets: 0, complaint: null }) // => []
 */
export function greeting({ orders, gifts, openTickets, complaint }: Caller): string[] {
  return [
    openTickets > 0 && 'They are waiting for an answer from us: begin with that',
    openTickets === 0 &&
      complaint !== null &&
      'Something went wrong lately: ask whether it was put right the way they wanted',
    orders === 1 && 'Their first order: welcome them, and ask whether it came as they expected',
    gifts > 0 &&
      gifts >= GIFT_GIVER_SHARE * orders &&
      'They buy for others too: ask whether the gift is in time, and for whom it should look good',
  ].filter((line) => line !== false);
}
