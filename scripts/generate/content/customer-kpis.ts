import { addDays } from '#core/kpis/calendar.ts';
import { hiddenMonths } from '#core/kpis/hidden-months.ts';
import { fewerThan, suppressedMeasure, unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import {
  coveredPeriod,
  isCovered,
  previousFrom,
  trailingWindows,
  type KpiWindow,
} from '#core/kpis/kpi-windows.ts';
import {
  customersKept,
  grossRevenueRetention,
  netRevenueRetention,
  RETENTION_MONTHS,
} from '#core/kpis/net-revenue-retention.ts';
import { repeatPurchaseRate } from '#core/kpis/repeat-purchase-rate.ts';
import { NOBODY_BEFORE, type RetentionSums } from '#core/kpis/retention-sums.ts';
import { firstTimeBuyers, secondPurchaseRate } from '#core/kpis/second-purchase-rate.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { followUpsByWindow } from '../warehouse/kpis/follow-ups-by-window.ts';
import { repeatCountsByWindow } from '../warehouse/kpis/repeat-counts-by-window.ts';
import {
  retentionSumsByWindow,
  type RetentionWindow,
} from '../warehouse/kpis/retention-sums-by-window.ts';
import type { KpiFigures } from './kpi-figures.ts';
import { coveredMeasure, currentAndYearAgo, monthPoint, type KpiRun } from './kpi-run.ts';

/** Twelve months up to each month's end, to as-of and to a year before, where the data cover the twelve before, too. */
function retentionWindows({ firstDay, asOf }: KpiRun): RetentionWindow[] {
  return [
    ...trailingWindows(firstDay, asOf, RETENTION_MONTHS),
    ...currentAndYearAgo(asOf, RETENTION_MONTHS),
  ]
    .map((window) => ({ ...window, beforeFrom: previousFrom(window, RETENTION_MONTHS) }))
    .filter(({ beforeFrom }) => isCovered(beforeFrom, firstDay));
}

/**
 * Net revenue retention, with gross retention and the share of customers kept beside it. Its revenue is net of returns,
 * so a window is settled when no return of its last orders can come any more.
 */
export async function retentionKpi(run: KpiRun): Promise<KpiFigures> {
  const { context, asOf, floor } = run;
  const { returnMaturityDays } = context.config.kpis;
  const windows = retentionWindows(run);
  const sums = await retentionSumsByWindow(context.engine, windows);
  const measured = (
    { id }: KpiWindow,
    formula: (sums: RetentionSums, floor: number) => Measure,
  ) => {
    const found = sums.get(id);
    return found ? formula(found, floor) : unavailableMeasure(NOBODY_BEFORE);
  };
  const [current, yearAgo] = currentAndYearAgo(asOf, RETENTION_MONTHS);
  const covered = (window: KpiWindow, formula = netRevenueRetention) =>
    coveredMeasure(run, window, previousFrom(window, RETENTION_MONTHS), () =>
      measured(window, formula),
    );
  return {
    current: covered(current),
    yearAgo: covered(yearAgo),
    further: [
      {
        id: 'grossRetention',
        label: 'Gross revenue retention',
        unit: 'ratio',
        formula: 'As net revenue retention, but nobody counts for more than in the year before',
        ...covered(current, grossRevenueRetention),
      },
      {
        id: 'customersKept',
        label: 'Customers kept',
        unit: 'ratio',
        formula: 'Customers with a purchase in both years ÷ customers with one in the year before',
        ...covered(current, customersKept),
      },
    ],
    series: windows
      .filter(({ id }) => id !== 'current' && id !== 'yearAgo')
      .map(({ id, from, to }) => ({
        month: id,
        period: { from, to },
        measure: measured({ id, from, to }, netRevenueRetention),
        mature: addDays(to, returnMaturityDays) <= asOf,
      })),
    sources: [
      ...new Set([
        ...(context.sources['known_orders'] ?? []),
        ...(context.sources['known_returns'] ?? []),
      ]),
    ].sort(),
  };
}

/** The configured months up to each month's end, to as-of and to a year before. */
export function repeatWindows({ firstDay, asOf, context }: KpiRun): KpiWindow[] {
  const { repeatPurchaseMonths } = context.config.kpis;
  return [
    ...trailingWindows(firstDay, asOf, repeatPurchaseMonths),
    ...currentAndYearAgo(asOf, repeatPurchaseMonths),
  ];
}

/** Repeat purchase rate over windows that the data cover. */
export async function repeatKpi(run: KpiRun): Promise<KpiFigures> {
  const { context, asOf, floor, firstDay } = run;
  const { repeatPurchaseMonths } = context.config.kpis;
  const counts = await repeatCountsByWindow(context.engine, 'repeat');
  const measured = ({ id }: KpiWindow) =>
    repeatPurchaseRate(counts.get(id) ?? { customers: 0, repeaters: 0 }, floor);
  const covered = (window: KpiWindow) =>
    coveredMeasure(run, window, window.from, () => measured(window));
  const [current, yearAgo] = currentAndYearAgo(asOf, repeatPurchaseMonths);
  return {
    current: covered(current),
    yearAgo: covered(yearAgo),
    further: [],
    series: trailingWindows(firstDay, asOf, repeatPurchaseMonths).map((window) => ({
      month: window.id,
      period: { from: window.from, to: window.to },
      measure: measured(window),
      mature: true,
    })),
    sources: context.sources['known_orders'] ?? [],
  };
}

/** Months and years of first purchases. */
export function firstPurchaseWindows({ months, asOf }: KpiRun): KpiWindow[] {
  return [...months, ...currentAndYearAgo(asOf, 12)];
}

/** Second purchase within the configured days, by the month of the first purchase. */
export async function secondPurchaseKpi(run: KpiRun): Promise<KpiFigures> {
  const { context, asOf, floor, months } = run;
  const days = context.config.kpis.secondPurchaseDays;
  const followUps = await followUpsByWindow(context.engine, 'firstPurchase', asOf, days);
  const of = ({ id }: KpiWindow) => followUps.get(id) ?? [];
  const [current, yearAgo] = currentAndYearAgo(asOf, 12);
  const counted = months.map((month) => ({ ...month, people: firstTimeBuyers(of(month)) }));
  const hidden = hiddenMonths(counted, [current, yearAgo], floor);
  return {
    current: {
      measure: secondPurchaseRate(of(current), days, floor),
      period: coveredPeriod(current, run.firstDay),
    },
    yearAgo: coveredMeasure(run, yearAgo, yearAgo.from, () =>
      secondPurchaseRate(of(yearAgo), days, floor),
    ),
    further: [],
    series: months.map((month) => {
      const measure = hidden.has(month.id)
        ? suppressedMeasure(fewerThan(floor))
        : secondPurchaseRate(of(month), days, floor);
      return monthPoint(run, month, measure, days);
    }),
    sources: context.sources['known_orders'] ?? [],
  };
}
