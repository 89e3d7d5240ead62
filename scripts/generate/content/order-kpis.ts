import { averageOrderValue } from '#core/kpis/average-order-value.ts';
import { addDays } from '#core/kpis/calendar.ts';
import { hiddenMonths } from '#core/kpis/hidden-months.ts';
import { fewerThan, suppressedMeasure, unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import { coveredPeriod, type KpiWindow } from '#core/kpis/kpi-windows.ts';
import { netRevenue } from '#core/kpis/net-revenue.ts';
import { NO_ORDERS, type OrderSums } from '#core/kpis/order-sums.ts';
import { returnRate } from '#core/kpis/return-rate.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { orderSumsByWindow } from '../warehouse/kpis/order-sums-by-window.ts';
import { returnsKnowledge, type ReturnsKnowledge } from '../warehouse/kpis/returns-knowledge.ts';
import type { KpiFigures } from './kpi-figures.ts';
import { coveredMeasure, currentAndYearAgo, monthPoint, type KpiRun } from './kpi-run.ts';

const YEAR_MONTHS = 12;

/** The KPIs that are sums over orders. */
export interface OrderKpis {
  netRevenue: KpiFigures;
  averageOrderValue: KpiFigures;
  returnRate: KpiFigures;
}

/** Windows over which orders are added up: the months, the last year and the one before, and both without young orders. */
export function orderWindows({ months, asOf, context }: KpiRun): KpiWindow[] {
  return [
    ...months,
    ...currentAndYearAgo(asOf, YEAR_MONTHS),
    ...matureYears(asOf, context.config.kpis.returnMaturityDays),
  ];
}

/** Net revenue, average order value and return rate from one pass over the orders. */
export async function orderKpis(run: KpiRun): Promise<OrderKpis> {
  const { context, asOf, floor, months } = run;
  const { returnMaturityDays } = context.config.kpis;
  const sums = await orderSumsByWindow(context.engine, 'revenue');
  const counted = months.map((month) => ({ ...month, people: sums.get(month.id)?.people ?? 0 }));
  const hidden = hiddenMonths(counted, orderWindows(run).slice(months.length), floor);
  const returns = await returnsKnowledge(context.engine);

  const figures = (
    formula: (sums: OrderSums, floor: number) => Measure,
    [current, yearAgo]: [KpiWindow, KpiWindow],
    { maturityDays = 0, sources = context.sources['orders'] ?? [] },
  ): KpiFigures => {
    const measured = ({ id }: KpiWindow) => {
      if (hidden.has(id)) return suppressedMeasure(fewerThan(floor));
      const found = sums.get(id);
      return found ? formula(found, floor) : unavailableMeasure(NO_ORDERS);
    };
    return {
      current: {
        measure: measured(current),
        period: coveredPeriod(current, run.firstDay),
      },
      yearAgo: coveredMeasure(run, yearAgo, yearAgo.from, () => measured(yearAgo)),
      further: [],
      series: months.map((month) => monthPoint(run, month, measured(month), maturityDays)),
      sources,
    };
  };

  const years = currentAndYearAgo(asOf, YEAR_MONTHS);
  const withReturns = [
    ...new Set([
      ...(context.sources['orders'] ?? []),
      ...(returns === 'known' ? (context.sources['returns'] ?? []) : []),
    ]),
  ];
  return {
    netRevenue: figures(netRevenue, years, {
      maturityDays: returnMaturityDays,
      sources: withReturns,
    }),
    averageOrderValue: figures(averageOrderValue, years, {}),
    returnRate: figures(
      returns === 'known' ? returnRate : () => unavailableMeasure(NO_RETURN_RATE[returns]),
      matureYears(asOf, returnMaturityDays),
      { maturityDays: returnMaturityDays, sources: withReturns },
    ),
  };
}

const NO_RETURN_RATE: Record<Exclude<ReturnsKnowledge, 'known'>, string> = {
  unknown: 'No export says what was sent back: add returns.csv, or orders with refunds',
  unmatched:
    'None of the returns is of an order in the exports: compare the order numbers of both exports',
};

/** The same two years without the orders whose returns may still come. */
function matureYears(asOf: string, returnMaturityDays: number): [KpiWindow, KpiWindow] {
  const [current, yearAgo] = currentAndYearAgo(addDays(asOf, -returnMaturityDays), YEAR_MONTHS);
  return [
    { ...current, id: 'matureCurrent' },
    { ...yearAgo, id: 'matureYearAgo' },
  ];
}
