import { exportName } from '#core/format/export-name.ts';
import { formatSources } from '#core/format/format-sources.ts';
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
import {
  returnsKnowledge,
  type ReturnsKnowledge,
  type SilentOrders,
} from '../warehouse/kpis/returns-knowledge.ts';
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
  const returnSums = isPartial ? await orderSumsByWindow(context.engine, windows, true) : sums;

  const years = currentAndYearAgo(asOf, YEAR_MONTHS);
  const orders = context.sources['orders'] ?? [];
  const returns = state === 'known' ? (context.sources['returns'] ?? []) : [];
  const untold = silent.filter(({ isWhole }) => isWhole).map(({ source }) => source);
  const told = isPartial ? orders.filter((source) => !isOf(source, untold)) : orders;
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
      returnSums,
      state === 'known' ? returnRate : () => unavailableMeasure(NO_RETURN_RATE[state]),
      {
        years: matureYears(asOf, returnMaturityDays),
        maturityDays: returnMaturityDays,
        all: sums,
        sources: [...new Set([...told, ...returns])],
        caveats: isPartial
          ? [`Without orders of ${names}, of which no export says what came back.`]
          : [],
      },
    ),
  };
}

function orderFigures(
  run: KpiRun,
  sums: ReadonlyMap<string, OrderSums>,
  formula: (sums: OrderSums, floor: number) => Measure,
  {
    years: [current, yearAgo],
    maturityDays = 0,
    sources,
    caveats = [],
    all = sums,
  }: {
    years: [KpiWindow, KpiWindow];
    maturityDays?: number;
    sources: string[];
    caveats?: string[];
    /** Of all orders, where these are of some; another figure tells them. */
    all?: ReadonlyMap<string, OrderSums>;
  },
): KpiFigures {
  const { floor, months } = run;
  const counted = months.map((month) => ({ ...month, people: fewest(month.id, sums, all) }));
  const hidden = hiddenMonths(counted, orderWindows(run).slice(months.length), floor);
  const measured = ({ id }: KpiWindow) => {
    if (hidden.has(id)) return suppressedMeasure(fewerThan(floor));
    const found = sums.get(id);
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

/** People whom a month's figure tells of: those of its orders, or the fewer of the others, which all less these would tell. */
function fewest(
  id: string,
  sums: ReadonlyMap<string, OrderSums>,
  all: ReadonlyMap<string, OrderSums>,
): number {
  const [own, whole] = [sums.get(id), all.get(id)];
  if (!own || !whole) return 0;
  return own.orders === whole.orders
    ? own.people
    : Math.min(own.people, Math.max(1, whole.people - own.people));
}

/** "Amazon (sent by the merchant), eBay". */
function silentNames(silent: readonly SilentOrders[]): string {
  const names = silent.map(({ source, sender }) => {
    const name = exportName(source).platform ?? formatSources([source]);
    return sender === null ? name : `${name} (sent by the ${sender})`;
  });
  return [...new Set(names)].join(', ');
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
