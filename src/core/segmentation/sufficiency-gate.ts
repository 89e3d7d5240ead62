/** What the gate looks at. */
export interface DataSufficiency {
  /** Identified customers with a purchase. */
  buyers: number;
  /** Days from the first purchase to as-of. */
  historyDays: number;
  /** Customers with purchases on more than one day. */
  repeatBuyers: number;
  /** Customers with at least three orders. */
  regularBuyers: number;
  /** Customers with a purchase in the 30 days up to as-of. */
  recentBuyers: number;
  /** Orders up to as-of that were not cancelled, and those of them behind which is nobody we know. */
  orders: number;
  anonymousOrders: number;
}

export const FEWEST_BUYERS = 500;
const SHORTEST_HISTORY_DAYS = 180;
/** "Some" customers with three orders: fewer show no habit that could be told apart. */
const FEWEST_REGULAR_BUYERS = 10;
const RECENT_DAYS = 30;
/** As-of is the newest order by default: one straggler after a long silence is no activity. */
const RECENT_PART_OF_USUAL = 0.1;
const MOST_ONE_TIME_SHARE = 0.9;
const MOST_ANONYMOUS_SHARE = 0.5;

/**
 * Whether there is enough data for Portraits – refuses in words instead of drawing groups from a handful of
 * customers. Definition: at least 500 buyers and 180 days, at least ten customers with three orders, and in the last
 * 30 days before as-of at least a tenth of the buyers of a usual month (buyers ÷ months of history), one at least.
 * Source: Klaviyo's requirements for segmentation (help article 17797937793179); "some" and "active" are made
 * definite here. Where all orders are of nobody known, that is what it says. Null when there is enough.
 *
 * @example sufficiencyRefusal({ buyers: 40, historyDays: 400, repeatBuyers: 9, regularBuyers: 12, recentBuyers: 5, orders: 60, anonymousOrders: 0 })?.startsWith('Portraits need') // => true
 */
export function sufficiencyRefusal(data: DataSufficiency): string | null {
  if (data.buyers === 0 && data.anonymousOrders > 0) {
    return 'Nobody is known behind the orders, as marketplaces do not say who buys: there is nobody to tell apart. An order export with e-mail addresses, phone or customer numbers would tell; until then a table of persona statistics from another tool, or a Portrait written by hand';
  }
  const found: string[] = [];
  if (data.buyers < FEWEST_BUYERS) {
    found.push(`${data.buyers} customers who bought; expected at least ${FEWEST_BUYERS}`);
  }
  if (data.historyDays < SHORTEST_HISTORY_DAYS) {
    found.push(`${data.historyDays} days of purchases; expected at least ${SHORTEST_HISTORY_DAYS}`);
  }
  if (data.regularBuyers < FEWEST_REGULAR_BUYERS) {
    found.push(
      `${data.regularBuyers} customers with three orders or more; expected at least ${FEWEST_REGULAR_BUYERS}`,
    );
  }
  const fewestRecent = Math.max(
    1,
    Math.ceil((RECENT_PART_OF_USUAL * data.buyers * RECENT_DAYS) / Math.max(1, data.historyDays)),
  );
  if (data.recentBuyers < fewestRecent) {
    found.push(
      `${data.recentBuyers} customers who bought in the last ${RECENT_DAYS} days; expected at least ${fewestRecent}`,
    );
  }
  if (found.length === 0) return null;
  return `Portraits need more than the exports hold: ${found.join('; ')}. Groups by rule work with less: the audiences under /audiences/, a table of persona statistics from another tool, or a Portrait written by hand`;
}

/**
 * What makes Portraits doubtful although there is enough data – said beside them. Definition: at least 90 % of the
 * buyers bought on one day only; at least half of the orders are of nobody we know, as marketplaces pass no buyer on.
 * Source: Little Stream Software, "When not to use RFM".
 *
 * @example sufficiencyWarnings({ buyers: 1000, historyDays: 400, repeatBuyers: 500, regularBuyers: 300, recentBuyers: 50, orders: 2000, anonymousOrders: 10 }) // => []
 */
export function sufficiencyWarnings(data: DataSufficiency): string[] {
  const oneTime = data.buyers > 0 ? 1 - data.repeatBuyers / data.buyers : 0;
  const anonymous = data.orders > 0 ? data.anonymousOrders / data.orders : 0;
  return [
    ...(oneTime >= MOST_ONE_TIME_SHARE
      ? [
          `${outOf100(oneTime)} of 100 customers bought on one day only: the Portraits rest on single orders, habits can hardly be seen`,
        ]
      : []),
    ...(anonymous >= MOST_ANONYMOUS_SHARE
      ? [
          `Behind ${outOf100(anonymous)} of 100 orders is nobody we know, as marketplaces do not say who buys: the Portraits are of the others`,
        ]
      : []),
  ];
}

function outOf100(share: number): number {
  return Math.floor(100 * share);
}
