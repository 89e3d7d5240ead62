import { shownTime } from '#core/format/shown-time.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { Row } from './chart-spec.ts';
import type { ChartRequest } from './chart.ts';
import type { MonthSlot } from './month-slots.ts';
import { niceTicks } from './nice-ticks.ts';

export interface TrendRequest extends ChartRequest {
  /** The KPI's name: "Return rate". */
  label: string;
  unit: Unit;
  /** The KPI's series; the order does not matter. */
  points: readonly KpiPoint[];
}

/** A month that has a figure. */
export interface Drawn {
  x: number;
  month: string;
  value: number;
  low: number;
  high: number;
  mature: boolean;
}

/** What the axis covers. */
export interface Span {
  low: number;
  high: number;
  ticks: number[];
}

/** A series of short times in hours, all of it: its axis, its labels and its table. */
export function inShownTime(request: TrendRequest): TrendRequest {
  const values = request.points.flatMap(({ measure }) =>
    measure.status === 'ok' ? [measure.value] : [],
  );
  const { unit, factor } = shownTime(values, request.unit);
  if (factor === 1) return request;
  return {
    ...request,
    unit,
    points: request.points.map((point) =>
      point.measure.status === 'ok'
        ? { ...point, measure: timesFactor(point.measure, factor) }
        : point,
    ),
  };
}

type Known = Extract<Measure, { status: 'ok' }>;

function timesFactor(measure: Known, factor: number): Known {
  const { value, numerator, interval } = measure;
  return {
    ...measure,
    value: value * factor,
    numerator: numerator * factor,
    ...(interval && {
      interval: { ...interval, low: interval.low * factor, high: interval.high * factor },
    }),
  };
}

export function toDrawn({ month, point }: MonthSlot, x: number): Drawn[] {
  if (point?.measure.status !== 'ok') return [];
  const { value, interval } = point.measure;
  const { low = value, high = value } = interval ?? {};
  return [{ x, month, value, low, high, mature: point.mature }];
}

export function spanOf(drawn: readonly Drawn[]): Span {
  const lows = drawn.map((point) => point.value);
  const highs = drawn.map((point) => point.value);
  // Young months have intervals many times wider than the rest; they must not flatten the line.
  for (const point of drawn.filter(({ mature }) => mature)) {
    lows.push(point.low);
    highs.push(point.high);
  }
  const low = Math.min(...lows);
  const high = Math.max(...highs);
  const ticks = niceTicks(low > 0 && low < 0.6 * high ? 0 : low, high, 5);
  const step = (ticks[1] ?? high) - (ticks[0] ?? low);
  // A last grid line far above the line would only waste the height of the picture.
  const kept = ticks.filter((tick) => tick <= high + step / 4);
  return { low: ticks[0] ?? low, high: Math.max(high, kept.at(-1) ?? high), ticks: kept };
}

/** Neighbouring months that belong together share a run; a month without a figure lies between two runs. */
export function runs(
  drawn: readonly Drawn[],
  belong: (from: Drawn, to: Drawn) => boolean,
): (Row & { run: number })[] {
  let run = 0;
  let isRunning = false;
  return drawn.flatMap((to, index) => {
    const from = drawn[index - 1];
    const isJoined = from?.x === to.x - 1 && belong(from, to);
    const starts = isJoined && !isRunning;
    isRunning = isJoined;
    if (!isJoined) return [];
    if (starts) run += 1;
    return [...(starts ? [from] : []), to].map((point) => ({ ...toRow(point), run }));
  });
}

/** Both settled: the line and the band are whole between them. */
export function areSettled(from: Drawn, to: Drawn): boolean {
  return from.mature && to.mature;
}

/** Whether a month says how sure its figure is. */
export function hasInterval({ low, high }: Drawn): boolean {
  return low !== high;
}

/**
 * Whether the intervals make one band along the line: each settled month has one, and none stands alone. Torn to
 * pieces, a band would look as if it meant something where it ends; then each month has a line of its own.
 */
export function isBanded(drawn: readonly Drawn[]): boolean {
  const settled = drawn.filter(({ mature }) => mature);
  return (
    settled.length > 1 &&
    settled.every(hasInterval) &&
    settled.every(({ x }) => settled.some((other) => Math.abs(other.x - x) === 1))
  );
}

export function toRow({ x, value, low, high }: Drawn): Row & { low: number; high: number } {
  return { x, value, low, high };
}
