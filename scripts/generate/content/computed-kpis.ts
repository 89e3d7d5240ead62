import { kpiDefinitions } from '#core/kpis/index.ts';
import { averageOrderValueDefinition } from '#core/kpis/average-order-value.ts';
import type { KpiDefinition } from '#core/kpis/kpi-definition.ts';
import { calendarMonths } from '#core/kpis/kpi-windows.ts';
import { netRevenueRetentionDefinition } from '#core/kpis/net-revenue-retention.ts';
import { netRevenueDefinition } from '#core/kpis/net-revenue.ts';
import { repeatPurchaseRateDefinition } from '#core/kpis/repeat-purchase-rate.ts';
import { returnRateDefinition } from '#core/kpis/return-rate.ts';
import { secondPurchaseRateDefinition } from '#core/kpis/second-purchase-rate.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import type { GenerateContext } from '../generate-context.ts';
import { createKpiOrders } from '../warehouse/kpis/kpi-orders.ts';
import { createKpiWindows } from '../warehouse/kpis/kpi-windows-table.ts';
import { PURCHASE_DAYS } from '../warehouse/kpis/purchase-days.ts';
import {
  firstPurchaseWindows,
  repeatKpi,
  repeatWindows,
  retentionKpi,
  secondPurchaseKpi,
} from './customer-kpis.ts';
import { kpiEntry, type KpiFigures } from './kpi-figures.ts';
import type { KpiRun } from './kpi-run.ts';
import { orderKpis } from './order-kpis.ts';
import { serviceKpis } from './service-kpis.ts';

/** A KPI of this portal with its words. */
export interface ComputedKpi {
  definition: KpiDefinition;
  kpi: Kpi;
}

/**
 * The KPIs that are computed from orders, and those from parcels, checks and tickets, which need no order.
 *
 * @param told ids of the KPIs that other tools' snapshots state
 */
export async function computedKpis(
  context: GenerateContext,
  told: ReadonlySet<string>,
): Promise<ComputedKpi[]> {
  const { asOf, config, period } = context;
  const firstDay = period?.from ?? asOf;
  const run: KpiRun = {
    context,
    asOf,
    counted: 'orders',
    firstDay,
    floor: config.privacy.floor,
    months: calendarMonths(firstDay, asOf),
  };
  const figures = new Map([
    ...(period === null ? [] : await orderFigures(run)),
    ...(await serviceKpis(run, told)),
  ]);
  return kpiDefinitions(config.kpis).flatMap((definition) => {
    const found = figures.get(definition.id);
    return found ? [{ definition, kpi: kpiEntry(definition, found, context) }] : [];
  });
}

async function orderFigures(run: KpiRun): Promise<Map<string, KpiFigures>> {
  const { engine, config } = run.context;
  const settings = config.kpis;
  await createKpiOrders(engine, run.asOf);
  await engine.run(PURCHASE_DAYS);
  await createKpiWindows(engine, {
    repeat: repeatWindows(run),
    firstPurchase: firstPurchaseWindows(run),
  });
  const orders = await orderKpis(run);
  return new Map([
    [netRevenueDefinition.id, orders.netRevenue],
    [averageOrderValueDefinition.id, orders.averageOrderValue],
    [returnRateDefinition(settings).id, orders.returnRate],
    [netRevenueRetentionDefinition.id, await retentionKpi(run)],
    [repeatPurchaseRateDefinition(settings).id, await repeatKpi(run)],
    [secondPurchaseRateDefinition(settings).id, await secondPurchaseKpi(run)],
  ]);
}
