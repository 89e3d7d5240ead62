import {
  firstContactResolution,
  firstContactResolutionDefinition,
} from '#core/kpis/first-contact-resolution.ts';
import { hiddenMonths } from '#core/kpis/hidden-months.ts';
import { fewerThan, suppressedMeasure } from '#core/kpis/kpi-measure.ts';
import { calendarMonths, coveredPeriod, type KpiWindow } from '#core/kpis/kpi-windows.ts';
import { onTimeDelivery, onTimeDeliveryDefinition } from '#core/kpis/on-time-delivery.ts';
import { orderAccuracy, orderAccuracyDefinition } from '#core/kpis/order-accuracy.ts';
import type { ServiceCases } from '#core/kpis/service-cases.ts';
import { timeToFirstAnswer, timeToFirstAnswerDefinition } from '#core/kpis/time-to-first-answer.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { createKpiWindows } from '../warehouse/kpis/kpi-windows-table.ts';
import { serviceCasesByWindow } from '../warehouse/kpis/service-cases-by-window.ts';
import { createServiceCases, type CaseKind } from '../warehouse/kpis/service-cases.ts';
import { waitsByWindow } from '../warehouse/kpis/waits-by-window.ts';
import type { KpiFigures } from './kpi-figures.ts';
import { coveredMeasure, currentAndYearAgo, monthPoint, type KpiRun } from './kpi-run.ts';

const YEAR_MONTHS = 12;
const NO_CASES: ServiceCases = {
  cases: 0,
  good: 0,
  people: 0,
  casesSquared: 0,
  goodSquared: 0,
  casesTimesGood: 0,
};

/** A KPI of delivery or service: what it is counted of, and in which canonical table that lies. */
interface ServiceKpi {
  id: string;
  kind: CaseKind;
  table: string;
  /** What its exports hold, in words. */
  counted: string;
  /** Days after which the figure of a month changes no more: open tickets are answered and closed. */
  maturityDays: number;
}

const SERVICE_KPIS: ServiceKpi[] = [
  {
    id: onTimeDeliveryDefinition.id,
    kind: 'onTime',
    table: 'shipments',
    counted: 'parcels',
    maturityDays: 0,
  },
  {
    id: orderAccuracyDefinition.id,
    kind: 'accuracy',
    table: 'fulfilment_checks',
    counted: 'checks',
    maturityDays: 0,
  },
  {
    id: timeToFirstAnswerDefinition.id,
    kind: 'firstAnswer',
    table: 'tickets',
    counted: 'tickets',
    maturityDays: 14,
  },
  {
    id: firstContactResolutionDefinition.id,
    kind: 'firstContact',
    table: 'tickets',
    counted: 'tickets',
    maturityDays: 14,
  },
];

/**
 * KPIs of delivery and service, from parcels, checks and tickets, by the id of their definition. One that no export
 * holds anything for is left out, and so is one that another tool's snapshots state: its figure is known by then.
 *
 * @param told ids of the KPIs that snapshots state
 */
export async function serviceKpis(
  run: KpiRun,
  told: ReadonlySet<string>,
): Promise<Map<string, KpiFigures>> {
  const { engine } = run.context;
  const firstDays = await createServiceCases(engine, run.asOf);
  const wanted = SERVICE_KPIS.flatMap((kpi) => {
    const firstDay = firstDays.get(kpi.kind);
    if (firstDay === undefined || told.has(kpi.id)) return [];
    const months = calendarMonths(firstDay, run.asOf);
    return [{ ...kpi, run: { ...run, firstDay, months, counted: kpi.counted } }];
  });
  await createKpiWindows(
    engine,
    Object.fromEntries(
      wanted.map(({ kind, run: own }) => [
        kind,
        [...own.months, ...currentAndYearAgo(own.asOf, YEAR_MONTHS)],
      ]),
    ),
  );
  const figures = new Map<string, KpiFigures>();
  for (const { run: own, ...kpi } of wanted) figures.set(kpi.id, await serviceKpi(own, kpi));
  return figures;
}

async function serviceKpi(
  run: KpiRun,
  { kind, table, maturityDays }: ServiceKpi,
): Promise<KpiFigures> {
  const { context, asOf, floor, months } = run;
  const cases = await serviceCasesByWindow(context.engine, kind);
  const of = ({ id }: KpiWindow): ServiceCases => cases.get(id) ?? NO_CASES;
  const [current, yearAgo] = currentAndYearAgo(asOf, YEAR_MONTHS);
  const hidden = hiddenMonths(
    months.map((month) => ({ ...month, people: of(month).people })),
    [current, yearAgo],
    floor,
  );
  const formula = await formulaOf(run, kind);
  const measured = (window: KpiWindow): Measure =>
    hidden.has(window.id) ? suppressedMeasure(fewerThan(floor)) : formula(window, of(window));
  return {
    current: { measure: measured(current), period: coveredPeriod(current, run.firstDay) },
    yearAgo: coveredMeasure(run, yearAgo, yearAgo.from, () => measured(yearAgo)),
    further: [],
    series: months.map((month) => monthPoint(run, month, measured(month), maturityDays)),
    sources: context.sources[table] ?? [],
  };
}

/** The formula of a kind over one window and its cases. */
async function formulaOf(
  { context, floor }: KpiRun,
  kind: CaseKind,
): Promise<(window: KpiWindow, cases: ServiceCases) => Measure> {
  switch (kind) {
    case 'onTime':
      return (_, cases) => onTimeDelivery(cases, floor);
    case 'accuracy':
      return (_, cases) => orderAccuracy(cases, floor);
    case 'firstContact':
      return (_, cases) => firstContactResolution(cases, floor);
    case 'firstAnswer': {
      const waits = await waitsByWindow(context.engine, kind);
      return ({ id }, { people }) =>
        timeToFirstAnswer({ minutes: waits.get(id) ?? [], people }, floor);
    }
  }
}
