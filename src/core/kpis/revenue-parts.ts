import type { Kpi, KpiPoint } from '#core/schemas/kpi.ts';

/** The three KPIs that make net revenue. */
export interface RevenueSeries {
  netRevenue: Kpi['series'];
  averageOrderValue: Kpi['series'];
  returnRate: Kpi['series'];
}

/** Net revenue of some months and what it is made of. */
export interface RevenueParts {
  purchases: number;
  /** Money per purchase, before returns. */
  averageOrderValue: number;
  /** Of that money, the share that went back, 0–1. */
  returnRate: number;
  /** Credit notes without an order: taken off at the end. */
  creditNotes: number;
  netRevenue: number;
}

const CENT = 0.01;

/**
 * Revenue parts – what net revenue is made of, over any months.
 * Definition: net revenue = purchases × average order value × (1 − return rate) − credit notes. Sums of the months are
 * taken before dividing, so that a small month does not count as much as a large one.
 * Source: Shopify, "net sales": gross sales − discounts − returns.
 * Empty case: null without months, when a month lacks one of the three figures, or without any money.
 * @example revenueParts({ netRevenue: [], averageOrderValue: [], returnRate: [] }, ['2026-09']) // => null
 */
export function revenueParts(
  series: RevenueSeries,
  months: readonly string[],
): RevenueParts | null {
  let purchases = 0;
  let paid = 0;
  let returned = 0;
  let netRevenue = 0;
  for (const month of months) {
    const net = measured(series.netRevenue, month);
    const order = measured(series.averageOrderValue, month);
    const back = measured(series.returnRate, month);
    if (!net || !order || !back) return null;
    purchases += order.denominator;
    paid += order.numerator;
    returned += back.numerator;
    netRevenue += net.value;
  }
  if (purchases <= 0 || paid <= 0) return null;
  const rest = paid - returned - netRevenue;
  // Each month was rounded to a cent when it was written; that rest is no credit note.
  const creditNotes = Math.abs(rest) < months.length * CENT ? 0 : rest;
  return {
    purchases,
    averageOrderValue: paid / purchases,
    returnRate: returned / paid,
    creditNotes,
    netRevenue: paid - returned - creditNotes,
  };
}

function measured(series: readonly KpiPoint[], month: string) {
  const measure = series.find((point) => point.month === month)?.measure;
  return measure?.status === 'ok' ? measure : null;
}
