import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { spanOfAll, type spanKind } from '#core/format/format-span.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { monthSlots } from './month-slots.ts';
import { type Drawn, toDrawn } from './trend-points.ts';

/** A line without axes, as paths in a field of 100 × 30 that the page may stretch. */
export interface Sparkline {
  /** Settled months, and those that may still change. */
  settled: string;
  open: string;
  /** Where the latest settled figure stands. */
  end: string;
  /** First and last settled month; with fewer than two of them, of all. */
  from: string;
  to: string;
  /** The figures of both, as people read them. */
  first: string;
  last: string;
  /** The lowest and the highest of the settled figures. */
  low: string;
  high: string;
  /** How much time each of its points covers, where all cover the same. */
  covers: ReturnType<typeof spanKind>;
  description: string;
}

/** Two years and the month they are compared with. */
const MOST_MONTHS = 25;
const WIDTH = 100;
const HEIGHT = 30;
/** Half a line's width, so that no stroke is cut off. */
const INSET = 3;

/**
 * Sparkline – which way a KPI has been going, small enough for a card.
 * Definition: the last 25 months from the lowest to the highest of them; a month without a figure breaks the line. Its
 * figures are those of settled months: one that may still change is drawn, and not quoted as the latest.
 * Empty case: fewer than two months with a figure give null: a point has no direction.
 * @example sparkline([], 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => null
 */
export function sparkline(
  points: readonly KpiPoint[],
  unit: Unit,
  formats: Formats,
): Sparkline | null {
  const months = monthSlots(points).slots.slice(-MOST_MONTHS);
  const drawn = months.flatMap(toDrawn);
  const settled = drawn.filter(({ mature }) => mature);
  const told = settled.length > 1 ? settled : drawn;
  const [first] = told;
  const last = told.at(-1);
  if (!first || !last || drawn.length < 2) return null;
  const low = Math.min(...drawn.map(({ value }) => value));
  const high = Math.max(...drawn.map(({ value }) => value));
  const place = ({ x, value }: Drawn): string => {
    const across = INSET + (x / (months.length - 1)) * (WIDTH - 2 * INSET);
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return `${round(across)} ${round(HEIGHT - INSET - share * (HEIGHT - 2 * INSET))}`;
  };
  const path = (belongs: (to: Drawn) => boolean): string =>
    drawn
      .flatMap((to, index) => {
        const from = drawn[index - 1];
        return from && from.x === to.x - 1 && belongs(to) ? [`M${place(from)}L${place(to)}`] : [];
      })
      .join('');
  const { charts } = wordsOf(formats);
  const write = (value: number): string => formatValue(value, unit, formats);
  const say = ({ month, value }: Drawn): string =>
    filled(charts.inMonth, { value: write(value), month: formatMonth(month, formats) });
  const ends = {
    low: write(Math.min(...told.map(({ value }) => value))),
    high: write(Math.max(...told.map(({ value }) => value))),
  };
  return {
    settled: path(({ mature }) => mature),
    open: path(({ mature }) => !mature),
    end: `M${place(last)}h0`,
    from: first.month,
    to: last.month,
    first: write(first.value),
    last: write(last.value),
    ...ends,
    covers: spanOfAll(points.map(({ period }) => period)),
    description: filled(charts.spark, { first: say(first), last: say(last), ...ends }),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
