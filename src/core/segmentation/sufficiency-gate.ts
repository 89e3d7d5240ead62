/** What the gate looks at. */
export interface DataSufficiency {
  /** Identified customers with a purchase. */
  buyers: number;
  /** Days from the first purchase to as-of. */
  historyDays: number;
  /** Customers with purchases on more than one day. */
  repeatBuyers: number;
}

export const FEWEST_BUYERS = 500;
export const SHORTEST_HISTORY_DAYS = 180;
const MOST_ONE_TIME_SHARE = 0.9;

/**
 * Whether there is enough data for Portraits – refuses in words instead of drawing groups from a handful of
 * customers. Definition: at least 500 buyers and 180 days. Source: Klaviyo's requirements for segmentation (help
 * article 17797937793179). Null when there is enough.
 *
 * @example sufficiencyRefusal({ buyers: 40, historyDays: 400, repeatBuyers: 9 })?.startsWith('Portraits need') // => true
 */
export function sufficiencyRefusal(data: DataSufficiency): string | null {
  const found: string[] = [];
  if (data.buyers < FEWEST_BUYERS) {
    found.push(`${data.buyers} customers who bought; expected at least ${FEWEST_BUYERS}`);
  }
  if (data.historyDays < SHORTEST_HISTORY_DAYS) {
    found.push(`${data.historyDays} days of purchases; expected at least ${SHORTEST_HISTORY_DAYS}`);
  }
  if (found.length === 0) return null;
  return `Portraits need more history than the exports hold: ${found.join('; ')}. A Portrait written by hand or from a table of persona statistics works with less`;
}

/**
 * What makes Portraits doubtful although there is enough data – said beside them. Definition: at least 90 % of the
 * buyers bought on one day only. Source: Little Stream Software, "When not to use RFM".
 *
 * @example sufficiencyWarnings({ buyers: 1000, historyDays: 400, repeatBuyers: 500 }) // => []
 */
export function sufficiencyWarnings(data: DataSufficiency): string[] {
  const oneTime = data.buyers > 0 ? 1 - data.repeatBuyers / data.buyers : 0;
  if (oneTime < MOST_ONE_TIME_SHARE) return [];
  return [
    `${Math.floor(100 * oneTime)} of 100 customers bought on one day only: the Portraits rest on single orders, habits can hardly be seen`,
  ];
}
