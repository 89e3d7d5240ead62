import type { Engine } from './engine.ts';

/** What the canonical tables hold, for saying what they lack. Shares are 0–1. */
export interface Holdings {
  orders: number;
  /** Of all orders, those whose buyer is known. */
  knownBuyers: number;
  /** Of the value of all products sold, those with a category. */
  categories: number;
  brands: number;
  /** Returns of orders in the exports. */
  returns: boolean;
  /** Returns of orders whose buyer is known. */
  knownReturns: boolean;
  /** Returns of any order. */
  anyReturns: boolean;
  refunds: boolean;
  channels: boolean;
  gifts: boolean;
  discounts: boolean;
  campaigns: boolean;
  /** Campaigns with more than one variant. */
  arms: boolean;
  snapshots: boolean;
  /** Parcels with a promised day and a day of delivery. */
  promisedParcels: boolean;
  /** Packed orders that were checked. */
  checks: boolean;
  /** Tickets with the time of their first answer. */
  answers: boolean;
}

export async function readHoldings(engine: Engine): Promise<Holdings> {
  const [sums] = await engine.rows<Record<string, string | null>>(
    `SELECT sum(value) AS "all", sum(value) FILTER (category IS NOT NULL) AS categories,
      sum(value) FILTER (brand IS NOT NULL) AS brands
    FROM order_lines WHERE is_product AND quantity > 0`,
  );
  const [counts] = await engine.rows<{ orders: string; known: string }>(
    'SELECT count(*) AS orders, count(customer) AS known FROM orders',
  );
  const [found] = await engine.rows<Record<string, boolean>>(
    `SELECT EXISTS (FROM returns WHERE order_key IS NOT NULL) AS returns,
      EXISTS (SELECT 1 FROM returns JOIN orders USING (order_key) WHERE customer IS NOT NULL) AS known_returns,
      EXISTS (FROM returns) AS any_returns,
      EXISTS (FROM orders WHERE refund > 0) AS refunds,
      EXISTS (FROM orders WHERE channel IS NOT NULL) AS channels,
      EXISTS (FROM orders WHERE gift) AS gifts,
      EXISTS (FROM orders WHERE discount > 0 OR discount_code IS NOT NULL)
        OR EXISTS (FROM order_lines WHERE discount > 0) AS discounts,
      EXISTS (FROM campaign_results) AS campaigns,
      EXISTS (SELECT campaign FROM campaign_results GROUP BY source, campaign HAVING count(DISTINCT variant) > 1) AS arms,
      EXISTS (FROM kpi_snapshots) AS snapshots,
      EXISTS (FROM shipments WHERE promised_on IS NOT NULL AND delivered_on IS NOT NULL) AS promised_parcels,
      EXISTS (FROM fulfilment_checks) AS checks,
      EXISTS (FROM tickets WHERE first_reply IS NOT NULL) AS answers`,
  );
  const is = (what: string): boolean => found?.[what] === true;
  const share = (part: string | null | undefined, whole: string | null | undefined): number =>
    Number(whole ?? 0) > 0 ? Number(part ?? 0) / Number(whole) : 0;
  return {
    orders: Number(counts?.orders ?? 0),
    knownBuyers: share(counts?.known, counts?.orders),
    categories: share(sums?.['categories'], sums?.['all']),
    brands: share(sums?.['brands'], sums?.['all']),
    returns: is('returns'),
    knownReturns: is('known_returns'),
    anyReturns: is('any_returns'),
    refunds: is('refunds'),
    channels: is('channels'),
    gifts: is('gifts'),
    discounts: is('discounts'),
    campaigns: is('campaigns'),
    arms: is('arms'),
    snapshots: is('snapshots'),
    promisedParcels: is('promised_parcels'),
    checks: is('checks'),
    answers: is('answers'),
  };
}
