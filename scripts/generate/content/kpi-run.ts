import { addDays, addMonths, monthEnd } from '#core/kpis/calendar.ts';
import { unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import {
  coveredPeriod,
  isCovered,
  trailingWindow,
  type KpiWindow,
} from '#core/kpis/kpi-windows.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { GenerateContext } from '../generate-context.ts';
import type { DatedMeasure } from './kpi-figures.ts';

/** What all KPIs of one run share. */
export interface KpiRun {
  context: GenerateContext;
  asOf: string;
  /** What the exports hold that is counted, in words: "orders". */
  counted: string;
  /** First day with one. */
  firstDay: string;
  floor: number;
  /** The months of the data, the last up to as-of. */
  months: KpiWindow[];
}

/** The trailing window that ends on a day, and the one that ends a year before. */
export function currentAndYearAgo(to: string, months: number): [KpiWindow, KpiWindow] {
  const yearBefore = addDays(addMonths(addDays(to, 1), -12), -1);
  return [trailingWindow('current', to, months), trailingWindow('yearAgo', yearBefore, months)];
}

/** A month's point; mature once the month is over and `maturityDays` have passed since. */
export function monthPoint(
  { asOf, firstDay }: KpiRun,
  window: KpiWindow,
  measure: Measure,
  maturityDays: number,
): KpiPoint {
  const isOver = window.to === monthEnd(window.id);
  return {
    month: window.id,
    period: coveredPeriod(window, firstDay),
    measure,
    mature: isOver && addDays(window.to, maturityDays) <= asOf,
  };
}

/** A measure over a window that must be covered by the data from `neededFrom` on; else why there is none. */
export function coveredMeasure(
  { firstDay, counted }: KpiRun,
  window: KpiWindow,
  neededFrom: string,
  measure: () => Measure,
): DatedMeasure {
  return {
    period: { from: window.from, to: window.to },
    measure: isCovered(neededFrom, firstDay)
      ? measure()
      : unavailableMeasure(
          `Needs ${counted} from ${neededFrom} on; the exports begin on ${firstDay}`,
        ),
  };
}
