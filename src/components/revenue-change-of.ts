import { type RevenueChange, revenueChange } from '#core/kpis/revenue-change.ts';
import type { RevenueReason } from '#core/kpis/revenue-reasons.ts';
import type { KpiEntry } from '#data/kpis.ts';

/** A change of net revenue, and the KPIs behind it. */
export interface RevenueChangeOf {
  change: RevenueChange;
  netRevenue: KpiEntry;
  /** The KPI that a reason is about; purchases and credit notes have none. */
  reasonKpis: Partial<Record<RevenueReason['id'], KpiEntry>>;
}

/** Why net revenue changed, where the portal holds the three figures that it is made of; null without them. */
export function revenueChangeOf(kpis: readonly KpiEntry[]): RevenueChangeOf | null {
  const find = (id: string): KpiEntry | undefined => kpis.find((kpi) => kpi.id === id);
  const [netRevenue, order, back] = [
    find('net-revenue'),
    find('average-order-value'),
    find('return-rate'),
  ];
  if (!netRevenue || !order || !back) return null;
  const change = revenueChange({
    netRevenue: netRevenue.figures.series,
    averageOrderValue: order.figures.series,
    returnRate: back.figures.series,
  });
  return change && { change, netRevenue, reasonKpis: { orderValue: order, returns: back } };
}
