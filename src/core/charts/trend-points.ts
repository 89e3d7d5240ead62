import type { Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Row } from './chart-spec.ts';
import type { ChartRequest } from './chart.ts';
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

export function toDrawn({ month, measure, mature }: KpiPoint, x: number): Drawn[] {
  if (measure.status !== 'ok') return [];
  const { value, interval } = measure;
  return [{ x, month, value, low: interval?.low ?? value, high: interval?.high ?? value, mature }];
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

/** Neighbouring months of one kind share a run: a missing month breaks the line. */
export function runs(drawn: readonly Drawn[], belongs: (point: Drawn) => boolean): Row[] {
  let run = 0;
  let before = Number.NaN;
  return drawn.filter(belongs).map((point) => {
    if (point.x !== before + 1) run += 1;
    before = point.x;
    return { ...toRow(point), run };
  });
}

/** The dashed tail begins at the last settled point, so that the line does not break where it fades. */
export function openRuns(
  drawn: readonly Drawn[],
  belongs: (point: Drawn) => boolean = () => true,
): Row[] {
  return runs(
    drawn,
    (point) =>
      belongs(point) &&
      (!point.mature || drawn.some((next) => next.x === point.x + 1 && !next.mature)),
  );
}

/** Whether a month says how sure its figure is. */
export function hasInterval({ low, high }: Drawn): boolean {
  return low !== high;
}

/** A settled month whose neighbours have no interval: a band needs two, so it has a line of its own. */
export function isAlone(point: Drawn, drawn: readonly Drawn[]): boolean {
  return (
    point.mature &&
    hasInterval(point) &&
    !drawn.some((other) => Math.abs(other.x - point.x) === 1 && hasInterval(other))
  );
}

export function toRow({ x, value, low, high }: Drawn): Row & { low: number; high: number } {
  return { x, value, low, high };
}
