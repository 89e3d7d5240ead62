import type { KpiPoint } from '#core/schemas/kpi.ts';

/** A place on the axis of a series; null where the series says nothing of it. */
export interface MonthSlot {
  month: string;
  point: KpiPoint | null;
}

/**
 * Month slots – every month between the first and the last of a series, so that equal times stand equally far apart.
 * Definition: a place a month, or a quarter, half year or year where every figure covers that much and comes in that
 * rhythm; of two figures for one month the later one. The order of the points does not matter.
 * Empty case: no points, no places.
 * @example monthSlots([]) // => { slots: [], step: 1 }
 */
export function monthSlots(points: readonly KpiPoint[]): { slots: MonthSlot[]; step: number } {
  const known = new Map(points.map((point) => [countOf(point.month), point]));
  const counts = [...known.keys()].sort((a, b) => a - b);
  const [first] = counts;
  const last = counts.at(-1);
  if (first === undefined || last === undefined) return { slots: [], step: 1 };
  const rhythm = counts.reduce((step, count) => greatestCommonDivisor(step, count - first), 0);
  const isCovered = [...known.values()].every(({ period }) => monthsOf(period) >= rhythm);
  const step = rhythm > 1 && isCovered ? rhythm : 1;
  return {
    slots: Array.from({ length: (last - first) / step + 1 }, (_, place) => {
      const count = first + place * step;
      return { month: monthOf(count), point: known.get(count) ?? null };
    }),
    step,
  };
}

/** Months since the year 0. */
function countOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOf(count: number): string {
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function monthsOf({ from, to }: KpiPoint['period']): number {
  return countOf(to) - countOf(from) + 1;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
