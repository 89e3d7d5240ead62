import { logMeanShares } from '#core/statistics/log-mean-shares.ts';
import { type RevenueParts, type RevenueSeries, revenueParts } from './revenue-parts.ts';

/** Why net revenue is another than a year before; the four amounts of money add up to `difference`. */
export interface RevenueChange {
  /** First and last month of the year that is explained: "2025-09". */
  from: string;
  to: string;
  before: RevenueParts;
  after: RevenueParts;
  difference: number;
  /** Because there were more or fewer purchases. */
  byPurchases: number;
  /** Because a purchase was worth more or less. */
  byOrderValue: number;
  /** Because more or less of it came back. */
  byReturns: number;
  /** Because of credit notes without an order. */
  byCreditNotes: number;
}

const YEAR = 12;

/**
 * Revenue change – which part of the difference to the year before came from purchases, from their value, from returns.
 * Definition: the latest twelve settled months against the twelve before; the change of the product purchases × order
 * value × (1 − return rate) is split by log-mean shares, that of credit notes is taken as it is.
 * Source: Ang, Energy Policy 33 (2005), 867–871.
 * Empty case: null with fewer than 24 settled months in a row, or when one of them is suppressed.
 * @example revenueChange({ netRevenue: [], averageOrderValue: [], returnRate: [] }) // => null
 */
export function revenueChange(series: RevenueSeries): RevenueChange | null {
  const settled = series.returnRate
    .filter(({ mature }) => mature)
    .map(({ month }) => month)
    .sort()
    .slice(-2 * YEAR);
  const [from, to] = [settled[YEAR], settled.at(-1)];
  if (settled.length < 2 * YEAR || !from || !to) return null;
  const before = revenueParts(series, settled.slice(0, YEAR));
  const after = revenueParts(series, settled.slice(YEAR));
  if (!before || !after) return null;
  const shares = logMeanShares(factors(before), factors(after));
  if (!shares) return null;
  const [byPurchases = 0, byOrderValue = 0, byReturns = 0] = shares;
  return {
    from,
    to,
    before,
    after,
    difference: after.netRevenue - before.netRevenue,
    byPurchases,
    byOrderValue,
    byReturns,
    byCreditNotes: before.creditNotes - after.creditNotes,
  };
}

function factors({ purchases, averageOrderValue, returnRate }: RevenueParts): number[] {
  return [purchases, averageOrderValue, 1 - returnRate];
}
