import { averageOrderValue } from '#core/kpis/average-order-value.ts';
import { addDays } from '#core/kpis/calendar.ts';
import { hiddenMonths } from '#core/kpis/hidden-months.ts';
import { fewerThan, suppressedMeasure, unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import { coveredPeriod, type KpiWindow } from '#core/kpis/kpi-windows.ts';
import { netRevenue } from '#core/kpis/net-revenue.ts';
import { NO_ORDERS, type OrderSums } from '#core/kpis/order-sums.ts';
import { returnRate } from '#core/kpis/return-rate.ts';
import { returnSums } from '#core/kpis/return-sums.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { orderSumsByWindow } from '../warehouse/kpis/order-sums-by-window.ts';
import { returnsKnowledge, type ReturnsKnowledge } from '../warehouse/kpis/returns-knowledge.ts';
import type { KpiFigures } from './kpi-figures.ts';
import { coveredMeasure, currentAndYearAgo, monthPoint, type KpiRun } from './kpi-run.ts';
import { silentNames } from './silent-names.ts';

const YEAR_MONTHS = 12;
const NO_SUMS: ReadonlyMap<string, OrderSums> = new Map();

/** The KPIs that are sums over orders. */
export interface OrderKpis {
  netRevenue: KpiFigures;
  averageOrderValue: KpiFigures;
  returnRate: KpiFigures;
}

/** Windows over which orders are added up: the months, the last year and the one before, and both without young orders. */
function orderWindows({ months, asOf, context }: KpiRun): KpiWindow[] {
  return [
    ...months,
    ...currentAndYearAgo(asOf, YEAR_MONTHS),
    ...matureYears(asOf, context.config.kpis.returnMaturityDays),
  ];
}

/** Net revenue, average order value and return rate; the last of the orders whose returns some export tells. */
export async function orderKpis(run: KpiRun): Promise<OrderKpis> {
  const { context, asOf } = run;
  const { returnMaturityDays } = context.config.kpis;
  const windows = orderWindows(run);
  const sums = await orderSumsByWindow(context.engine, windows);
  const { state, silent } = await returnsKnowledge(context.engine);
  const isPartial = state === 'known' && silent.length > 0;
  const years = currentAndYearAgo(asOf, YEAR_MONTHS);
  const matured = matureYears(asOf, returnMaturityDays);
  const told = isPartial ? await orderSumsByWindow(context.engine, windows, true) : sums;
  const untold = isPartial ? await orderSumsByWindow(context.engine, windows, false) : NO_SUMS;
  const returned = returnSums({ all: sums, told, untold }, run.months, matured, run.floor);
  const countsUntold = [...returned].some(([id, sum]) => sum !== null && sum !== told.get(id));

  const orders = context.sources['orders'] ?? [];
  const returns = state === 'known' ? (context.sources['returns'] ?? []) : [];
  const silentSources = silent.filter(({ isWhole }) => isWhole).map(({ source }) => source);
  const telling = isPartial ? orders.filter((source) => !isOf(source, silentSources)) : orders;
  const names = silentNames(silent);
  return {
    netRevenue: orderFigures(run, sums, netRevenue, {
      years,
      maturityDays: returnMaturityDays,
      sources: [...new Set([...orders, ...returns])],
      caveats: isPartial
        ? [`No export says what came back of orders of ${names}: they count in full.`]
        : [],
    }),
    averageOrderValue: orderFigures(run, sums, averageOrderValue, { years, sources: orders }),
    returnRate: orderFigures(
      run,
      returned,
      state === 'known' ? returnRate : () => unavailableMeasure(NO_RETURN_RATE[state]),
      {
        years: matured,
        maturityDays: returnMaturityDays,
        sources: [...new Set([...telling, ...returns])],
        caveats: [
          ...(isPartial
            ? [`Without orders of ${names}, of which no export says what came back.`]
            : []),
          ...(countsUntold
            ? [
                `Where such orders are of fewer than ${run.floor} customers in a month or year, they count as kept; else other figures would tell of these customers.`,
              ]
            : []),
        ],
      },
    ),
  };
}

function orderFigures(
  run: KpiRun,
  sums: ReadonlyMap<string, OrderSums | null>,
  formula: (sums: OrderSums, floor: number) => Measure,
  {
    years: [current, yearAgo],
    maturityDays = 0,
    sources,
    caveats = [],
  }: {
    years: [KpiWindow, KpiWindow];
    maturityDays?: number;
    sources: string[];
    caveats?: string[];
  },
): KpiFigures {
  const { floor, months } = run;
  const counted = months.map((month) => ({ ...month, people: sums.get(month.id)?.people ?? 0 }));
  const hidden = hiddenMonths(counted, orderWindows(run).slice(months.length), floor);
  const measured = ({ id }: KpiWindow) => {
    const found = sums.get(id);
    if (hidden.has(id) || found === null) return suppressedMeasure(fewerThan(floor));
    return found ? formula(found, floor) : unavailableMeasure(NO_ORDERS);
  };
  return {
    current: { measure: measured(current), period: coveredPeriod(current, run.firstDay) },
    yearAgo: coveredMeasure(run, yearAgo, yearAgo.from, () => measured(yearAgo)),
    further: [],
    series: months.map((month) => monthPoint(run, month, measured(month), maturityDays)),
    sources,
    caveats,
  };
}

/** Whether an export is one of these platforms', or one of these mapped files. */
function isOf(source: string, platforms: readonly string[]): boolean {
  return platforms.some((platform) => source === platform || source.startsWith(`${platform}-`));
}

const NO_RETURN_RATE: Record<Exclude<ReturnsKnowledge['state'], 'known'>, string> = {
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
