import { shownTime } from '#core/format/shown-time.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { Row } from './chart-spec.ts';
import type { ChartRequest } from './chart.ts';
import type { MonthSlot } from './month-slots.ts';
import { niceTicks } from './nice-ticks.ts';

/** What a trend is drawn from. */
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

/** A month as an entry of a dataset, and one of a run of neighbours. */
export type TrendRow = Row & Readonly<Record<'x' | 'value' | 'low' | 'high', number>>;
export type TrendRun = TrendRow & { readonly run: number };

/** What the axis covers. */
export interface Span {
  low: number;
  high: number;
  ticks: number[];
}

/**
 * A series of short times in hours, all of it: its axis, its labels and its table.
 * @example inShownTime({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, label: 'Wait', unit: 'days', points: [{ month: '2026-01', period: { from: '2026-01-01', to: '2026-01-28' }, mature: true, measure: { status: 'ok', value: 0.5, n: 10, numerator: 5, denominator: 10 } }] }).unit // => 'hours'
 */
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

/**
 * A place on the axis as the month that is drawn there; none where it has no figure.
 * @example toDrawn({ month: '2026-01', point: { month: '2026-01', period: { from: '2026-01-01', to: '2026-01-28' }, mature: true, measure: { status: 'ok', value: 2, n: 10, numerator: 20, denominator: 10 } } }, 0) // => [{ x: 0, month: '2026-01', value: 2, low: 2, high: 2, mature: true }]
 */
export function toDrawn({ month, point }: MonthSlot, x: number): Drawn[] {
  if (point?.measure.status !== 'ok') return [];
  const { value, interval } = point.measure;
  const { low = value, high = value } = interval ?? {};
  return [{ x, month, value, low, high, mature: point.mature }];
}

/**
 * What the axis has to cover for these months, which are at least one: from zero where that does not flatten the line.
 * @example spanOf([{ x: 0, month: '2026-01', value: 0.2, low: 0.2, high: 0.2, mature: true }, { x: 1, month: '2026-02', value: 0.4, low: 0.4, high: 0.4, mature: true }]) // => { low: 0, high: 0.4, ticks: [0, 0.1, 0.2, 0.3, 0.4] }
 */
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

/**
 * Neighbouring months that belong together share a run; a month without a figure lies between two runs.
 * @example runs([{ x: 0, month: '2026-01', value: 1, low: 1, high: 1, mature: true }, { x: 1, month: '2026-02', value: 2, low: 2, high: 2, mature: true }, { x: 3, month: '2026-04', value: 4, low: 4, high: 4, mature: true }], () => true).map(({ x, run }) => [x, run]) // => [[0, 1], [1, 1]]
 */
export function runs(
  drawn: readonly Drawn[],
  belong: (from: Drawn, to: Drawn) => boolean,
): TrendRun[] {
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

/**
 * Both settled: the line and the band are whole between them.
 * @example areSettled({ x: 0, month: '2026-01', value: 1, low: 1, high: 1, mature: true }, { x: 1, month: '2026-02', value: 2, low: 2, high: 2, mature: false }) // => false
 */
export function areSettled(from: Drawn, to: Drawn): boolean {
  return from.mature && to.mature;
}

/**
 * A month as an entry of a dataset.
 * @example toRow({ x: 0, month: '2026-01', value: 2, low: 1, high: 3, mature: true }) // => { x: 0, value: 2, low: 1, high: 3 }
 */
export function toRow({ x, value, low, high }: Drawn): TrendRow {
  return { x, value, low, high };
}
