import { type RevenueChange, revenueChange } from '#core/kpis/revenue-change.ts';
import type { KpiEntry } from '#data/kpis.ts';

/** Why net revenue changed, where the portal holds the three figures that it is made of; null without them. */
export function revenueChangeOf(
  kpis: readonly KpiEntry[],
): { change: RevenueChange; netRevenue: KpiEntry } | null {
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
  return change && { change, netRevenue };
}
